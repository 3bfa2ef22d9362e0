import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nowhere } from '../src/diagnostics/place.ts';
import { text } from '../src/document/inline.ts';
import { compareLines, documentsOf, type SetBothWays, setBothWays } from './both-ways.ts';
import { fittedDocuments } from './last-lines.ts';
import { variants } from './layout-variants.ts';
import { hasLibreOffice, pdfLines } from './libreoffice.ts';
import { dashesOf } from './preflight/ink.ts';
import { tracedGlyphs } from './traced.ts';
import { cell, heading, paragraph, portrait, row, table } from './typesetting/example.ts';
import { hasTool } from './validators.ts';

const root = join(import.meta.dirname, '..');
const millimetre = 72 / 25.4;

const office = () => documentsOf(join(root, 'data', '2022-清廉村居创建'));
const other = () => documentsOf(join(root, 'test', 'fixtures', 'plans', '2024-人居环境整治'));

/** 22 lines of 28 characters. */
const fullPage = portrait({
  kind: 'paragraph',
  lead: null,
  inlines: [text('浔阳江头夜送客枫叶荻花秋瑟瑟主人下马客在船举酒欲饮无管弦'.repeat(22))],
  indent: 'none',
  place: nowhere,
});

/** Every kind of neighbour a Chinese and a Western character can have. */
const mixed = portrait(
  ...[
    '三〔2022〕6号',
    '占30％、30%',
    '汉“2022”汉',
    '汉（2022）汉',
    '2022—2024年',
    '1.汉A-B汉',
    '2022年5月24日',
  ].map(paragraph),
  heading(3, '1.', '到2024年完成'.repeat(12)),
  ...Array.from({ length: 12 }, (_, index) =>
    paragraph(`2022年5月24日第${index}条${'字2字'.repeat(20 + index)}`),
  ),
);

/** A list of names whose roles, names and posts are longer than usual. */
const roster = portrait({
  kind: 'roster',
  groups: [
    {
      label: '常务副组长',
      entries: [
        { name: '王宁', post: '镇长、镇清廉村居创建工作专班办公室主任和2022年度联络员', place: nowhere },
        { name: '欧阳文海', post: '书记', place: nowhere },
      ],
    },
    {
      label: '成员',
      entries: [
        { name: '各包村干部及各村主干和其他需要列席的单位负责人以及联络员', post: null, place: nowhere },
      ],
    },
  ],
  place: nowhere,
});

/** Tables that end near the foot of a page, with words below, and one with a row higher than half a page. */
const cutTables = [22, 24, 25, 26, 27].flatMap((count) => {
  const rows = Array.from({ length: count }, (_, index) => row(cell(0, `${index + 1}`), cell(1, '任务')));
  const signed = { ...paragraph('签字：'), indent: 'none' as const };
  const words = '高行可以在行间断开，一个字也不能丢。'.repeat(28);
  const high = row(cell(0, '长', { vertical: 'top' }), cell(1, words, { vertical: 'top', align: 'justify' }));
  return [
    portrait(table(['序号', '任务'], ...rows)),
    portrait(table(['序号', '任务'], ...rows), signed, signed),
    portrait(table(['序号', '任务'], ...rows.slice(10), high, ...rows.slice(0, 3))),
  ];
});

