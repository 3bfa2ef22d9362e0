import { describe, expect, test } from 'vitest';
import { lines, readWithout } from '../example.ts';
import { type CellOf, styled, workbookFile } from '../spreadsheet.ts';
import { readVillages, villageRows } from './villages-in-sheet.ts';

describe('kinds of cells', () => {
  const schedule = (from: CellOf, share: CellOf = '50%', options = {}) =>
    readWithout(['实施步骤', '年度目标'], {
      '数据.xlsx': workbookFile(
        {
          实施步骤: {
            rows: [
              ['名称', '起', '止', '内容'],
              ['启动阶段', from, '2023.12', '动员。'],
              ['巩固阶段', '２０２４年１月', '二〇二四年十二月', '巩固。'],
            ],
          },
          年度目标: {
            rows: [
              ['年度', '累计比例', '表述'],
              [2023, share, '2023年达到50%'],
              [2024, '100％', '2024年达到100%'],
            ],
          },
        },
        options,
      ),
    });

  test.each<[string, CellOf, object]>([
    ['text', '2023-03', {}],
    ['text with 年月', '2023年3月', {}],
    ['a day of the 1900 system', styled(2, 44986), {}],
    ['a day of the 1904 system', styled(2, 44986 - 1462), { date1904: true }],
  ])('a month as %s', (_, from, options) => {
    const read = schedule(from, '50%', options);
    expect(read.findings.hasErrors).toBe(false);
    expect(read.loaded?.plan.stages.map((stage) => [stage.from, stage.to])).toEqual([
      [
        { year: 2023, month: 3 },
        { year: 2023, month: 12 },
      ],
      [
        { year: 2024, month: 1 },
        { year: 2024, month: 12 },
      ],
    ]);
  });

  test.each<[string, CellOf]>([
    ['per cent', styled(3, 0.5)],
    ['a fraction', 0.5],
    ['a number', 50],
    ['text', '５０％'],
    ['words', '百分之五十'],
  ])('a share as %s', (_, share) => {
    const read = schedule('2023-03', share);
    expect(read.loaded?.plan.targets.map((target) => target.share)).toEqual([50, 100]);
    expect(read.findings.hasErrors).toBe(false);
  });

  test('what could mean two things is a fault', () => {
    expect(lines(schedule(44986, 1).findings).filter((line) => !line.includes('normalised'))).toEqual([
      'data/date 数据.xlsx[实施步骤]!B2 日期的写法不对',
      'data/value 数据.xlsx[年度目标]!B2 “累计比例”不合要求',
    ]);
  });

  test('a text that Excel turned into a day is a fault: what was written is lost', () => {
    const rows = [villageRows[0] ?? [], ['上庄', 2023, null, styled(1, 45199)], ['下庄', 2024]];
    expect(lines(readVillages({ rows }).findings)).toEqual([
      'table/turned-into-date 数据.xlsx[村居]!D2 “备注”这一格存成了日期 2023-09-30',
    ]);
  });
});
