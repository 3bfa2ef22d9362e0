import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { fitPages } from '../../../src/typesetting/fit-pages.ts';
import { writeDocx } from '../../../src/writers/docx/write-docx.ts';

const write = (document: OfficialDocument) => writeDocx(document, fitPages(document));

import { convertWithLibreOffice, hasLibreOffice, pdfLines } from '../../libreoffice.ts';
import { hasTool } from '../../validators.ts';
import { examples } from './examples.ts';

const millimetres = 25.4 / 72;

/** What mutool traces on a page: base lines of texts, and stroked lines, in millimetres from the top left. */
function traced(file: string, page: number) {
  const { stdout } = spawnSync('mutool', ['trace', file, String(page)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const place = (matrix: string | undefined, x: string | undefined, y: string | undefined) => {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (matrix ?? '').split(' ').map(Number);
    const [px, py] = [Number(x), Number(y)];
    return { x: (a * px + c * py + e) * millimetres, y: (b * px + d * py + f) * millimetres };
  };
  const glyphs = [...stdout.matchAll(/<fill_text[^>]*transform="([^"]*)"[^>]*>(.*?)<\/fill_text>/gs)].flatMap(
    ([, matrix, body]) =>
      [...(body ?? '').matchAll(/<g unicode="([^"]*)"[^>]* x="([-\d.]+)" y="([-\d.]+)"/g)].map(
        ([, character, x, y]) => ({ character, ...place(matrix, x, y) }),
      ),
  );
  const rules = [...stdout.matchAll(/<stroke_path([^>]*)>(.*?)<\/stroke_path>/gs)].map(([, head, body]) => {
    const matrix = /transform="([^"]*)"/.exec(head ?? '')?.[1];
    const ends = [...(body ?? '').matchAll(/x="([-\d.]+)" y="([-\d.]+)"/g)].map(([, x, y]) =>
      place(matrix, x, y),
    );
    return {
      colour: / color="([^"]*)"/.exec(head ?? '')?.[1],
      left: Math.min(...ends.map(({ x }) => x)),
      right: Math.max(...ends.map(({ x }) => x)),
      y: ends[0]?.y ?? 0,
    };
  });
  return { glyphs, rules };
}

describe.skipIf(!hasLibreOffice() || !hasTool('mutool'))('as LibreOffice sets it', () => {
  const pdfs = new Map<string, string>();

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docx-set-'));
    const names = Object.keys(examples);
    const files = await Promise.all(
      names.map(async (name) => {
        const file = join(folder, `${name}.docx`);
        writeFileSync(file, await write(examples[name] as (typeof examples)[string]));
        return file;
      }),
    );
    const set = await convertWithLibreOffice(files);
    for (const [index, name] of names.entries()) pdfs.set(name, set[index] ?? '');
  });

  const pdf = (name: string): string => pdfs.get(name) ?? '';
  const isNumber = (line: string) => /^—\d+—$/.test(line);

  test('a page of 616 characters is 22 lines of 28, from 37 mm down', () => {
    const [page = [], ...more] = pdfLines(pdf('fullPage'));
    expect(more).toEqual([]);
    expect(page.filter((line) => !isNumber(line)).map((line) => line.length)).toEqual(Array(22).fill(28));
    const { glyphs } = traced(pdf('fullPage'), 1);
    const em = 16 * millimetres;
    expect((glyphs[0]?.y ?? 0) - 0.88 * em).toBeCloseTo(37, 0.9);
    expect(glyphs[0]?.x).toBeCloseTo(28, 0.9);
  });

  test('the mark begins at 72 mm, the rule is as wide as the type area and 4 mm below the number', () => {
    const { glyphs, rules } = traced(pdf('notice'), 1);
    const mark = glyphs.find(({ character }) => character === '三');
    expect((mark?.y ?? 0) - 0.82 * 46 * millimetres).toBeCloseTo(72, 0.9);
    const rule = rules.find(({ colour }) => colour === '1 0 0');
    expect(rule?.left).toBeCloseTo(28, 0.9);
    expect(rule?.right).toBeCloseTo(184, 0.9);
    const number = glyphs.find(({ character }) => character === '〔');
    const below = (rule?.y ?? 0) - 1 * millimetres - ((number?.y ?? 0) + 0.12 * 16 * millimetres);
    expect(below).toBeCloseTo(4, 0.9);
  });

  test('the imprint is sunk to the lower edge of the type area, on an upright page', () => {
    for (const [name, count] of [
      ['notice', 3],
      ['upward', 2],
      ['turnedEnd', 3],
    ] as const) {
      const last = pdfLines(pdf(name)).length;
      const rules = traced(pdf(name), last).rules.filter(
        ({ left, right }) => Math.abs(right - left - 156) < 0.1,
      );
      expect(rules).toHaveLength(count);
      expect((rules.at(-1)?.y ?? 0) + 0.5 * millimetres).toBeCloseTo(262, 0.9);
    }
  });

  test('page numbers stand outside, 7 mm below the type area; nothing adds an empty page', () => {
    const odd = traced(pdf('upward'), 1).glyphs.findLast(({ character }) => character === '—');
    const even = traced(pdf('upward'), 2).glyphs.findLast(({ character }) => character === '—');
    expect((odd?.x ?? 0) + 14 * millimetres).toBeCloseTo(184 - 14 * millimetres, 0);
    expect(even?.x).toBeLessThan(60);
    for (const name of Object.keys(examples)) {
      const empty = pdfLines(pdf(name)).filter((page) => page.every(isNumber));
      const fitting = fitPages(examples[name] as OfficialDocument);
      // The page before 版记, where an even one had to be reached, and that has no number either.
      expect(empty).toEqual(fitting.imprint === 'behind-empty-page' ? [[]] : []);
    }
  });
});
