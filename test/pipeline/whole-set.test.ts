import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ManifestJob } from '../../src/delivery/manifest.ts';
import {
  hasTool,
  inParallel,
  pdfFonts,
  pdfInfo,
  pdfSheets,
  pdfText,
  preflight,
  qpdfCheck,
  validateOoxml,
} from '../validators.ts';
import { office, second } from './expected-sets.ts';
import { buildWholeSet, type WholeSet } from './whole-set.ts';
import {
  characters,
  copiedPages,
  docxUnits,
  pdfPages,
  pdfUnits,
  type Unit,
  unreadable,
  withoutRepeatedHeads,
} from './words.ts';

const wordsOf = (units: readonly Unit[]): readonly string[] => units.map(({ words }) => words);

const jobLine = ({ id, kind, village, files }: ManifestJob): string => {
  const path = files[0]?.path.replace(/\.\w+$/, '');
  return `${id} | ${kind} | ${village ?? '-'} | ${path} ${files.map(({ format }) => format).join(' ')}`;
};

describe.each([
  { source: 'data/2022-清廉村居创建', expected: office },
  { source: 'test/fixtures/plans/2024-人居环境整治', expected: second },
])('the whole set of $source', ({ source, expected }) => {
  let set: WholeSet;
  beforeAll(async () => {
    set = await buildWholeSet(source);
  });
  afterAll(() => set.remove());

  /** Jobs that make a document for paper, with the places of its two files. */
  const papers = () =>
    set.manifest.jobs.flatMap((job) => {
      const [docx, pdf] = (['docx', 'pdf'] as const).map((format) =>
        job.files.find((file) => file.format === format),
      );
      return docx === undefined || pdf === undefined
        ? []
        : [{ id: job.id, docx: set.open(docx.path), pdf: set.open(pdf.path) }];
    });
  // Poppler takes seconds to read the tags of a long document: once a file.
  const read = new Map<string, Promise<readonly string[]>>();
  const leavesOf = (pdf: string): Promise<readonly string[]> => {
    const leaves = read.get(pdf) ?? pdfUnits(pdf);
    read.set(pdf, leaves);
    return leaves;
  };
  const pdfs = () => set.files('pdf').map(({ path }) => set.open(path));

  describe('the manifest', () => {
    test('names the plan and every job with its files, in the order of use', () => {
      const { schema, plan, jobs } = set.manifest;
      expect(schema).toBe(1);
      expect(plan).toEqual(expected.plan);
      expect(jobs.map(jobLine)).toEqual(expected.jobs);
      for (const [format, count] of Object.entries(expected.counts)) {
        expect(set.files(format as 'pdf')).toHaveLength(count);
      }
    });

    test('has the keys that were agreed, and no others', () => {
      const { manifest } = set;
      expect(Object.keys(manifest)).toEqual(['schema', 'plan', 'jobs', 'findings']);
      for (const job of manifest.jobs) {
        expect(Object.keys(job)).toEqual(['id', 'kind', 'title', 'village', 'files']);
        expect(job.title).not.toBe('');
        for (const file of job.files) {
          expect(Object.keys(file)).toEqual(['path', 'format', 'bytes', 'sha256', 'pages']);
        }
      }
      for (const finding of manifest.findings) {
        expect(finding.severity).toBe('note');
        expect(['fonts/substitute', 'fonts/fallback']).toContain(finding.rule);
      }
    });

    test('lists exactly the files on the disk, with their true sizes and hashes', () => {
      const listed = set.manifest.jobs.flatMap(({ files }) => files);
      expect(listed.map(({ path }) => path).sort()).toEqual(set.paths);
      for (const { path, format, bytes, sha256 } of listed) {
        expect(path).toMatch(/^[1-4]-[^/\\]+\/[^/\\]+$/);
        expect(path.endsWith(`.${format}`)).toBe(true);
        const content = readFileSync(set.open(path));
        expect(content.length).toBe(bytes);
        expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      }
    });

    test.skipIf(!hasTool('pdfinfo'))('tells the pages of every PDF, and of nothing else', async () => {
      const told = set.files('pdf').map(({ pages }) => pages);
      const counted = await inParallel(pdfs(), async (file) =>
        Number(/^Pages:\s+(\d+)$/m.exec(await pdfInfo(file))?.[1]),
      );
      expect(told).toEqual(counted);
      for (const { pages } of [...set.files('docx'), ...set.files('xlsx')]) expect(pages).toBeNull();
    });
  });

  test('every Word and Excel file is valid', { timeout: 240_000 }, async () => {
    const files = [...set.files('docx'), ...set.files('xlsx')].map(({ path }) => set.open(path));
    expect(await validateOoxml(files)).toEqual([]);
  });

  describe('every PDF', () => {
    test.skipIf(!hasTool('qpdf'))('is sound', async () => {
      expect((await inParallel(pdfs(), qpdfCheck)).filter((complaint) => complaint !== '')).toEqual([]);
    });

    test.skipIf(!hasTool('preflight'))('is PDF/A-1b', async () => {
      expect(await preflight(pdfs())).toEqual([]);
    });

    test.skipIf(!hasTool('pdffonts'))(
      'has all its fonts embedded, as subsets, with their characters',
      async () => {
        for (const fonts of await inParallel(pdfs(), pdfFonts)) {
          expect(fonts.length).toBeGreaterThan(0);
          expect(fonts.filter(({ embedded, subset, unicode }) => !(embedded && subset && unicode))).toEqual(
            [],
          );
        }
      },
    );

    test.skipIf(!hasTool('pdftotext'))(
      'has words on every page, the last one too, and numbers them',
      async () => {
        // pdfPages throws where the number is missing or wrong.
        for (const pages of await inParallel(pdfs(), pdfPages)) {
          expect(pages.filter((page) => page === '')).toEqual([]);
        }
      },
    );

    test.skipIf(!hasTool('mutool'))(
      'is A4 and keeps everything 10 mm off the edges of the sheet',
      async () => {
        const near = 28.3;
        for (const sheets of await inParallel(pdfs(), pdfSheets)) {
          for (const { width, height, ink } of sheets) {
            expect([Math.min(width, height), Math.max(width, height)]).toEqual([595.28, 841.89]);
            expect(Math.min(ink.left, ink.top, width - ink.right, height - ink.bottom)).toBeGreaterThan(near);
          }
        }
      },
    );
  });

  describe.skipIf(!hasTool('pdftotext'))('Word and PDF of one document', () => {
    test('have the same words, paragraph by paragraph and cell by cell', async () => {
      await inParallel(papers(), async ({ pdf, docx }) => {
        const units = docxUnits(docx);
        const leaves = withoutRepeatedHeads(await leavesOf(pdf), units);
        expect(leaves).toEqual(wordsOf(units));
      });
    });

    test('read the same when text is copied from the PDF', async () => {
      await inParallel(papers(), async ({ pdf, docx }) => {
        const units = docxUnits(docx);
        const pages = copiedPages(await pdfPages(pdf), units);
        expect(unreadable(pages, units)).toEqual([]);
        expect(characters(pages)).toBe(characters(wordsOf(units)));
      });
    });

    test('would be told apart if the name of a village differed', async () => {
      const [one, other] = papers().filter(({ id }) => id.startsWith('task-sheet/'));
      if (one === undefined || other === undefined) throw new Error('no two task sheets');
      const units = docxUnits(one.docx);
      expect(withoutRepeatedHeads(await leavesOf(other.pdf), units)).not.toEqual(wordsOf(units));
      const pages = copiedPages(await pdfPages(other.pdf), units);
      expect(unreadable(pages, units)).toHaveLength(1);
      expect(characters(pages)).not.toBe(characters(wordsOf(units)));
    });
  });

  test.skipIf(!hasTool('pdftotext'))('the notice has its parts, headings and numbers in order', async () => {
    const notice = papers()[0];
    if (notice === undefined) throw new Error('no notice');
    const leaves = await leavesOf(notice.pdf);
    // A part may go over several leaves, as signature and date; leaves are kept apart by a mark.
    const text = `|${leaves.join('|')}`;
    let at = 0;
    for (const part of expected.outline) {
      const pattern = [...part]
        .map((character) => character.replace(/[.\\[\](){}*+?^$|]/, '\\$&'))
        .join('\\|?');
      const found = new RegExp(`\\|${pattern}`).exec(text.slice(at));
      expect(found, `${part} after ${text.slice(Math.max(0, at - 40), at)}`).not.toBeNull();
      at += (found?.index ?? 0) + 1;
    }
  });

  test.skipIf(!hasTool('pdftotext'))('the notice leaves room for a seal where it gets one', async () => {
    const notice = papers()[0];
    if (notice === undefined) throw new Error('no notice');
    const text = await pdfText(notice.pdf, '-bbox', '-l', '1');
    const day = [...text.matchAll(/xMax="([\d.]+)" yMax="[\d.]+">[^<]*日</g)].at(-1);
    const rightEdge = 595.28 - (26 / 25.4) * 72;
    expect((rightEdge - Number(day?.[1])) / 15.75).toBeCloseTo(expected.dateIndent, 1);
  });
});
