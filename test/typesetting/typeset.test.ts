import { describe, expect, test } from 'vitest';
import { nowhere } from '../../src/diagnostics/place.ts';
import type { Block } from '../../src/document/block.ts';
import { text } from '../../src/document/inline.ts';
import type { Profile } from '../../src/document/profile.ts';
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

  test('the 617th character begins a second page and does not stand there alone', () => {
    const words = `${verse.repeat(22)}月`;
    const { pages } = set(
      portrait({ kind: 'paragraph', lead: null, inlines: [text(words)], indent: 'none', place: nowhere }),
    );
    expect(pages.map((page) => linesOf(page).length)).toEqual([21, 2]);
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

describe('space between scripts', () => {
  test('a fifth of the size stands between a Chinese letter and a figure, none beside brackets', () => {
    const [page] = set(portrait(paragraph('到2022年'), paragraph('三〔1〕号'))).pages;
    const [before, figures, after] = ['到', '2022', '年'].map((words) => find(page, words).x);
    // Advance and tracking are 15.75; the last tracking before another script is left off.
    expect((figures ?? 0) - (before ?? 0)).toBeCloseTo(16 + 3.2, 5);
    expect((after ?? 0) - (figures ?? 0)).toBeCloseTo(4 * 7.75 + 0.25 + 3.2, 5);
    const [bracket, figure, closing] = ['三〔', '1', '〕号'].map((words) => find(page, words).x);
    expect((figure ?? 0) - (bracket ?? 0)).toBeCloseTo(15.75 + 16, 5);
    expect((closing ?? 0) - (figure ?? 0)).toBeCloseTo(8, 5);
  });

  test('it is not counted where the line ends', () => {
    const words = `${'字'.repeat(25)}到2022年`;
    expect(linesOf(set(portrait(paragraph(words))).pages[0])).toEqual([`${'字'.repeat(25)}到`, '2022年']);
  });
});

describe('words beside a table', () => {
  const line = (words: string) => ({ ...paragraph(words), indent: 'none' as const });
  const label = { kind: 'attachment-label', text: '附件', place: nowhere } as const;
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => row(cell(0, `${index + 1}`), cell(1, '任务')));

  test('the label of an attachment stands at the top of the type area, with a table and without', () => {
    for (const blocks of [
      [label, paragraph('正文')],
      [label, table(['序号', '任务'], ...rows(1))],
    ]) {
      const { y, size } = find(set(portrait(...blocks)).pages[0], '附件');
      expect(y - 0.88 * size).toBeCloseTo(mm(37), 0);
    }
  });

  test('there is some space above and below a table', () => {
    const [page] = set(
      portrait(line('村（居）：'), table(['序号', '任务'], ...rows(1)), line('签字：')),
    ).pages;
    const [above, head, last, below] = ['村（居）', '序号', '1', '签字'].map((words) => find(page, words).y);
    expect((head ?? 0) - (above ?? 0)).toBeCloseTo(29.6 * 0.2 + 6 + 3 + 18 * 0.8, 5);
    expect((below ?? 0) - (last ?? 0)).toBeCloseTo(18 * 0.2 + 3 + 0.5 + 6 + 29.6 * 0.8, 5);
  });

  test('a signature below a table takes the last rows with it to a new page', () => {
    const { pages } = set(portrait(table(['序号', '任务'], ...rows(25)), line('签字：'), line('日期：')));
    const [, last = []] = pages.map(linesOf);
    expect(last.slice(-2)).toEqual(['签字：', '日期：']);
    expect(last.length).toBeGreaterThan(5);
  });

  test('a row higher than half a page is cut between its lines rather than leave a page empty', () => {
    const high = cell(1, '字'.repeat(500), { vertical: 'top' });
    const { pages } = set(portrait(table(['序号', '任务'], ...rows(12), row(cell(0, '长'), high))));
    expect(linesOf(pages[0]).at(-1)).toMatch(/^字+$/);
    expect(pages.flatMap(linesOf).join('').match(/字/g)).toHaveLength(500);
  });
});

test('a long role in a list of names moves names and posts to the right', () => {
  const roster = (label: string): Block => ({
    kind: 'roster',
    groups: [{ label, entries: [{ name: '王宁', post: '镇长', place: nowhere }] }],
    place: nowhere,
  });
  const [usual, long] = ['组长', '常务副组长'].map((label) => {
    const [page] = set(portrait(roster(label))).pages;
    return { colon: find(page, '：').x, name: find(page, '王').x, post: find(page, '（').x };
  });
  expect((long?.name ?? 0) - (usual?.name ?? 0)).toBeCloseTo(2 * 15.75, 5);
  expect((long?.post ?? 0) - (usual?.post ?? 0)).toBeCloseTo(2 * 15.75, 5);
  expect(long?.colon).toBeLessThan(long?.name ?? 0);
});

describe('what an office varies', () => {
  const varied = (profile: Partial<Profile>, ...blocks: Block[]) => {
    const document = portrait(...blocks);
    return set({ ...document, profile: { ...document.profile, ...profile } }).pages;
  };

  test('page numbers in the middle', () => {
    const [page] = varied({ pageNumber: 'centre' }, paragraph('一行'));
    const [number] = page?.furniture ?? [];
    if (number?.kind !== 'text') throw new Error('no page number');
    const width = number.text.length * number.size * 0.5 + number.size;
    expect(number.x + width / 2).toBeCloseTo(mm(28 + 78), 0);
  });

  test('figures in the Chinese face', () => {
    const [page] = varied({ westernFace: 'own' }, paragraph('到2022年'));
    expect(find(page, '2022').face).toBe('fangsong');
    const [standard] = varied({}, paragraph('到2022年'));
    expect(find(standard, '2022').face).toBe('western');
  });

  test('the second level bold, nothing else', () => {
    const blocks = [heading(1, '一、', '总体要求'), heading(2, '（一）', '原则'), paragraph('正文')];
    const [page] = varied({ boldSecondLevel: true }, ...blocks);
    const bold = page?.body.filter((item) => item.kind === 'text' && item.bold);
    expect(bold?.map((item) => item.kind === 'text' && item.text)).toEqual(['（一）原则']);
  });

  test('lines closer together: more of them', () => {
    const lines = Array.from({ length: 23 }, () => paragraph('一行'));
    expect(varied({ linePitch: 28 }, ...lines)).toHaveLength(1);
    expect(varied({}, ...lines)).toHaveLength(2);
  });
});
