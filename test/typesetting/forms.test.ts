import { describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { page as pageRules } from '../../src/format/page.ts';
import { mm } from '../../src/format/units.ts';
import type { Page, PlacedItem, PlacedRule } from '../../src/typesetting/page.ts';
import { fixtureDocuments } from '../fixture-documents.ts';
import { find, linesOf, numberOf, set } from './example.ts';

const [order, letter, minutes] = ['命令', '信函', '纪要'].map((id) => {
  const document = fixtureDocuments('forms').find((document) => document.id === id);
  return set(document as OfficialDocument).pages;
}) as [Page[], Page[], Page[]];

const isRed = (item: PlacedItem): item is PlacedRule => item.kind === 'rule' && item.colour === 'red';
const topOf = ({ y, size }: { readonly y: number; readonly size: number }) => y - 0.88 * size;
/** Ink of a mark begins a little below its em box. */
const inkTopOf = ({ y, size }: { readonly y: number; readonly size: number }) => y - 0.82 * size;
const bottomOf = ({ y, size }: { readonly y: number; readonly size: number }) => y + 0.12 * size;
const upper = ({ y1, weight }: PlacedRule) => y1 - weight / 2;
const lower = ({ y1, weight }: PlacedRule) => y1 + weight / 2;

describe('信函格式 §10.1', () => {
  const [first, second] = letter;
  const mark = find(first, '三管镇人民政府');
  const [thick, thin] = (first?.body ?? []).filter(isRed) as [PlacedRule, PlacedRule];
  const [footThin, footThick] = (first?.furniture ?? []).filter(isRed) as [PlacedRule, PlacedRule];

  test('the mark begins 30 mm below the paper’s edge, the first double rule 4 mm below it, thick above thin', () => {
    expect(inkTopOf(mark)).toBeCloseTo(mm(30), 1);
    expect(upper(thick)).toBeCloseTo(bottomOf(mark) + mm(4), 1);
    expect(thick.weight).toBeGreaterThan(thin.weight);
    expect(thin.y1).toBeGreaterThan(thick.y1);
  });

  test('the second double rule ends 20 mm above the paper’s foot, thin above thick', () => {
    expect(lower(footThick)).toBeCloseTo(mm(297) - mm(20), 0);
    expect(footThick.weight).toBeGreaterThan(footThin.weight);
    expect(footThin.y1).toBeLessThan(footThick.y1);
  });

  test('double rules are 170 mm long, centred on the paper, on the first page only', () => {
    for (const rule of [thick, thin, footThin, footThick]) {
      expect(rule.x1).toBeCloseTo(mm(20), 0);
      expect(rule.x2 - rule.x1).toBeCloseTo(mm(170), 1);
    }
    for (const page of letter.slice(1)) expect([...page.body, ...page.furniture].filter(isRed)).toEqual([]);
  });

  test('markings stand at the left and the number at the right, 7/8 of a character below the rule', () => {
    const copyNumber = find(first, '000012');
    const number = find(first, '号');
    const clear = (7 / 8) * pageRules.bodySize.value;
    expect(topOf(copyNumber)).toBeCloseTo(lower(thin) + clear, 1);
    expect(number.y).toBe(copyNumber.y);
    expect(copyNumber.x).toBeCloseTo(mm(28), 1);
    expect(number.x + [...number.text].length * 15.75).toBeCloseTo(mm(184), 0);
    expect(linesOf(first).slice(1, 4)).toEqual(['000012三政函〔2022〕8号', '秘密★1年', '加急']);
  });

  test('the title stands two lines below the last element above it', () => {
    const blank = (topOf(find(first, '关于商请')) - bottomOf(find(first, '加急'))) / 29.6;
    expect(blank).toBeGreaterThan(2);
    expect(blank).toBeLessThan(2.5);
  });

  test('the last line above the second double rule keeps 7/8 of a character, and less than two lines more', () => {
    const last = Math.max(
      ...(first?.body ?? []).flatMap((item) => (item.kind === 'text' ? [bottomOf(item)] : [])),
    );
    const free = upper(footThin) - last;
    expect(free).toBeGreaterThanOrEqual((7 / 8) * 16 - 0.1);
    // A line may have gone over with the last one of its paragraph.
    expect(free).toBeLessThan((7 / 8) * 16 + 2 * 29.6);
  });

  test('the first page has no number but is counted', () => {
    expect(letter.map(numberOf).slice(0, 3)).toEqual(['', '— 2 —', '— 3 —']);
    expect(topOf(find(second, linesOf(second)[0]?.slice(0, 2) ?? ''))).toBeCloseTo(mm(37), 0);
  });

  test('who gets copies stands at the foot of the last page, without rules', () => {
    const last = letter.at(-1);
    expect(linesOf(last).at(-2)).toMatch(/^抄送：/u);
    expect((last?.body ?? []).filter((item) => item.kind === 'rule')).toEqual([]);
    const bottoms = (last?.body ?? []).flatMap((item) => (item.kind === 'text' ? [bottomOf(item)] : []));
    expect(mm(262) - Math.max(...bottoms)).toBeGreaterThanOrEqual(0);
    expect(mm(262) - Math.max(...bottoms)).toBeLessThan(mm(1.5));
  });
});

describe('命令（令）格式 §10.2', () => {
  const [page] = order;
  const number = find(page, '第');

  test('the mark begins 20 mm below the type area’s top; there is no rule', () => {
    expect(inkTopOf(find(page, '三管镇人民政府令'))).toBeCloseTo(mm(57), 1);
    expect((page?.body ?? []).filter((item) => item.kind === 'rule')).toEqual([]);
  });

  test('two lines below the mark stands the number, two lines below that the text', () => {
    const mark = find(page, '三管镇人民政府令');
    expect((number.y - 23.68 - bottomOf(mark)) / 29.6).toBeCloseTo(2, 2);
    expect((find(page, '三管镇农村集体').y - number.y) / 29.6).toBeCloseTo(3, 2);
  });

  test('the post leaves room for the stamp, which ends four characters from the edge; the date a line below', () => {
    const post = find(page, '政府镇长');
    const right = post.x + [...post.text].length * 15.75;
    expect((mm(184) - right) / 15.75).toBeCloseTo(14, 1);
    const date = find(page, '13');
    expect((date.y - post.y) / 29.6).toBeGreaterThan(2);
    const text = find(page, '同时废止');
    const middle = post.y - 0.38 * post.size;
    const stampTop = text.y + 5.92 + 2 * 29.6;
    expect(middle - stampTop).toBeCloseTo(29.6, 1);
    expect(date.y - 23.68 - (stampTop + 2 * 29.6)).toBeCloseTo(29.6, 1);
  });
});

describe('纪要格式 §10.3', () => {
  test('the mark begins 35 mm below the type area’s top', () => {
    expect(inkTopOf(find(minutes[0], '镇长办公会议纪要'))).toBeCloseTo(mm(72), 1);
  });

  test('lists begin two characters in a line below the text; labels are 黑体, names hang behind them', () => {
    const page = minutes.find((page) => linesOf(page).some((line) => line.startsWith('出席')));
    const label = find(page, '出席');
    expect(label.face).toBe('heiti');
    expect(find(page, '周建国').face).toBe('fangsong');
    expect((label.x - mm(28)) / 15.75).toBeCloseTo(2, 1);
    expect((find(page, '孙立新').x - mm(28)) / 15.75).toBeCloseTo(5, 1);
    expect((label.y - find(page, '第一时间报告').y) / 29.6).toBeCloseTo(2, 2);
    expect(linesOf(page).filter((line) => /^(?:出席|请假|列席)：/u.test(line))).toHaveLength(3);
  });
});
