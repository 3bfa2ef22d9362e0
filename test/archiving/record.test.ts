import { describe, expect, test } from 'vitest';
import { pageCountOf, readRecord, recordFolderName, versionOf } from '../../src/archiving/record.ts';

const number = '0001-WS·2022-D30-DZB-0006';

test.each([1, 2, 3, 12])('the folder of version %i tells it', (version) => {
  expect(versionOf(recordFolderName(number, version), number)).toBe(version);
});

test.each(['别的', `${number} 第1版`, `${number}7`, `${number} 第二版`, `${number} 草稿`])(
  'a folder called %s is no version',
  (name) => expect(versionOf(name, number)).toBeNull(),
);

describe('pages of a record', () => {
  test('attachments by themselves are not counted again', () => {
    expect(
      pageCountOf([
        { kind: 'notice', pages: 18 },
        { kind: 'notice', pages: null },
        { kind: 'attachment', pages: 6 },
        { kind: 'task-sheet', pages: 3 },
        { kind: 'task-ledger', pages: null },
      ]),
    ).toBe(21);
  });
});

test.each(['', '{', '[]', '{"schema":2}', '{"schema":1,"plan":"甲"}'])('%s is no record', (text) => {
  expect(readRecord(text)).toBeNull();
});
