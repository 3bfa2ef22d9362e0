import { describe, expect, test } from 'vitest';
import { nowhere } from '../../src/diagnostics/place.ts';
import { text } from '../../src/document/inline.ts';
import { mm } from '../../src/format/units.ts';
import {
  cell,
  documentOf,
  find,
  heading,
  linesOf,
  numberOf,
  paragraph,
  portrait,
  row,
  set,
  table,
} from './example.ts';

const verse = '浔阳江头夜送客枫叶荻花秋瑟瑟主人下马客在船举酒欲饮无管弦';

describe('the grid of §5.2.3', () => {
  test('616 characters fill one page: 22 lines of 28', () => {
    const words = verse.repeat(22);
    const { pages } = set(
      portrait({ kind: 'paragraph', lead: null, inlines: [text(words)], indent: 'none', place: nowhere }),
    );
    expect(pages).toHaveLength(1);
    const lines = linesOf(pages[0]);
    expect(lines).toHaveLength(22);
    expect(lines.every((line) => [...line].length === 28)).toBe(true);
  });

  test('the 617th character begins a second page', () => {
    const words = `${verse.repeat(22)}月`;
    const { pages } = set(
      portrait({ kind: 'paragraph', lead: null, inlines: [text(words)], indent: 'none', place: nowhere }),
    );
    expect(pages.map((page) => linesOf(page).length)).toEqual([22, 1]);
  });

  test('glyphs begin 37 mm from the top and 28 mm from the left', () => {
    const { pages } = set(portrait(paragraph(verse.repeat(3))));
    const second = find(pages[0], linesOf(pages[0])[1] ?? '');
    expect(second.x).toBeCloseTo(mm(28), 1);
    const first = find(pages[0], verse.slice(0, 4));
    expect(first.y - 0.88 * first.size).toBeCloseTo(mm(37), 0);
  });
});

describe('prohibition rules', () => {
  test('a comma goes to the next line with the character before it', () => {
    const words = `${'字'.repeat(25)}甲，${'文'.repeat(5)}`;
    expect(linesOf(set(portrait(paragraph(words))).pages[0])).toEqual([
      `${'字'.repeat(25)}`,
      `甲，${'文'.repeat(5)}`,
    ]);
  });

  test('an opening 《 does not stay behind', () => {
    const words = `${'字'.repeat(25)}《方案》`;
    expect(linesOf(set(portrait(paragraph(words))).pages[0])).toEqual(['字'.repeat(25), '《方案》']);
  });

  test('a year is not cut', () => {
    const words = `${'字'.repeat(24)}在2022年`;
    expect(linesOf(set(portrait(paragraph(words))).pages[0])).toEqual([`${'字'.repeat(24)}在`, '2022年']);
  });
});

describe('pages', () => {
  test('a heading moves to the next page with its text', () => {
    const filler = Array.from({ length: 21 }, () => paragraph('一行'));
    const { pages } = set(portrait(...filler, heading(1, '一、', '总体要求'), paragraph('坚持。')));
    expect(linesOf(pages[1])).toEqual(['一、总体要求', '坚持。']);
  });

  test('page numbers stand outside: odd right, even left', () => {
    const { pages } = set(portrait(...Array.from({ length: 30 }, () => paragraph('一行'))));
    const [odd, even] = pages.map((page) => page.furniture[0]);
    expect(pages.map(numberOf)).toEqual(['— 1 —', '— 2 —']);
    expect(odd?.kind === 'text' && odd.x).toBeGreaterThan(400);
    expect(even?.kind === 'text' && even.x).toBeCloseTo(mm(28) + 14, 1);
  });

  test('the sections of a document begin on new pages', () => {
    const { pages } = set(
      documentOf(
        { orientation: 'portrait', blocks: [paragraph('通知')] },
        { orientation: 'landscape', blocks: [paragraph('附件')] },
      ),
    );
    expect(pages.map((page) => [page.turned, ...linesOf(page)])).toEqual([
      [false, '通知'],
      [true, '附件'],
    ]);
  });
});

describe('tables', () => {
  const tall = (words: string, lines: number) => cell(1, Array.from({ length: lines }, () => words).join(''));

  test('the head is repeated where a table goes on', () => {
    const rows = Array.from({ length: 40 }, (_, index) => row(cell(0, `${index + 1}`), cell(1, '任务')));
    const { pages } = set(portrait(table(['序号', '任务'], ...rows)));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(linesOf(page)[0]).toBe('序号任务');
    const numbers = pages.flatMap((page) => linesOf(page)).flatMap((line) => line.match(/^\d+/) ?? []);
    expect(numbers).toEqual(rows.map((_, index) => `${index + 1}`));
  });

  test('a merged cell is ruled as one and its words stand in the middle', () => {
    const body = [
      row(cell(0, '领域', { rowSpan: 3 }), cell(1, '甲')),
      row(cell(1, '乙')),
      row(cell(1, '丙')),
    ];
    const [page] = set(portrait(table(['工作要点', '任务'], ...body))).pages;
    expect(find(page, '领域').y).toBeCloseTo(find(page, '乙').y, 5);
    const across = (page?.body ?? []).filter((item) => item.kind === 'rule' && item.y1 === item.y2);
    const full = across.filter((item) => item.kind === 'rule' && item.x2 - item.x1 > 400);
    expect(full).toHaveLength(3);
  });

  test('a row higher than a page is cut between lines and loses none', () => {
    const { pages } = set(portrait(table(['序号', '任务'], row(cell(0, '1'), tall('字', 1200)))));
    expect(pages.length).toBeGreaterThan(1);
    const count = pages.flatMap(linesOf).join('').match(/字/g)?.length;
    expect(count).toBe(1200);
  });
});
