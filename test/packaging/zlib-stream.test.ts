import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checksumOf, compress, JoinedChecksum } from '../../src/packaging/zlib-stream.ts';

const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 251) % 256);

describe('compress', () => {
  test.each([0, 1, 3800, 3801, 200_000])('%i bytes are read back, checksum and all', (length) => {
    const content = bytes(length).fill(255, length >> 1);
    expect(inflateSync(compress(content)).equals(content)).toBe(true);
  });

  test('a changed checksum is noticed: it is really there', () => {
    const stream = compress(bytes(100));
    stream[stream.length - 1] = (stream.at(-1) ?? 0) ^ 1;
    expect(() => inflateSync(stream)).toThrow('incorrect data check');
  });
});

test('checksums of two contents give that of both together', () => {
  const [first, second] = [new Uint8Array(70_000).fill(255), bytes(131_072)];
  const joined = new JoinedChecksum(checksumOf(first)).add(checksumOf(second), second.length);
  expect({ ...joined }).toEqual(checksumOf(Buffer.concat([first, second])));
  const alone = new JoinedChecksum().add(checksumOf(second), second.length);
  expect({ ...alone }).toEqual(checksumOf(second));
});
