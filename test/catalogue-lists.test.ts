import { expect, test } from 'vitest';
import type { ArchiveRecord } from '../src/archiving/record.ts';
import { catalogueView } from '../src/archiving/record-view.ts';
import { catalogueGroups } from '../src/catalogue-lists.ts';

const record = (
  item: number,
  { version = 1, organ = 'DZB', year = 2022, remark = null as string | null } = {},
): ArchiveRecord => ({
  ...{ schema: 1, number: `0001-WS·${year}-D30-${organ}-000${item}` },
  codes: { fonds: '0001', category: 'WS', year, retention: '30年', organ, item },
  ...{ fondsName: '三管镇人民政府', organName: '党政办', responsible: '三管镇人民政府' },
  ...{ plan: '甲', title: '通知', documentNumber: `三政发〔${year}〕${item}号` },
  dateOfIssue: { year, month: 5, day: 24 },
  ...{ classification: null, pages: 78, remark, version },
  closedOn: { year: 2022, month: 6, day: 1 },
  program: { version: '1.0.0', code: '' },
  ...{ faces: [], substitutes: [], fallbacks: [], files: [] },
});

const closed = (...records: readonly ArchiveRecord[]) =>
  records.map((each) => ({ folder: '', record: each }));

test('a list is of one year, retention and organ, in the order of the items, each by its latest version', () => {
  const groups = catalogueGroups(
    closed(
      record(9),
      record(6),
      record(6, { version: 2 }),
      record(1, { organ: 'MZB' }),
      record(3, { year: 2023 }),
    ),
  );
  expect(
    [...groups].map(([group, records]) => [
      group,
      ...records.map(({ codes, version }) => [codes.item, version]),
    ]),
  ).toEqual([
    ['0001-WS·2022-D30-DZB', [6, 2], [9, 1]],
    ['0001-WS·2022-D30-MZB', [1, 1]],
    ['0001-WS·2023-D30-DZB', [3, 1]],
  ]);
});

test('the version stands in the remarks, beside what the office wrote', () => {
  const view = catalogueView([
    record(6),
    record(7, { version: 2 }),
    record(8, { version: 3, remark: '附光盘一张' }),
  ]);
  expect(view).toMatchObject({
    年度: 2022,
    机构: '党政办',
    件: [{ 备注: '' }, { 备注: '第2版' }, { 备注: '附光盘一张；第3版' }],
  });
});
