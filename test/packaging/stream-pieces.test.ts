import { inflateSync } from 'node:zlib';
import { inflateSync as fflateRaw } from 'fflate';
import { expect, test } from 'vitest';
import { SymbolCounts } from '../../src/packaging/deflate.ts';
import { StreamPieces } from '../../src/packaging/stream-pieces.ts';

/** Codes with every symbol. */
function codes(sample: Uint8Array) {
  const counts = new SymbolCounts();
  counts.add(sample);
  for (const list of [counts.literals, counts.distances])
    for (const [symbol, count] of list.entries()) list[symbol] = count + 1;
  return counts.codes();
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const contents = ['清廉村居', '', 'abcabcabcabcabcabc', 'x', '一二三四五六七'.repeat(60)].map(text);

test('pieces give a stream that two programs read as their contents one after another, in any order', () => {
  const pieces = new StreamPieces(codes(text('清廉村居 abc')));
  const made = contents.map((content) => pieces.piece(content));
  for (const order of [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 2, 4, 4, 0], []]) {
    const stream = pieces.join(order.flatMap((index) => made[index] ?? []));
    const expected = Buffer.concat(order.flatMap((index) => contents[index] ?? []));
    expect(inflateSync(stream).equals(expected)).toBe(true);
    expect(Buffer.from(fflateRaw(stream.subarray(2, -4))).equals(expected)).toBe(true);
  }
});

test('repetitions inside a piece make it shorter', () => {
  const pieces = new StreamPieces(codes(text('ab')));
  const [once, often] = [pieces.piece(text('清廉')), pieces.piece(text('清廉'.repeat(40)))];
  expect(often.bitCount).toBeLessThan(once.bitCount + 40);
});

test.each([0, 1, 65_535, 200_000])('%i bytes of content of its own come before the pieces', (length) => {
  const pieces = new StreamPieces(codes(text('清廉村居')));
  const before = Uint8Array.from({ length }, (_, index) => index * index);
  const stream = pieces.join([pieces.piece(text('清廉')), pieces.piece(text('村居'))], before);
  expect(inflateSync(stream).equals(Buffer.concat([before, text('清廉村居')]))).toBe(true);
});

test('a piece stands behind any number of bits', () => {
  const pieces = new StreamPieces(codes(text('清廉村居')));
  const made = pieces.piece(text('清廉'));
  for (let count = 1; count < 80; count++) {
    const stream = pieces.join(Array.from({ length: count }, () => made));
    expect(inflateSync(stream).toString()).toBe('清廉'.repeat(count));
  }
  expect(made.bitCount % 2).toBe(1);
});
