import { describe, expect, test } from 'vitest';
import type { Enclosure, Recipient } from '../../src/plan/distribution.ts';
import { copyNumbersText, type PrintedDocument, planDispatch } from '../../src/printing/dispatch.ts';
import { dispatchView } from '../../src/printing/dispatch-view.ts';
import { groupAlike } from '../../src/printing/run-groups.ts';
import { enclosureLines, paperTotal, sheetCount } from '../../src/printing/sheet-count.ts';

const documents = new Map<string, PrintedDocument>(
  (
    [
      ['notice', 'notice', '关于印发《方案》的通知', null, 18, 'imprint-page'],
      ['attachment/1', 'attachment', '名单', null, 1, 'plain'],
      ['task-sheet/甲', 'task-sheet', '甲2022年任务书', '甲', 3, 'plain'],
      ['task-sheet/乙', 'task-sheet', '乙2022年任务书', '乙', 3, 'plain'],
      ['task-sheet/丙', 'task-sheet', '丙2022年任务书', '丙', 5, 'plain'],
    ] as const
  ).map(([id, kind, title, village, pages, ending]) => [id, { id, kind, title, village, pages, ending }]),
);

const notice: Enclosure = { kind: 'notice' };
const sheet = (village: string): Enclosure => ({ kind: 'task-sheet', village });

const recipient = (name: string, copies: number, ...enclosures: readonly Enclosure[]): Recipient => ({
  name,
  kind: '其他',
  enclosures,
  copies,
  medium: '纸质',
  remark: null,
  entry: 0,
});

const list = [
  recipient('甲', 1, notice, sheet('甲')),
  { ...recipient('网站', 1, notice), medium: '电子邮件' as const },
  recipient('乙', 2, notice, sheet('乙')),
  recipient('存档', 3, notice, { kind: 'attachment', number: 1 }, sheet('甲'), sheet('乙'), sheet('丙')),
];

describe('how often each document is printed', () => {
  test('copies add up over recipients; what goes by mail is not printed', () => {
    const { runs, onPaper, byMail } = planDispatch(list, documents, null);
    expect(runs.map(({ document, copies }) => `${document.id} ${copies}`)).toEqual([
      'notice 6',
      'attachment/1 3',
      'task-sheet/甲 4',
      'task-sheet/乙 5',
      'task-sheet/丙 3',
    ]);
    expect(onPaper.map(({ number, recipient: { name } }) => `${number} ${name}`)).toEqual([
      '1 甲',
      '3 乙',
      '4 存档',
    ]);
    expect(byMail.map(({ recipient: { name } }) => name)).toEqual(['网站']);
  });

  test('份号 go to the copies of the notice on paper, in the order of the list', () => {
    const { onPaper, byMail, copyNumbers } = planDispatch(list, documents, '000011—000099');
    expect(onPaper.map(({ copyNumbers: own }) => copyNumbersText(own))).toEqual([
      '000011',
      '000012—000013',
      '000014—000016',
    ]);
    expect(byMail[0]?.copyNumbers).toBeNull();
    expect(copyNumbers).toEqual({ first: 11, last: 16 });
    expect(planDispatch(list, documents, '000011').copyNumbers).toBeNull();
  });
});

describe('paper', () => {
  test('leaves, blanks and booklets of one copy', () => {
    expect(sheetCount({ pages: 18, ending: 'imprint-page' })).toEqual({
      leaves: 9,
      blanks: 0,
      booklet: { sheets: 5, blanks: 2 },
    });
    expect(sheetCount({ pages: 3, ending: 'plain' })).toEqual({
      leaves: 2,
      blanks: 1,
      booklet: { sheets: 1, blanks: 1 },
    });
    expect(sheetCount({ pages: 1, ending: 'plain' })).toEqual({ leaves: 1, blanks: 1, booklet: null });
  });

  test('the paper of all copies together', () => {
    const dispatch = planDispatch(list, documents, null);
    // Notice 6×9, attachment 3×1, sheets 4×2 + 5×2 + 3×3; booklets 6×5, sheets 4×1 + 5×1 + 3×2.
    expect(paperTotal(dispatch, true)).toEqual({
      copies: 21,
      leaves: 54 + 3 + 27,
      covers: 3,
      bookletSheets: 30 + 15,
      restLeaves: 3,
    });
    expect(paperTotal(dispatch, false).covers).toBe(0);
  });
});

describe('what the clerk reads', () => {
  test('documents of several villages are one line of an enclosure list', () => {
    const { onPaper } = planDispatch(list, documents, null);
    const lines = onPaper.map(({ documents: own }) =>
      enclosureLines(own).map(({ name, kinds }) => `${name}×${kinds}`),
    );
    expect(lines).toEqual([
      ['关于印发《方案》的通知×1', '甲2022年任务书×1'],
      ['关于印发《方案》的通知×1', '乙2022年任务书×1'],
      ['关于印发《方案》的通知×1', '名单×1', '各村2022年任务书×3'],
    ]);
  });

  test('the ticket puts runs together that are alike in pages and copies', () => {
    const even = [recipient('存档', 1, sheet('甲'), sheet('乙'), sheet('丙'))];
    const { runs } = planDispatch(even, documents, null);
    expect(groupAlike(runs).map(({ name }) => name)).toEqual(['甲等2个村2022年任务书', '丙2022年任务书']);
  });

  test('the view of templates adds up as the dispatch does', () => {
    const dispatch = planDispatch(list, documents, '000001—000009');
    const view = dispatchView(dispatch, true) as {
      readonly 收文: readonly Readonly<Record<string, unknown>>[];
      readonly 合计: Readonly<Record<string, unknown>>;
      readonly 份号栏: readonly unknown[];
    };
    expect(view.收文.map((row) => [row.收文单位, row.方式, row.总份数, row.份号])).toEqual([
      ['甲', '纸质', 2, '000001'],
      ['网站', '电子邮件', 1, ''],
      ['乙', '纸质', 4, '000002—000003'],
      ['存档', '纸质', 15, '000004—000006'],
    ]);
    expect(view.合计).toMatchObject({ 份数: 21, 张数: 84, 封面张数: 3, 用纸: 87, 骑马订张数: 45 });
    expect(view.份号栏).toHaveLength(1);
  });
});
