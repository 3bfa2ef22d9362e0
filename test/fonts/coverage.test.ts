import { expect, test } from 'vitest';
import { coverageOf, gb2312 } from '../../src/fonts/coverage.ts';

test('GB 2312 has 6763 Chinese characters, from 啊 to 齄', () => {
  expect(gb2312.size).toBe(6763);
  const characters = [...gb2312].map((codePoint) => String.fromCodePoint(codePoint));
  expect([characters[0], characters.at(-1)]).toEqual(['啊', '齄']);
});

test('coverage counts characters, not glyphs', () => {
  const map = new Uint16Array(0x10000);
  for (const character of '啊阿A') map[character.codePointAt(0) ?? 0] = 7;
  expect(coverageOf(map)).toEqual({ gb2312: 2, total: 3 });
});
