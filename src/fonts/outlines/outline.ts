/** What a glyph looks like: closed contours, in the font's units, at absolute positions. */
export type Outline = readonly Contour[];

/** A closed contour from its starting point. */
export interface Contour {
  readonly x: number;
  readonly y: number;
  readonly pieces: readonly Piece[];
}

/** A line to a point (two numbers), or a cubic curve by two control points to a point (six), from where the last ended. */
export type Piece = readonly number[];

/** Numbers of a piece that is a line. */
export const lineLength = 2;

/** The point a piece ends at. */
export const endOf = (piece: Piece): readonly [number, number] => [piece.at(-2) ?? 0, piece.at(-1) ?? 0];
