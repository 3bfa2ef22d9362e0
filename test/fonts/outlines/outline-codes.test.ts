import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFont } from '../../../src/fonts/font.ts';
import { packagedFaces } from '../../../src/fonts/known-faces.ts';
import { outlineCodes } from '../../../src/fonts/outlines/outline-codes.ts';
import { readTrueTypeFont } from '../../../src/fonts/outlines/truetype-font.ts';
import { aligned } from '../../../src/fonts/outlines/truetype-program.ts';
import { readSfnt } from '../../../src/fonts/sfnt.ts';
import { StreamPieces } from '../../../src/packaging/stream-pieces.ts';

describe.each(Object.entries(outlineCodes))('codes of %s outlines', (_, { literals, distances }) => {
  test.each([
    ['bytes and lengths', literals.lengths, 286],
    ['distances', distances.lengths, 30],
  ])('have all %s, and no bit pattern is left over', (_name, lengths, symbols) => {
    expect(lengths).toHaveLength(symbols);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  });
});

test('glyphs deflated one by one take less than all together by a Huffman code of their own without repetitions', () => {
  const bytes = readFileSync(packagedFaces.songti.file);
  const { characters } = readFont(bytes);
  const font = readTrueTypeFont(readSfnt(bytes));
  const words = '关于印发三管镇开展清廉村居创建行动的实施方案的通知各村党委总支支部村民委员会机关各办公室';
  const glyphs = Array.from(words, (character) =>
    aligned(font.description(characters[character.codePointAt(0) ?? 0] ?? 0)),
  );
  const pieces = new StreamPieces(outlineCodes.truetype);
  const ours = pieces.join(glyphs.map((glyph) => pieces.piece(glyph))).length;
  expect(ours / deflateSync(Buffer.concat(glyphs), { level: 1, strategy: 2 }).length).toBeLessThan(1);
});
