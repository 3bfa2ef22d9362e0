import { beforeEach, expect, test, vi } from 'vitest';
import { fitPages } from '../../../src/typesetting/fit-pages.ts';
import { memoryShelf } from '../../keeping/memory-shelf.ts';
import { notice } from './examples.ts';

/** Each run of the program begins without what another has in memory. */
beforeEach(() => {
  vi.resetModules();
  vi.doUnmock('docx');
});
const write = async (shelf: ReturnType<typeof memoryShelf>): Promise<Uint8Array> => {
  const { writeDocx } = await import('../../../src/writers/docx/write-docx.ts');
  return writeDocx(notice, fitPages(notice), shelf);
};

test('a shell that was kept gives the same bytes, and the library is not loaded', async () => {
  const shelf = memoryShelf();
  const made = await write(shelf);
  expect(shelf.kept.size).toBe(1);
  vi.resetModules();
  vi.doMock('docx', () => {
    throw new Error('loaded');
  });
  expect(Buffer.from(await write(shelf)).equals(made)).toBe(true);
  vi.resetModules();
  await expect(write(memoryShelf())).rejects.toThrow();
});

test('a damaged one is made anew', async () => {
  const shelf = memoryShelf();
  const made = await write(shelf);
  const [[name, content] = ['', new Uint8Array()]] = [...shelf.kept];
  for (const damaged of [
    content.subarray(0, 500),
    new Uint8Array(),
    Buffer.from(content).fill(48, 400, 420),
  ]) {
    shelf.write(name, damaged);
    vi.resetModules();
    expect(Buffer.from(await write(shelf)).equals(made)).toBe(true);
    expect(Buffer.from(shelf.kept.get(name) ?? []).equals(content)).toBe(true);
  }
});
