import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
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
