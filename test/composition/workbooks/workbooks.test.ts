import { describe, expect, test } from 'vitest';
import {
  composeAttachmentWorkbook,
  composeEvaluationForm,
  composeEvaluationSummary,
  composeTaskLedger,
  isTabular,
} from '../../../src/composition/workbooks/workbooks.ts';
import { eachRow, rowCount } from '../../../src/document/sheet-rows.ts';
import type { Cell, Sheet, Workbook } from '../../../src/document/workbook.ts';
import { readPlan, shippedPlan, smallPlan } from '../tables/plans.ts';

const shown = ({ value }: Cell): string =>
  value.kind === 'blank'
    ? ''
    : value.kind === 'text'
      ? value.text
      : value.kind === 'number'
        ? String(value.value)
        : `${value.result}=`;

/** Rows as lines, cells parted by `|`; a formula shows its present result with `=` behind. */
const lines = (sheet: Sheet): readonly string[] =>
  Array.from(eachRow(sheet), ({ cells }) => cells.map(shown).join('|'));

function sheetOf(workbook: Workbook | null, index = 0): Sheet {
  const sheet = workbook?.sheets[index];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('attachments', () => {
  const source = readPlan(shippedPlan);

  test('those that are tables go out as workbooks', () => {
    expect([1, 2, 3, 4].map((number) => isTabular(source, number))).toEqual([false, true, true, false]);
  });

  test('任务分解表, with its label, title and note', () => {
    const workbook = composeAttachmentWorkbook(source, 3);
    expect(workbook?.id).toBe('attachment/3');
    expect(workbook?.metadata).toMatchObject({
      title: '三管镇清廉村居创建2022—2024年任务分解表',
      issuer: '三管镇人民政府',
      date: { year: 2022, month: 5, day: 24 },
    });
    expect(lines(sheetOf(workbook))).toEqual([
      '附件3|||||',
      '三管镇清廉村居创建2022—2024年任务分解表|||||',
      '序号|乡镇（社区）|村（居）委会数|2022年完成|2023年完成|2024年完成',
      '1|三管镇|10|3|5|2',
      '|||东姚庄|三管|西姚',
      '|||李卓|师家庄|黄家庄',
      '|||新庄|梁家庄|',
      '||||陆喜营|',
      '||||王家庄|',
      '合计||10|3|5|2',
      '注：在当年达到创建标准的村（居）委会中，至少有一个标杆村。|||||',
    ]);
  });

  test('任务清单 merges what the table on paper merges, a row lower for each line above', () => {
    const sheet = sheetOf(composeAttachmentWorkbook(source, 2));
    const fields = sheet.merges.filter(
      ({ firstColumn, lastColumn }) => firstColumn === 1 && lastColumn === 1,
    );
    expect(fields.map(({ firstRow, lastRow }) => [firstRow, lastRow])).toEqual([
      [4, 9],
      [10, 15],
      [16, 18],
    ]);
    expect(sheet.head).toEqual({ first: 3, last: 3 });
    expect(sheet.print).toEqual({ orientation: 'landscape', margins: 'type-area' });
  });
});

describe('任务台账', () => {
  const source = readPlan(smallPlan);
  const workbook = composeTaskLedger(source);
  const ledger = sheetOf(workbook);

  test('one row for each village and task, nothing merged, so that it can be filtered', () => {
    expect(lines(ledger).slice(1, 3)).toEqual([
      '村居|达标\n年度|序号|工作领域|重点任务|村级落实|责任单位|完成时限|状态|完成日期|备注',
      '东泉|2024|1|开展村庄清洁|清理存量垃圾点|登记本村存量垃圾点，按时清运销号，组织村民清扫房前屋后，安排专人每周巡查并做好记录，防止垃圾反弹。|农业农村、综合执法|5月底前|未启动||',
    ]);
    expect(rowCount(ledger)).toBe(2 + 4 * 4);
    expect(ledger.merges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 11 }]);
    expect(ledger.filter).toEqual({ firstRow: 2, lastRow: 18, firstColumn: 1, lastColumn: 11 });
    expect(ledger).toMatchObject({ head: { first: 2, last: 2 }, frozenColumns: 1, protected: false });
  });

  test('status by drop-down, day of completion within the plan', () => {
    expect(ledger.validations.map(({ entry, range }) => [entry, range.firstRow, range.lastRow])).toEqual([
      [{ kind: 'list', choices: ['未启动', '进行中', '已完成', '长期推进', '逾期'] }, 3, 18],
      [
        { kind: 'date', from: { year: 2024, month: 1, day: 1 }, to: { year: 2025, month: 12, day: 31 } },
        3,
        18,
      ],
    ]);
    expect(ledger.validations[1]?.message).toBe('请填2024年至2025年之间的日期，如2024-09-30。');
  });

  test('the second sheet counts by the choices of the first', () => {
    expect(lines(sheetOf(workbook, 1))).toEqual([
      expect.stringMatching(/任务完成情况汇总\|+$/),
      '序号|村居|达标年度|任务数|未启动|进行中|已完成|长期推进|逾期|完成率',
      '1|东泉|2024|4=|4=|0=|0=|0=|0=|0=',
      '2|上官庄子牛角湾新村|2024|4=|4=|0=|0=|0=|0=|0=',
      '3|垚堡|2025|4=|4=|0=|0=|0=|0=|0=',
      '4|柳林|2025|4=|4=|0=|0=|0=|0=|0=',
      '合计|||16=|16=|0=|0=|0=|0=|0=',
      expect.stringMatching(/^本表随/),
    ]);
    expect(source.findings.sorted()).toEqual([]);
  });
});

