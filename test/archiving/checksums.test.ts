import { expect, test } from 'vitest';
import { checksumList, readChecksumList } from '../../src/archiving/checksums.ts';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];

test('a list is as sha256sum writes it, sorted by path, and is read back', () => {
  const list = checksumList(
    new Map([
      ['归档件/乙 2.pdf', b],
      ['元数据.xml', a],
    ]),
  );
  expect(list).toBe(`${a}  元数据.xml\n${b}  归档件/乙 2.pdf\n`);
  expect([...(readChecksumList(list) ?? [])]).toEqual([
    ['元数据.xml', a],
    ['归档件/乙 2.pdf', b],
  ]);
});

test.each([
  ['a line that is none', '不是清单'],
  ['a value that is too short', `${a.slice(1)}  元数据.xml\n`],
  ['a path that stands twice', `${a}  甲\n${b}  甲\n`],
])('%s makes the list unreadable', (_, text) => {
  expect(readChecksumList(text)).toBeNull();
});

test('line ends of Windows do no harm', () => {
  expect(readChecksumList(`${a}  甲\r\n`)).toEqual(new Map([['甲', a]]));
});
