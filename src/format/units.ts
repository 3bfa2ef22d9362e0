/** Points (1/72 inch): the one unit of length inside the program. */
export type Points = number;

const millimetresPerInch = 25.4;

/** Millimetres to points. */
export const mm = (millimetres: number): Points => (millimetres * 72) / millimetresPerInch;

/** Points to millimetres: for readers. */
export const toMillimetres = (points: Points): number => (points * millimetresPerInch) / 72;

/** Points to twips (1/20 pt), whole: Word's unit for positions. */
export const toTwips = (points: Points): number => Math.round(points * 20);

/** Points to half-points, whole: Word's unit for type sizes. */
export const toHalfPoints = (points: Points): number => Math.round(points * 2);

/** Points to eighths of a point, whole: Word's unit for rules. */
export const toEighths = (points: Points): number => Math.round(points * 8);
