import { expect, test } from 'vitest';
import { ByteWriter } from '../../../src/writers/pdf/byte-writer.ts';
import { decimal } from '../../../src/writers/pdf/pdf-syntax.ts';

const written = (write: (bytes: ByteWriter) => void): string => {
  const bytes = new ByteWriter(1);
  write(bytes);
  return Buffer.from(bytes.written).toString('latin1');
};

test.each([0, 7, 10, 99.999, 100.5, -0.004, -0.25, -12.3, 841.89, 123_456.789])(
  'a number is put as it is written elsewhere: %d',
  (value) => {
    expect(written((bytes) => bytes.decimal(value))).toBe(decimal(value));
  },
);

test.each([0, -0, 0.00004, 0.25, -0.25, 0.0305, 1.2345678, -3.00009, 12.1, 841.8898])(
  'a number is put with at most four decimals: %d',
  (value) => {
    expect(written((bytes) => bytes.fine(value))).toBe(String(Math.round(value * 10_000) / 10_000));
  },
);

test.each([0, 9, 10, 99, 100, 999, 1000, 65_535, 2_147_483_647])('whole numbers: %i', (value) => {
  expect(written((bytes) => bytes.whole(value))).toBe(String(value));
  expect(written((bytes) => bytes.padded(value, 10))).toBe(String(value).padStart(10, '0'));
});

test('what is put down grows beyond the room there was', () => {
  const words = '<</Type/Page>>'.repeat(50);
  const all = written((bytes) => bytes.text(words).raw(Uint8Array.of(0xff, 0)).hex4(0x4e2d).reference(12));
  expect(all).toBe(`${words}\u00ff\u00004E2D12 0 R`);
});

test('a writer that begins anew has nothing of what it wrote before', () => {
  const bytes = new ByteWriter(8);
  bytes.text('before').clear();
  expect(bytes.whole(3).written).toEqual(Uint8Array.of(0x33));
});
