import { Blob, Face, Font } from 'harfbuzzjs';
import { expect, test } from 'vitest';
import { readCompactFont } from '../../../src/fonts/outlines/compact-font.ts';
import {
  type Charstring,
  compactHead,
  type ProgramTraits,
  writeCharstring,
} from '../../../src/fonts/outlines/compact-program.ts';
import type { Outline } from '../../../src/fonts/outlines/outline.ts';
import { openTypeFile } from './opentype-file.ts';

const square: Outline = [
  {
    x: 10,
    y: -20,
    pieces: [
      [510, -20],
      [510, 480],
      [10, 480],
    ],
  },
];
const drop: Outline = [
  {
    x: 0,
    y: 0,
    pieces: [
      [0, 276, 224, 500, 500, 500],
      [776, 500, 1000, 276, 1000, 0.5],
      [500, -2000],
    ],
  },
];
const many: Outline = [
  { x: 1, y: 1, pieces: Array.from({ length: 60 }, (_, index) => [index * 9, index % 7]) },
];

const compactProgram = (charstrings: readonly Charstring[], traits: ProgramTraits): Uint8Array =>
  Buffer.concat([
    compactHead(traits)(
      'ABCDEF',
      charstrings.map(({ length }) => length),
    ),
    ...charstrings,
  ]);

const outlines = [[], square, drop, many];
const widths = [1000, 1000, 500, 1234];
const program = compactProgram(
  outlines.map((outline, glyph) => writeCharstring(outline, widths[glyph] ?? 0)),
  { name: 'Test', unitsPerEm: 1000, box: [0, -2000, 1000, 500] },
);

test('a program gives the outlines back that were put in', () => {
  const font = readCompactFont(program);
  expect(font.glyphs).toBe(4);
  expect(outlines.map((_, glyph) => font.outline(glyph))).toEqual(outlines);
});

test('another engine draws the same', () => {
  const font = new Font(new Face(new Blob(openTypeFile(program, widths))));
  expect(font.glyphToPath(1)).toBe('M10,-20L510,-20L510,480L10,480L10,-20Z');
  expect(font.glyphToPath(2)).toBe('M0,0C0,276 224,500 500,500C776,500 1000,276 1000,0.5L500,-2000L0,0Z');
  expect(font.glyphToPath(3).match(/L/g)).toHaveLength(61);
});

test('the size of a font does not depend on where its parts stand: many glyphs work as few do', () => {
  const charstrings = Array.from({ length: 3000 }, () => writeCharstring(many, 1000));
  const font = readCompactFont(
    compactProgram(charstrings, { name: 'A', unitsPerEm: 2048, box: [0, 0, 1, 1] }),
  );
  expect(font.glyphs).toBe(3000);
  expect(font.outline(2999)).toEqual(many);
});

const index = (...objects: readonly (readonly number[])[]): number[] => {
  if (objects.length === 0) return [0, 0];
  const offsets = [1];
  for (const object of objects) offsets.push((offsets.at(-1) ?? 0) + object.length);
  return [0, objects.length, 1, ...offsets, ...objects.flat()];
};
/** An integer of a DICT in five bytes, so that sizes do not depend on values. */
const integer = (value: number): number[] => [29, 0, 0, value >> 8, value & 0xff];

test.each([
  ['a list', [0, 0, 1, 1]],
  ['ranges', [3, 0, 2, 0, 0, 0, 0, 2, 1, 0, 3]],
])('glyphs of a CID-keyed font use the subroutines of their own DICT, chosen by %s', (_, select) => {
  const head = [1, 0, 4, 1, ...index([0x41])];
  const line = (length: number): number[] => [139 + length, 6, 11];
  const move = [139, 139, 21];
  const glyphs = index([14], [...move, 32, 10, 14], [...move, 32, 10, 14]);
  const top = (selectAt: number, glyphsAt: number, dictsAt: number): number[] =>
    index([...integer(dictsAt), 12, 36, ...integer(selectAt), 12, 37, ...integer(glyphsAt), 17]);
  const start = head.length + top(0, 0, 0).length + 4;
  const privateDict = [...integer(6), 19];
  const privates = [line(3), line(7)].map((program) => [...privateDict, ...index(program)]);
  const glyphsAt = start + select.length;
  const privateAt = glyphsAt + glyphs.length;
  const dicts = privates.map((_, dict) => [
    ...integer(privateDict.length),
    ...integer(privateAt + dict * (privates[0]?.length ?? 0)),
    18,
  ]);
  const dictsAt = privateAt + privates.flat().length;
  const bytes = [
    ...head,
    ...top(start, glyphsAt, dictsAt),
    ...index(),
    ...index(),
    ...select,
    ...glyphs,
    ...privates.flat(),
    ...index(...dicts),
  ];
  const font = readCompactFont(Uint8Array.from(bytes));
  const lines = select[0] === 0 ? [7, 7] : [3, 7];
  expect([1, 2].map((glyph) => font.outline(glyph)[0]?.pieces)).toEqual(lines.map((length) => [[length, 0]]));
});
