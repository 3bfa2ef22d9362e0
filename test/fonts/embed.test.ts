import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCharacterMap } from '../../src/fonts/character-map.ts';
import { embedFace, embedFaces } from '../../src/fonts/embed.ts';
import type { Face } from '../../src/fonts/face-set.ts';
import { readFont } from '../../src/fonts/font.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import { loadSubsetter } from '../../src/fonts/load-subsetter.ts';
import { readSfnt } from '../../src/fonts/sfnt.ts';
import { packagedFaceSet } from '../writers/pdf/sheets.ts';
import { collection } from './collection.ts';

const subset = loadSubsetter();
const codePoints = (text: string): Set<number> =>
  new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));

function openFace(bytes: Uint8Array, index = 0): Face {
  return {
    id: 'western',
    role: 'western',
    name: 'face',
    file: 'face.ttf',
    index,
    source: 'system',
    standing: 'proper',
    font: readFont(bytes, index),
    bytes,
  };
}

const tinosBytes = readFileSync(packagedFaces.western.file);
const notoBytes = readFileSync(packagedFaces.songti.file);

test('a subset holds the glyphs of its characters and is small', () => {
  const embedded = embedFace(openFace(notoBytes), codePoints('乡村振兴'), subset);
  expect([...embedded.codes.keys()].map((code) => String.fromCodePoint(code)).sort()).toEqual([
    ...'乡兴振村',
  ]);
  expect(embedded.widths.map(([code]) => code)).toEqual([0, 1, 2, 3, 4]);
  expect(embedded.program.length).toBeLessThan(5000);
  expect(embedded.kind).toBe('CIDFontType2');
  expect(embedded.name).toMatch(/^[A-Z]{6}\+NotoSerifSC-Regular$/);
});

test('advances are those the pages were set with, in thousandths', () => {
  const face = openFace(tinosBytes);
  const embedded = embedFace(face, codePoints('2022A.'), subset);
  const widths = new Map(embedded.widths);
  for (const [codePoint, code] of embedded.codes) {
    const glyph = face.font.characters[codePoint] ?? 0;
    expect(widths.get(code)).toBeCloseTo((face.font.advances[glyph] ?? 0) * 1000, 2);
  }
});

test('tables that a PDF has no use for are gone', () => {
  const { program } = embedFace(openFace(tinosBytes), codePoints('abc'), subset);
  expect([...readSfnt(program).tables.keys()].sort()).toEqual([
    'cmap',
    'glyf',
    'head',
    'hhea',
    'hmtx',
    'loca',
    'maxp',
  ]);
});

test('the same characters in any order give the same bytes and name', () => {
  const one = embedFace(openFace(notoBytes), codePoints('乡村振兴'), subset);
  const other = embedFace(openFace(notoBytes), codePoints('兴振村乡'), subset);
  expect(Buffer.from(one.program).equals(other.program)).toBe(true);
  expect(one.name).toBe(other.name);
  expect(embedFace(openFace(notoBytes), codePoints('乡村'), subset).name).not.toBe(one.name);
});

test('a font of a collection is subset like one by itself', () => {
  const bytes = collection([tinosBytes, notoBytes]);
  const inside = embedFace(openFace(bytes, 1), codePoints('乡村'), subset);
  const alone = embedFace(openFace(notoBytes), codePoints('乡村'), subset);
  expect(readCharacterMap(readSfnt(inside.program))).toEqual(readCharacterMap(readSfnt(alone.program)));
  expect(inside.widths).toEqual(alone.widths);
});

test('of characters that share a glyph the ordinary one stands for it', () => {
  const embedded = embedFace(openFace(notoBytes), codePoints('〈\u2329①➀'), subset);
  expect([...embedded.characters.values()].map((code) => String.fromCodePoint(code))).toEqual(['①', '〈']);
  expect(embedded.codes.size).toBe(4);
});

test('roles drawn by one font share its subset', () => {
  const used = new Map(['fangsong', 'kaiti', 'heiti'].map((id) => [id, codePoints('通知')]));
  const embedded = embedFaces(packagedFaceSet(), used, subset);
  expect(embedded.get('fangsong')).toBe(embedded.get('kaiti'));
  expect(embedded.get('fangsong')).not.toBe(embedded.get('heiti'));
});

test('a character the face lacks is our own fault', () => {
  expect(() => embedFace(openFace(tinosBytes), codePoints('乡'), subset)).toThrow('lacks U+4E61');
});