describe.skipIf(!hasLibreOffice() || !hasTool('pdftotext') || !hasTool('mutool'))(
  'the PDF and the Word file as LibreOffice sets it',
  () => {
    let shipped: readonly SetBothWays[] = [];
    let page: SetBothWays;
    let examples: readonly SetBothWays[] = [];
    let varied: readonly SetBothWays[] = [];
    let fitted: readonly SetBothWays[] = [];

    beforeAll(async () => {
      const documents = [...office(), ...other()];
      const groups = [documents, [fullPage], [mixed, roster, ...cutTables], variants, fittedDocuments];
      const set = [...(await setBothWays(groups.flat()))];
      const [first, single, ...rest] = groups.map((group) => set.splice(0, group.length));
      shipped = first ?? [];
      page = single?.[0] as SetBothWays;
      [examples = [], varied = [], fitted = []] = rest;
    });

    test('have the same pages', () => {
      const counts = shipped.map((both) => [both.id, ...compareLines(both).pages]);
      expect(counts).toEqual(counts.map(([id, ours]) => [id, ours, ours]));
    });

    test('have the same lines: at least 99.5 % of them all, cells of tables included', () => {
      const compared = shipped.map(compareLines);
      const lines = compared.reduce((sum, { lines }) => sum + lines, 0);
      const differences = compared.flatMap(({ differences }) => differences);
      expect(lines).toBeGreaterThan(2000);
      expect(
        (lines - differences.length) / lines,
        JSON.stringify(differences.slice(0, 5)),
      ).toBeGreaterThanOrEqual(0.995);
    });

    test('break alike between scripts, stand in the same columns, and cut tables between the same rows', () => {
      for (const both of examples) expect(compareLines(both).differences).toEqual([]);
    });

    test('begin and end their pages alike: heads, signatures, attachments, 版记, whatever the office varies', () => {
      for (const both of varied) {
        const { pages, differences } = compareLines(both);
        expect([both.id, ...pages, differences]).toEqual([both.id, pages[0], pages[0], []]);
      }
    });

    test('keep a last line from being a single character alike', () => {
      expect(fitted.length).toBeGreaterThan(10);
      for (const both of fitted) {
        const { lines, differences } = compareLines(both);
        expect(lines).toBeGreaterThan(4);
        expect([both.id, differences]).toEqual([both.id, []]);
      }
    });

    test('have their glyphs at the same places', () => {
      const [notice] = shipped;
      const [ours = [], theirs = []] = [notice?.ours ?? '', notice?.theirs ?? ''].map((file) =>
        tracedGlyphs(file, 1).filter(({ character }) => character.trim() !== ''),
      );
      expect(theirs.map(({ character }) => character)).toEqual(ours.map(({ character }) => character));
      // The PDF knows where the ink of the mark's face begins, the Word file where that of most faces does.
      const mark = '三管镇人民政府文件';
      const at = ours
        .map(({ character }) => character)
        .join('')
        .indexOf(mark);
      expect(at).toBeGreaterThanOrEqual(0);
      for (const [index, { x, y }] of ours.entries()) {
        const isMark = index >= at && index < at + mark.length;
        expect(Math.abs((theirs[index]?.x ?? 0) - x)).toBeLessThan(0.6 * millimetre);
        expect(Math.abs((theirs[index]?.y ?? 0) - y)).toBeLessThan((isMark ? 1.2 : 0.2) * millimetre);
      }
    });

    test.each(['ours', 'theirs'] as const)(
      'the dashes of page numbers stand 7 mm below the type area: %s',
      (side) => {
        const [notice] = shipped;
        const pages = pdfLines(notice?.[side] ?? '').length;
        // The last but one is turned, and LibreOffice sets lines in turned boxes a little lower.
        for (const page of [1, 2, pages - 1, pages]) {
          const dashes = dashesOf(notice?.[side] ?? '', page);
          expect(dashes).toHaveLength(2);
          const most = side === 'theirs' && page === pages - 1 ? 0.3 : 0.1;
          for (const { top } of dashes) expect(Math.abs(top - 262 - 7)).toBeLessThan(most);
        }
      },
    );

    test.each(['ours', 'theirs'] as const)('616 characters fill the type area: %s', (side) => {
      const { pages, lines } = compareLines(page);
      expect(pages).toEqual([1, 1]);
      expect(lines).toBe(23);
      const size = 16;
      const glyphs = tracedGlyphs(page[side], 1).filter(({ character }) => /\p{sc=Han}/u.test(character));
      expect(glyphs).toHaveLength(616);
      const top = Math.min(...glyphs.map(({ y }) => y)) - 0.88 * size;
      const bottom = Math.max(...glyphs.map(({ y }) => y)) + 0.12 * size;
      const left = Math.min(...glyphs.map(({ x }) => x));
      expect(Math.abs(top / millimetre - 37)).toBeLessThanOrEqual(0.1);
      expect(Math.abs(left / millimetre - 28)).toBeLessThanOrEqual(0.1);
      expect(Math.abs(297 - bottom / millimetre - 35)).toBeLessThanOrEqual(0.2);
    });
  },
);
