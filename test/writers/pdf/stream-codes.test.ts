import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { operatorStreams } from '../../../src/writers/pdf/stream-codes.ts';

/** Every byte, in no order that repeats itself. */
const everyByte = Uint8Array.from({ length: 5000 }, (_, index) => (index * index) >> 5);

test('codes of operators have every symbol', () => {
  const far = Buffer.concat([everyByte, Buffer.alloc(27_000, 'far away '), everyByte]);
  for (const content of [new Uint8Array(), everyByte, far]) {
    const stream = operatorStreams.join([operatorStreams.piece(content)]);
    expect(inflateSync(stream).equals(content)).toBe(true);
  }
});
