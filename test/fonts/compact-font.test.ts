import { expect, test } from 'vitest';
import { readCompactFont } from '../../src/fonts/compact-font.ts';

const index = (...objects: readonly (readonly number[])[]): number[] => {
  if (objects.length === 0) return [0, 0];
  const offsets = [1];
  for (const object of objects) offsets.push((offsets.at(-1) ?? 0) + object.length);
  return [0, objects.length, 1, ...offsets, ...objects.flat()];
};

/** An integer of a DICT in five bytes, so that sizes do not depend on values. */
const integer = (value: number): number[] => [29, 0, 0, value >> 8, value & 0xff];

/** A CFF font of four empty glyphs with a charset. */
function font(charset: readonly number[], cidKeyed: boolean): Uint8Array {
  const head = [1, 0, 4, 1, ...index([0x41])];
  const keyed = cidKeyed ? [...integer(391), ...integer(392), ...integer(0), 12, 30] : [];
  const top = (charsetAt: number, glyphsAt: number) =>
    index([...keyed, 30, 0x0a, 0x14, 0x1f, 12, 7, ...integer(charsetAt), 15, ...integer(glyphsAt), 17]);
  const after = [...index(), ...index()];
  const start = head.length + top(0, 0).length + after.length;
  const glyphs = index([14], [14], [14], [14]);
  return Uint8Array.from([...head, ...top(start, start + charset.length), ...after, ...charset, ...glyphs]);
}

test.each([
  ['a list', [0, 0, 7, 1, 0, 39, 16]],
  ['ranges with one byte', [1, 0, 7, 0, 1, 0, 0, 39, 16, 0]],
  ['ranges with two bytes', [2, 0, 7, 0, 0, 1, 0, 0, 0, 39, 16, 0, 0]],
])('codes of a CID-keyed font are the CIDs of its charset, written as %s', (_, charset) => {
  expect(readCompactFont(font(charset, true)).codes).toEqual([0, 7, 256, 10_000]);
});

test('a range of CIDs counts on', () => {
  expect(readCompactFont(font([2, 2, 0, 0, 2], true)).codes).toEqual([0, 512, 513, 514]);
});

test('codes of any other font are its glyph ids', () => {
  expect(readCompactFont(font([0, 0, 7, 1, 0, 39, 16], false)).codes).toEqual([0, 1, 2, 3]);
});
