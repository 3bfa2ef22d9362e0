import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress } from '../../../src/packaging/zlib-stream.ts';
import { characterMapStreams, operatorStreams } from '../../../src/writers/pdf/stream-codes.ts';

/** Every byte, in no order that repeats itself. */
const everyByte = Uint8Array.from({ length: 5000 }, (_, index) => (index * index) >> 5);

test.each([
  ['operators', operatorStreams],
  ['character maps', characterMapStreams],
])('codes found beforehand have every symbol: %s', (_, streams) => {
  const far = Buffer.concat([everyByte, Buffer.alloc(27_000, 'far away '), everyByte]);
  for (const content of [new Uint8Array(), everyByte, far]) {
    expect(inflateSync(streams.stream(content)).equals(content)).toBe(true);
  }
});

test('a page is not much longer than with codes of its own', () => {
  const line = (index: number) =>
    `1 0 0 1 79.4 ${(713.3 - 2.96 * index).toFixed(2)} Tm<002D002E00${10 + index}>Tj\n`;
  const page = Buffer.from(Array.from({ length: 200 }, (_, index) => line(index)).join(''), 'latin1');
  expect(operatorStreams.stream(page).length).toBeLessThan(1.4 * compress(page).length);
});