describe('评价表', () => {
  const source = readPlan(smallPlan);
  const [village] = source.plan.villages;
  if (village === undefined) throw new Error('no village');
  const sheet = sheetOf(composeEvaluationForm(source, village));

  test('sums and result are formulas that show nothing, and 待评, while nothing is scored', () => {
    expect(lines(sheet).slice(13, 17)).toEqual([
      '合计||||50=|=|=|',
      '评价结果|待评=|镇评合计40分及以上为达标|标杆村||||',
      '村党组织书记||签字：|　　　　年　　　月　　　日||||',
      '验收组组长||签字：|　　　　年　　　月　　　日||||',
    ]);
  });

  test('only what is to be filled in is open', () => {
    expect(sheet.protected).toBe(true);
    const open = [...eachRow(sheet)].flatMap(({ cells }, row) =>
      cells.flatMap(({ input }, column) => (input ? [`${row + 1}:${column + 1}`] : [])),
    );
    // Seven indicators with two scores and a remark each; the day, five cells merged; 标杆村, four.
    expect(open).toHaveLength(7 * 3 + 4 + 4);
    expect(open).toContain('5:6');
  });

  test('scores from nothing to full marks; neighbours with the same marks share a rule', () => {
    const scores = sheet.validations.filter(({ entry }) => entry.kind === 'decimal');
    const own = scores.filter(({ range }) => range.firstColumn === 6);
    expect(own.map(({ entry, range }) => [entry, range.firstRow, range.lastRow])).toEqual([
      [{ kind: 'decimal', minimum: 0, maximum: 10 }, 5, 5],
      [{ kind: 'decimal', minimum: 0, maximum: 8 }, 6, 7],
      [{ kind: 'decimal', minimum: 0, maximum: 6 }, 8, 8],
      [{ kind: 'decimal', minimum: 0, maximum: 6 }, 10, 12],
    ]);
    expect(own[0]?.message).toBe('这一项的自评得分，请填0至10之间的数。');
  });
});

describe('评价汇总', () => {
  const source = readPlan(smallPlan);
  const workbook = composeEvaluationSummary(source);

  test('a score for each field, up to its marks', () => {
    expect(lines(sheetOf(workbook)).slice(2, 6)).toEqual([
      '序号|村居|达标年度|各领域镇评得分||总分|名次|评价结果|标杆村|备注',
      '|||开展村庄清洁\n（32分）|加强设施管护\n（18分）|||||',
      '1|东泉|2024|||=|=|待评=|是|',
      '2|上官庄子牛角湾新村|2024|||=|=|待评=||',
    ]);
    const decimals = sheetOf(workbook).validations.flatMap(({ entry, range }) =>
      entry.kind === 'decimal' ? [[range.firstColumn, entry.maximum]] : [],
    );
    expect(decimals).toEqual([
      [4, 32],
      [5, 18],
    ]);
  });

  test('the years with a promised share, what is due and what is reached', () => {
    expect(lines(sheetOf(workbook, 1)).slice(3, 5)).toEqual([
      expect.stringMatching(/^2024\|2=\|0=\|0=\|0=\|0\.5\|未完成=\|1=\|已落实=$/),
      expect.stringMatching(/^2025\|2=\|0=\|0=\|0=\|1\|未完成=\|0=\|未落实=$/),
    ]);
    expect(source.findings.sorted()).toEqual([]);
  });
});

test('the same plan gives the same workbooks', () => {
  const once = () => composeTaskLedger(readPlan(smallPlan));
  expect(once()).toEqual(once());
});
