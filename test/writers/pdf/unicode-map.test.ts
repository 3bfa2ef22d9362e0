import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unicodeMap } from '../../../src/writers/pdf/unicode-map.ts';

const mapOf = (characters: readonly number[]): string =>
  inflateSync(unicodeMap(characters)).toString('latin1');

test('codes count from 1, and a character beyond 16 bits takes two units', () => {
  const lines = mapOf([0x4e00, 0x20, 0x1f600]).split('\n');
  expect(lines.slice(9, 12)).toEqual([
    '1 beginbfrange',
    '<0001><0003>[<4E00><0020><D83DDE00>]',
    'endbfrange',
  ]);
});

test('codes of a range have one upper byte', () => {
  const ranges = mapOf(Array.from({ length: 600 }, (_, index) => 0x4e00 + index)).match(/<\w{4}><\w{4}>\[/g);
  expect(ranges).toEqual(['<0001><00FF>[', '<0100><01FF>[', '<0200><0258>[']);
});

test.each([0x00, 0x01, 0x10])('every character of plane %i can be told', (plane) => {
  const characters = Array.from({ length: 0x10000 }, (_, low) => plane * 0x10000 + low).filter(
    (codePoint) => codePoint < 0xd800 || codePoint > 0xdfff,
  );
  const units = (codePoint: number) =>
    Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex').toUpperCase();
  for (let start = 0; start < characters.length; start += 8192) {
    const some = characters.slice(start, start + 8192);
    const lists = [...mapOf(some).matchAll(/\[<(.*)>\]/g)];
    expect(lists.flatMap(([, list = '']) => list.split('><'))).toEqual(some.map(units));
  }
});

test('an empty font has an empty map', () => {
  expect(mapOf([])).not.toContain('bfrange');
});
