import type { IParagraphStyleOptions } from 'docx';
import type { Format } from '../../format/format.ts';
import type { TypeStyle } from '../../format/type-styles.ts';
import { toHalfPoints, toTwips } from '../../format/units.ts';

/** What a style says of its runs. */
export type RunTraits = NonNullable<IParagraphStyleOptions['run']>;

/** Faces of a style: the Western face where the style lets it draw, the Chinese face for everything else. */
export function facesOf(
  { role, ownFigures }: Pick<TypeStyle, 'role' | 'ownFigures'>,
  { faceNames, ...format }: Format,
): NonNullable<RunTraits['font']> {
  const own = faceNames[role];
  return {
    ascii: ownFigures || format.ownFigures ? own : faceNames.western,
    hAnsi: own,
    eastAsia: own,
    cs: own,
  };
}

/** Face, size, tracking and weight of a style's runs. */
export const runOf = (
  { size, tracking, bold, ...face }: Omit<TypeStyle, 'pitch' | 'align'>,
  format: Format,
): RunTraits => ({
  font: facesOf(face, format),
  size: toHalfPoints(size),
  characterSpacing: toTwips(tracking),
  ...(bold ? { bold } : {}),
});
