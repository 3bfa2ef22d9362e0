import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFont } from '../../src/fonts/font.ts';
import { inkReader } from '../../src/fonts/ink-box.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import { boundsOf } from '../../src/fonts/outlines/bounds.ts';

describe('the edges of an outline', () => {
  test('are those of its curves, not of the points that steer them', () => {
    const arch = { x: 0, y: 0, pieces: [[0, 100, 200, 100, 200, 0]] };
    expect(boundsOf([arch])).toEqual([0, 0, 200, 75]);
  });

  test('take in the points lines go to, and where a contour begins', () => {
    const triangle = {
      x: -5,
      y: 7,
      pieces: [
        [10, 20],
        [30, -4],
      ],
    };
    expect(boundsOf([triangle, { x: 90, y: 90, pieces: [] }])).toEqual([-5, -4, 30, 20]);
  });

  test('are nowhere where nothing is drawn', () => {
    expect(boundsOf([])).toBeNull();
  });

  test('follow curves whose derivative is linear', () => {
    // Both steering points as far from the ends: the cubic term is nought.
    const wave = { x: 0, y: 0, pieces: [[10, 30, 20, 30, 30, 0]] };
    expect(boundsOf([wave])).toEqual([0, 0, 30, 22.5]);
  });
});

describe('the ink of a glyph', () => {
  const file = join(import.meta.dirname, '..', '..', packagedFaces.xiaobiaosong.file);
  const bytes = readFileSync(file);
  const font = readFont(bytes);
  const ink = inkReader({ bytes, index: 0, font });
  const of = (character: string) => ink(font.characters[character.codePointAt(0) ?? 0] ?? 0);

  test('stands inside the box around all glyphs of the face', () => {
    for (const character of '三管镇人民政府文件—') {
      const box = of(character);
      expect(box?.top).toBeLessThanOrEqual(font.box[3]);
      expect(box?.bottom).toBeGreaterThanOrEqual(font.box[1]);
      expect(box?.right).toBeGreaterThan(box?.left ?? 1);
    }
  });

  test('a dash is low and flat, a space draws nothing', () => {
    const dash = of('—');
    expect((dash?.top ?? 1) - (dash?.bottom ?? 0)).toBeLessThan(0.1);
    expect((of('镇')?.top ?? 0) - (of('镇')?.bottom ?? 0)).toBeGreaterThan(0.8);
    expect(of(' ')).toBeNull();
  });
});
