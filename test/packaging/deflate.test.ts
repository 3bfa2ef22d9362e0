import { inflateRawSync } from 'node:zlib';
import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Deflating, deflate } from '../../src/packaging/deflate.ts';

/** Whether two programs that share nothing with ours read the same content. */
const isReadBack = (deflated: Uint8Array, content: Uint8Array): boolean =>
  inflateRawSync(deflated).equals(content) && Buffer.from(inflateSync(deflated)).equals(content);

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Bytes without pattern, the same each time. */
function noise(length: number, values = 256): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % values;
  });
}

/** Bytes that occur so often that a Huffman code without a limit would have codes of more than 15 bits. */
function skewed(): Uint8Array {
  const content: number[] = [];
  let [count, before] = [1, 1];
  for (let byte = 0; byte < 22; byte++) {
    for (let time = 0; time < count; time++) content.push(byte);
    [count, before] = [count + before, count];
  }
  // In an order without repetitions to be found.
  const order = noise(content.length);
  return Uint8Array.from(
    content.map((byte, index) => [order[index] ?? 0, byte] as const).sort((a, b) => a[0] - b[0]),
    ([, byte]) => byte,
  );
}

describe('deflate', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['one byte', text('a')],
    ['three bytes', text('aaa')],
    ['one byte again and again', text('a'.repeat(1000))],
    ['as long as the longest repetition, and one more', text(`${'ab'.repeat(129)}ab`)],
    ['Chinese text', text('清廉村居创建行动实施方案'.repeat(40))],
    ['markup', text(Array.from({ length: 200 }, (_, row) => `<w:tr><w:tc>${row}</w:tc></w:tr>`).join(''))],
    ['bytes without pattern', noise(70_000)],
    ['four values without pattern', noise(70_000, 4)],
    ['bytes of very different frequency', skewed()],
  ])('is read by others: %s', (_, content) => {
    expect(isReadBack(deflate(content), content)).toBe(true);
  });

  test('tells every length and distance', () => {
    for (const distance of [1, 2, 3, 4, 5, 9, 257, 258, 4097, 16_385, 32_768, 32_769, 40_000]) {
      for (const length of [4, 5, 10, 11, 12, 66, 67, 130, 131, 227, 257, 258, 259, 600]) {
        const part = noise(length);
        const content = new Uint8Array(Math.max(distance, length) + 2 * length);
        content.set(part);
        content.set(part, distance);
        expect(isReadBack(deflate(content), content), `${length} at ${distance}`).toBe(true);
      }
    }
  });

  test('says in short what repeats itself', () => {
    const row = '<w:tr><w:tc><w:p><w:r><w:t>责任人</w:t></w:r></w:p></w:tc></w:tr>';
    expect(deflate(text(row.repeat(1000))).length).toBeLessThan(1000);
  });

  test('gives the same bytes whatever was deflated before', () => {
    const content = text('印发通知'.repeat(30));
    const first = deflate(content);
    deflate(noise(100_000));
    expect(deflate(content)).toEqual(first);
  });
});

describe('content that comes bit by bit', () => {
  const long = Buffer.concat([noise(1_500_000, 40), text('清廉村居'.repeat(90_000))]);

  test.each([1, 4096, 1 << 20, 1_048_577, 3_000_000])(
    'in pieces of %i bytes gives the same bytes',
    (size) => {
      const content = size === 1 ? long.subarray(0, 10_000) : long;
      const deflating = new Deflating();
      for (let at = 0; at < content.length; at += size) deflating.add(content.subarray(at, at + size));
      expect(Buffer.from(deflating.finish()).equals(deflate(content))).toBe(true);
    },
  );

  test('of more than a block is read back, and nothing comes of nothing', () => {
    expect(isReadBack(deflate(long), long)).toBe(true);
    const exactly = long.subarray(0, 1 << 20);
    expect(isReadBack(deflate(exactly), exactly)).toBe(true);
    expect(isReadBack(new Deflating().finish(), new Uint8Array())).toBe(true);
  });
});
