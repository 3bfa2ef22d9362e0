import { expect, test } from 'vitest';
import { KeptGlyphs } from '../../src/fonts/kept-glyphs.ts';
import type { Shelf } from '../../src/keeping/shelf.ts';
import { memoryShelf } from '../keeping/memory-shelf.ts';

const font = { bytes: Uint8Array.of(1, 2, 3), index: 0 };
const open = (shelf: Shelf, face = font, tolerance = 1) => new KeptGlyphs(face, tolerance, shelf);

function fill(shelf: Shelf): void {
  const glyphs = open(shelf);
  glyphs.add(7, Uint8Array.of(139, 14));
  glyphs.save();
  glyphs.add(65_535, new Uint8Array(70_000).fill(5));
  glyphs.add(9, new Uint8Array());
  glyphs.save();
}

test('glyphs that were saved are there for the next run', () => {
  const shelf = memoryShelf();
  fill(shelf);
  const glyphs = open(shelf);
  expect([...(glyphs.get(7) ?? [])]).toEqual([139, 14]);
  expect(glyphs.get(65_535)).toHaveLength(70_000);
  expect(glyphs.get(9)).toHaveLength(0);
  expect(glyphs.get(8)).toBeUndefined();
});

test('another font, another font of the file, another tolerance have glyphs of their own', () => {
  const shelf = memoryShelf();
  fill(shelf);
  expect(open(shelf, { bytes: Uint8Array.of(1, 2, 4), index: 0 }).get(7)).toBeUndefined();
  expect(open(shelf, { ...font, index: 1 }).get(7)).toBeUndefined();
  expect(open(shelf, font, 0).get(7)).toBeUndefined();
});

test.each([
  ['cut short', (content: Uint8Array) => content.subarray(0, -1)],
  ['changed at the end', (content: Uint8Array) => content.fill(0, content.length - 8)],
  ['followed by something else', (content: Uint8Array) => Buffer.concat([content, Buffer.alloc(40, 1)])],
])('of a file that is %s the whole batches are read, and more can be added', (_, damage) => {
  const shelf = memoryShelf();
  fill(shelf);
  const [[name, content] = ['', new Uint8Array()]] = [...shelf.kept];
  shelf.write(name, damage(Uint8Array.from(content)));
  const glyphs = open(shelf);
  expect([...(glyphs.get(7) ?? [])]).toEqual([139, 14]);
  glyphs.add(11, Uint8Array.of(1));
  glyphs.save();
  expect([...(open(shelf).get(11) ?? [])]).toEqual([1]);
});

test('nothing is written where nothing was added', () => {
  const shelf = memoryShelf();
  open(shelf).save();
  expect(shelf.kept.size).toBe(0);
});
