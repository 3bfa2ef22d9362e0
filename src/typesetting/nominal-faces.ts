import { nominalAdvance } from '../format/nominal-advances.ts';
import type { FaceMetrics } from './glyph.ts';

/** Faces that have every character in its nominal width: what is decided with them holds on every machine. */
export const nominalFaces: FaceMetrics = {
  drawnBy: (role, codePoint) => ({ face: role, advance: nominalAdvance(role, codePoint) }),
  inkOf: () => null,
};
