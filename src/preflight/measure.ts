import { mm, type Points } from '../format/units.ts';

/** How far the finished page may miss a measure the standard gives: the ±1 mm it allows itself for the type area. */
export const areaTolerance: Points = mm(1);

/** How far a distance between two things may miss the standard's: what a reader with a ruler would see. */
export const distanceTolerance: Points = mm(0.5);

/** How far the dashes of page numbers may miss their place below the type area: it is reckoned from their own ink. */
export const dashTolerance: Points = mm(0.1);

/** Whether two measures are the same within a tolerance. */
export const near = (a: Points, b: Points, tolerance: Points = distanceTolerance): boolean =>
  Math.abs(a - b) <= tolerance;

/** A length for the clerk: `36.9 毫米`. */
export const inMillimetres = (points: Points): string => `${((points * 25.4) / 72).toFixed(1)} 毫米`;

/** A text for a message, cut where it is long. */
export function quoted(words: string, most = 20): string {
  const characters = [...words];
  return `“${characters.length > most ? `${characters.slice(0, most).join('')}…` : words}”`;
}
