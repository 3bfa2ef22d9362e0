import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { Blob, Font, Face as HarfbuzzFace } from 'harfbuzzjs';
import { expect, test } from 'vitest';
import type { Face } from '../../src/fonts/face-set.ts';
import { readFont } from '../../src/fonts/font.ts';
import { openGlyphStock, type Program } from '../../src/fonts/glyph-stock.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import { readSfnt } from '../../src/fonts/sfnt.ts';
import { collection } from './collection.ts';

function openFace(bytes: Uint8Array, index = 0): Face {
  const font = readFont(bytes, index);
  const about = { name: 'face', file: 'face.ttf', source: 'system', standing: 'proper' } as const;
  return { id: 'western', role: 'western', index, font, bytes, ...about };
}

const tinosBytes = readFileSync(packagedFaces.western.file);
const notoBytes = readFileSync(packagedFaces.songti.file);

const glyphs = (face: Face, text: string): number[] =>
  Array.from(text, (character) => face.font.characters[character.codePointAt(0) ?? 0] ?? 0);

/** A program as readers of PDF see it. */
function bytesOf({ deflated, length }: Program): Uint8Array {
  const bytes = inflateSync(deflated);
  expect(bytes).toHaveLength(length);
  return bytes;
}

/** Paths of glyphs as an engine of others draws them. */
function paths(bytes: Uint8Array, ids: readonly number[], index = 0): string[] {
  const font = new Font(new HarfbuzzFace(new Blob(bytes), index));
  return ids.map((id) => font.glyphToPath(id));
}

test('a subset holds the glyphs asked for, in their order, and is small', () => {
  const face = openFace(notoBytes);
  const ids = glyphs(face, '乡村振兴');
  const subset = openGlyphStock(face).subset(ids);
  expect(subset.kind).toBe('CIDFontType2');
  expect(subset.name).toMatch(/^[A-Z]{6}\+NotoSerifSC-Regular$/);
  expect(subset.widths).toHaveLength(5);
  expect(subset.program.length).toBeLessThan(5000);
  expect(paths(bytesOf(subset.program), [1, 2, 3, 4])).toEqual(paths(notoBytes, ids));
});

test('a glyph that is put together from others brings them along', () => {
  const face = openFace(tinosBytes);
  const ids = glyphs(face, 'Áé');
  const subset = openGlyphStock(face).subset(ids);
  expect(subset.widths.length).toBeGreaterThan(3);
  expect(paths(bytesOf(subset.program), [1, 2])).toEqual(paths(tinosBytes, ids));
});

test('advances are those the pages were set with, in thousandths', () => {
  const face = openFace(tinosBytes);
  const ids = glyphs(face, '2022A.');
  const { widths, program } = openGlyphStock(face).subset(ids);
  const font = new Font(new HarfbuzzFace(new Blob(bytesOf(program))));
  for (const [index, id] of ids.entries()) {
    const advance = face.font.advances[id] ?? 0;
    expect(widths[index + 1]).toBeCloseTo(advance * 1000, 2);
    expect(font.glyphHAdvance(index + 1)).toBe(Math.round(advance * face.font.unitsPerEm));
  }
});

test('tables that a PDF has no use for are gone, and the font itself stays as it was', () => {
  const before = Buffer.from(tinosBytes);
  const { program } = openGlyphStock(openFace(tinosBytes)).subset(glyphs(openFace(tinosBytes), 'aÁ'));
  expect([...readSfnt(bytesOf(program)).tables.keys()]).toEqual([
    'glyf',
    'head',
    'hhea',
    'hmtx',
    'loca',
    'maxp',
  ]);
  expect(before.equals(tinosBytes)).toBe(true);
});

test('the same glyphs give the same bytes whatever was made before, other glyphs another name', () => {
  const [one, other] = [openGlyphStock(openFace(notoBytes)), openGlyphStock(openFace(notoBytes))];
  const wanted = glyphs(one.face, '清廉村居');
  other.subset(glyphs(one.face, '先做别的字'));
  expect(one.subset(wanted)).toEqual(other.subset(wanted));
  expect(one.subset(wanted).name).toBe(other.subset(wanted).name);
  expect(one.subset(wanted.toReversed()).name).not.toBe(one.subset(wanted).name);
});

test('a font of a collection is subset like one by itself', () => {
  const bytes = collection([tinosBytes, notoBytes]);
  const inside = openGlyphStock(openFace(bytes, 1));
  const alone = openGlyphStock(openFace(notoBytes));
  const wanted = glyphs(alone.face, '乡村');
  expect(inside.subset(wanted)).toEqual(alone.subset(wanted));
});
