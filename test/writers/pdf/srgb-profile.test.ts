import { expect, test } from 'vitest';
import { srgbProfile } from '../../../src/writers/pdf/srgb-profile.ts';

test('the profile is one of ICC version 2 that knows its own length', () => {
  const bytes = srgbProfile();
  const view = new DataView(bytes.buffer);
  const ascii = (offset: number, length: number) =>
    Buffer.from(bytes.subarray(offset, offset + length)).toString('latin1');
  expect(view.getUint32(0)).toBe(bytes.length);
  expect(view.getUint8(8)).toBe(2);
  expect(ascii(12, 12)).toBe('mntrRGB XYZ ');
  expect(ascii(36, 4)).toBe('acsp');
});

test('white is the sum of the primaries, and the curve runs from 0 to 1 through the middle of sRGB', () => {
  const bytes = srgbProfile();
  const view = new DataView(bytes.buffer);
  const tag = (signature: string): number => {
    for (let entry = 132; ; entry += 12) {
      const found = Buffer.from(bytes.subarray(entry, entry + 4)).toString('latin1');
      if (found === signature) return view.getUint32(entry + 4);
    }
  };
  const xyz = (signature: string) => [8, 12, 16].map((at) => view.getInt32(tag(signature) + at) / 65536);
  const sum = [0, 1, 2].map((axis) =>
    ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, primary) => total + (xyz(primary)[axis] ?? 0), 0),
  );
  for (const axis of [0, 1, 2]) expect(sum[axis]).toBeCloseTo(xyz('wtpt')[axis] ?? 0, 3);
  const curve = tag('rTRC') + 12;
  const last = view.getUint32(curve - 4) - 1;
  const at = (value: number) => view.getUint16(curve + 2 * Math.round(value * last)) / 0xffff;
  expect([at(0), at(1)]).toEqual([0, 1]);
  expect(at(0.5)).toBeCloseTo(0.214, 2);
});
