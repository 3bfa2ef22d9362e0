import { beforeEach, expect, test, vi } from 'vitest';
import type { Workbook } from '../../../src/document/workbook.ts';
import { memoryShelf } from '../../keeping/memory-shelf.ts';
import { cell, sheet, workbook } from './examples.ts';

/** Each run of the program begins without what another has in memory. */
beforeEach(() => {
  vi.resetModules();
  vi.doUnmock('exceljs');
});
const write = async (book: Workbook, shelf: ReturnType<typeof memoryShelf>): Promise<Buffer> => {
  vi.resetModules();
  const { writeXlsx } = await import('../../../src/writers/xlsx/write-xlsx.ts');
  return Buffer.from(await writeXlsx(book, shelf));
};
const withoutLibrary = () =>
  vi.doMock('exceljs', () => {
    throw new Error('loaded');
  });

/** A workbook of a village. */
const ledger = (village: string, more: Partial<Parameters<typeof sheet>[1]> = {}) =>
  workbook(
    sheet([[cell('村居', { role: 'head' })], [cell(village)]], {
      remarks: [{ row: 1, column: 1, text: '全称' }],
      merges: [],
      ...more,
    }),
  );

test('a shell that was kept gives the same bytes, and the library is not loaded', async () => {
  const shelf = memoryShelf();
  const made = await write(ledger('东姚庄'), shelf);
  expect(shelf.kept.size).toBe(1);
  withoutLibrary();
  expect((await write(ledger('东姚庄'), shelf)).equals(made)).toBe(true);
  await expect(write(ledger('东姚庄'), memoryShelf())).rejects.toThrow();
});

test('other rows stand in the same shell as in one of their own', async () => {
  const shelf = memoryShelf();
  await write(ledger('东姚庄'), shelf);
  const own = await write(ledger('李卓'), memoryShelf());
  withoutLibrary();
  expect((await write(ledger('李卓'), shelf)).equals(own)).toBe(true);
});

test.each<readonly [string, Workbook]>([
  ['a row more', workbook(sheet([[cell('村居', { role: 'head' })], [cell('东姚庄')], [cell('李卓')]]))],
  [
    'a cell of another look',
    workbook(sheet([[cell('村居', { role: 'head' })], [cell('东姚庄', { input: true })]])),
  ],
  ['text that would turn into a formula', ledger('=1')],
  ['wider columns', ledger('东姚庄', { columns: [20] })],
  ['another remark', ledger('东姚庄', { remarks: [{ row: 1, column: 1, text: '简称' }] })],
  ['another title', { ...ledger('东姚庄'), metadata: { ...ledger('东姚庄').metadata, title: '另一张表' } }],
])('%s: another shell, in the place of the first', async (_, other) => {
  const shelf = memoryShelf();
  await write(ledger('东姚庄'), shelf);
  expect((await write(other, shelf)).equals(await write(other, memoryShelf()))).toBe(true);
  expect(shelf.kept.size).toBe(1);
});

test('a damaged one is made anew', async () => {
  const shelf = memoryShelf();
  const made = await write(ledger('东姚庄'), shelf);
  const [[name, content] = ['', new Uint8Array()]] = [...shelf.kept];
  for (const damaged of [
    content.subarray(0, 500),
    new Uint8Array(),
    Buffer.from(content).fill(48, 400, 420),
  ]) {
    shelf.write(name, damaged);
    expect((await write(ledger('东姚庄'), shelf)).equals(made)).toBe(true);
    expect(Buffer.from(shelf.kept.get(name) ?? []).equals(content)).toBe(true);
  }
});
