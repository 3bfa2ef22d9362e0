import type { Points } from '../../format/units.ts';

const emusPerPoint = 12_700;

/** Points to English metric units, whole: DrawingML's unit. */
export const toEmus = (points: Points): number => Math.round(points * emusPerPoint);
