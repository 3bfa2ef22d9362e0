import { describe, expect, test } from 'vitest';
import { standardProfile } from '../../src/document/profile.ts';
import { formatOf } from '../../src/format/format.ts';
import { breakLines } from '../../src/typesetting/break-lines.ts';
import { Typecase } from '../../src/typesetting/glyph.ts';
import { squareFaces } from './example.ts';

/** The lines of a text in a measure of so many characters, as lines; the first may have one of its own. */
function broken(words: string, measure: number, first = measure): string[] {
  const typecase = new Typecase(squareFaces, formatOf(standardProfile).ownFigures);
  const glyphs = typecase.text(words, {
    role: 'fangsong',
    size: 10,
    tracking: 0,
    bold: false,
    ownFigures: false,
  });
  return breakLines(glyphs, first * 10, measure * 10).map(({ start, end }) =>
    glyphs
      .slice(start, end)
      .map((glyph) => glyph.text)
      .join(''),
  );
}

describe('first-fit line breaking', () => {
  test('takes what fits', () => expect(broken('健全治理体系', 4)).toEqual(['健全治理', '体系']));
  test('a line is never empty', () => expect(broken('体系', 0.5)).toEqual(['体', '系']));
  test('closing marks keep together', () =>
    expect(broken('落实《办法》。', 6)).toEqual(['落实《办', '法》。']));
  test('a dash is not cut in two', () => expect(broken('三管镇——村居', 4)).toEqual(['三管', '镇——村', '居']));
  test('a percentage stays whole', () => expect(broken('达到30%以上', 3)).toEqual(['达到', '30%以', '上']));
  test('Western words are cut only when longer than a line', () =>
    expect(broken('ABCDEFGH', 2)).toEqual(['ABCD', 'EFGH']));
  test('what a long first line gives back is cut where it is too long for the next', () =>
    expect(broken('健全ABCDEFGHIJKLMNOP', 2, 8)).toEqual(['健全', 'ABCD', 'EFGH', 'IJKL', 'MNOP']));
});
