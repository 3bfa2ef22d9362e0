import type { Face } from './face-set.ts';
import { boundsOf } from './outlines/bounds.ts';
import { readCompactFont } from './outlines/compact-font.ts';
import { readTrueTypeFont } from './outlines/truetype-font.ts';
import { readSfnt, requireTable } from './sfnt.ts';

/** The rectangle a glyph blackens, in em from its origin on the base line, upwards and to the right. */
export interface InkBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Reads the ink of the glyphs of a face by their ids; null where a glyph draws nothing. Throws UnusableFont. */
export function inkReader({ bytes, index, font }: Pick<Face, 'bytes' | 'index' | 'font'>): InkReader {
  const sfnt = readSfnt(bytes, index);
  const box = ([left, bottom, right, top]: readonly [number, number, number, number]): InkBox => {
    const em = font.unitsPerEm;
    return { left: left / em, bottom: bottom / em, right: right / em, top: top / em };
  };
  if (font.outlines === 'cff') {
    const { offset, length } = requireTable(sfnt, 'CFF ');
    const { outline } = readCompactFont(bytes.subarray(offset, offset + length));
    return kept((glyph) => {
      const bounds = boundsOf(outline(glyph));
      return bounds === null ? null : box(bounds);
    });
  }
  const { description } = readTrueTypeFont(sfnt);
  return kept((glyph) => {
    const described = description(glyph);
    if (described.length === 0) return null;
    // A description opens with its number of contours, then its edges.
    const view = new DataView(described.buffer, described.byteOffset, described.length);
    return box([view.getInt16(2), view.getInt16(4), view.getInt16(6), view.getInt16(8)]);
  });
}

/** Reads every glyph once: documents ask for the same few. */
function kept(read: InkReader): InkReader {
  const known = new Map<number, InkBox | null>();
  return (glyph) => {
    let ink = known.get(glyph);
    if (ink === undefined) {
      ink = read(glyph);
      known.set(glyph, ink);
    }
    return ink;
  };
}

/** The ink of a glyph by its id. */
export type InkReader = (glyph: number) => InkBox | null;
