import { beforeAll, describe, expect, test } from 'vitest';
import { compareLines, type SetBothWays, setBothWays } from './both-ways.ts';
import { fixtureDocuments } from './fixture-documents.ts';
import { hasLibreOffice } from './libreoffice.ts';
import { dashesOf } from './preflight/ink.ts';
import { type RedBand, redBands } from './red-ink.ts';
import { tracedGlyphs } from './traced.ts';
import { hasTool, pdfText, preflight, validateOoxml } from './validators.ts';

/** Letters, orders and minutes as files, measured by programs that share no code with the writers. */

const millimetre = 72 / 25.4;
/**
 * How far the ink of a mark may miss its place, in millimetres: a row of dots in the PDF, which knows the face. Word does
 * not: its mark stands where a face of nominal ink would, and the open face's ink is a fourteenth of 50 points lower.
 */
const markSlack = { ours: 0.15, theirs: 1.2 } as const;
const isRule = ({ left, right }: RedBand) => right - left > 150;

describe.skipIf(!hasLibreOffice() || !hasTool('pdftoppm') || !hasTool('mutool'))(
  'letters, orders and minutes',
  () => {
    let set: ReadonlyMap<string, SetBothWays> = new Map();
    const setOf = (id: string): SetBothWays => {
      const both = set.get(id);
      if (both === undefined) throw new Error(`no ${id}`);
      return both;
    };

    beforeAll(async () => {
      const both = await setBothWays(fixtureDocuments('forms'));
      set = new Map(both.map((one) => [one.id, one]));
    });

    test('every line of the PDF is a line of the Word file as LibreOffice sets it, page by page', () => {
      for (const both of set.values()) {
        const { pages, lines, differences } = compareLines(both);
        expect(differences).toEqual([]);
        expect(pages[0]).toBe(pages[1]);
        expect(lines).toBeGreaterThan(9);
      }
    });

    test.skipIf(!hasTool('preflight'))('the PDF files are PDF/A-1b', async () => {
      expect(await preflight([...set.values()].map(({ ours }) => ours))).toEqual([]);
    });

    test('the Word files are sound to the Open XML SDK', async () => {
      const files = [...set.values()].map(({ ours }) => ours.replace(/pdf$/u, 'docx'));
      expect(await validateOoxml(files)).toEqual([]);
    });

    describe.each(['ours', 'theirs'] as const)('信函: %s', (side) => {
      const bands = (page: number) => redBands(setOf('信函')[side], page);
      const glyphs = (page: number) => tracedGlyphs(setOf('信函')[side], page);

      test('the mark begins 30 mm below the paper’s edge', () => {
        const [mark] = bands(1);
        expect(Math.abs((mark?.top ?? 0) - 30)).toBeLessThanOrEqual(markSlack[side]);
      });

      test('two double rules of 170 mm, centred: thick above thin 4 mm below the mark, thin above thick at the foot', () => {
        const rules = bands(1).filter(isRule);
        expect(rules).toHaveLength(4);
        for (const { left, right } of rules) {
          expect(Math.abs(left - 20)).toBeLessThanOrEqual(0.15);
          expect(Math.abs(right - left - 170)).toBeLessThanOrEqual(0.2);
        }
        const [thick, thin, footThin, footThick] = rules as [RedBand, RedBand, RedBand, RedBand];
        const weight = ({ top, bottom }: RedBand) => bottom - top;
        expect(weight(thick)).toBeGreaterThan(weight(thin));
        expect(weight(footThick)).toBeGreaterThan(weight(footThin));
        const [mark] = bands(1);
        expect(Math.abs(thick.top - (mark?.bottom ?? 0) - 4)).toBeLessThanOrEqual(markSlack[side]);
        expect(Math.abs(297 - footThick.bottom - 20)).toBeLessThanOrEqual(0.15);
      });

      test('the first page has no number; on the others its dashes stand 7 mm below the type area', () => {
        expect(dashesOf(setOf('信函')[side], 1)).toEqual([]);
        for (const page of [2, 3]) {
          const dashes = dashesOf(setOf('信函')[side], page);
          expect(dashes).toHaveLength(2);
          for (const { top } of dashes) expect(Math.abs(top - 262 - 7)).toBeLessThan(0.1);
        }
      });

      test('there is red on the first page only', () => {
        for (const page of [2, 3]) expect(bands(page)).toEqual([]);
      });

      test('number and 份号 stand 7/8 of a character below the rule, the number ends at the right edge', () => {
        const rules = bands(1).filter(isRule);
        const ruled = (rules[1]?.bottom ?? 0) * millimetre;
        const first = glyphs(1).filter(({ y }) => y > ruled && y < ruled + 30);
        const tops = first.map(({ y }) => y - 0.88 * 16 - ruled);
        for (const top of tops) expect(Math.abs(top - 14)).toBeLessThan(0.5);
        const last = first.at(-1);
        expect(last?.character).toBe('号');
        expect(Math.abs((last?.x ?? 0) + 15.75 - 184 * millimetre)).toBeLessThan(0.6);
        expect(Math.abs((first[0]?.x ?? 0) - 28 * millimetre)).toBeLessThan(0.3);
      });

      test('the last line keeps 7/8 of a character from the second double rule, and less than two lines more', () => {
        const [, , foot] = bands(1).filter(isRule);
        const lowest = Math.max(...glyphs(1).map(({ y }) => y + 0.12 * 16));
        const free = (foot?.top ?? 0) * millimetre - lowest;
        expect(free).toBeGreaterThanOrEqual(14 - 0.4);
        // A paragraph leaves no line of its own alone on the page.
        expect(free).toBeLessThan(14 + 2 * 29.6);
      });

      test('the first page bears no number but is counted', async () => {
        const pages = (await pdfText(setOf('信函')[side], '-layout')).split('\f');
        expect(pages[0]).not.toMatch(/—\s*1\s*—/u);
        expect(pages[1]).toMatch(/—\s*2\s*—/u);
      });

      test('the second page begins at 37 mm', () => {
        const top = Math.min(...glyphs(2).map(({ y }) => y)) - 0.88 * 16;
        expect(Math.abs(top / millimetre - 37)).toBeLessThanOrEqual(0.15);
      });
    });

    describe.each(['ours', 'theirs'] as const)('命令 and 纪要: %s', (side) => {
      test('an order’s mark begins 57 mm below the paper’s edge, and there is no rule', () => {
        const bands = redBands(setOf('命令')[side], 1);
        expect(bands.filter(isRule)).toEqual([]);
        expect(Math.abs((bands[0]?.top ?? 0) - 57)).toBeLessThanOrEqual(markSlack[side]);
      });

      test('the mark of minutes begins 72 mm below the paper’s edge; the rule is as wide as the type area', () => {
        const bands = redBands(setOf('纪要')[side], 1);
        expect(Math.abs((bands[0]?.top ?? 0) - 72)).toBeLessThanOrEqual(markSlack[side]);
        const [rule] = bands.filter(isRule);
        expect(Math.abs((rule?.left ?? 0) - 28)).toBeLessThanOrEqual(0.15);
        expect(Math.abs((rule?.right ?? 0) - 184)).toBeLessThanOrEqual(0.15);
      });

      test('the glyphs of both stand where the PDF has them', () => {
        for (const id of ['命令', '纪要']) {
          const ours = tracedGlyphs(setOf(id).ours, 1).filter(({ character }) => character.trim() !== '');
          const own = tracedGlyphs(setOf(id)[side], 1).filter(({ character }) => character.trim() !== '');
          expect(own.map(({ character }) => character)).toEqual(ours.map(({ character }) => character));
          for (const [index, { x, y }] of own.entries()) {
            expect(Math.abs((ours[index]?.x ?? 0) - x)).toBeLessThan(0.6 * millimetre);
            // Of the mark it is the ink that has its place, in the PDF.
            const slack = y < 100 * millimetre ? markSlack[side] : 0.2;
            expect(Math.abs((ours[index]?.y ?? 0) - y)).toBeLessThan(slack * millimetre);
          }
        }
      });
    });
  },
);
