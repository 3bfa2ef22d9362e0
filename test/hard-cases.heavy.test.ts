import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareLines, type SetBothWays, setBothWays } from './both-ways.ts';
import { hardCases } from './hard-cases.ts';
import { hasLibreOffice } from './libreoffice.ts';
import { hasTool, preflight, validateOoxml } from './validators.ts';

const millimetre = 72 / 25.4;

const pagePattern = /<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gsu;
const wordPattern = /<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">(.*?)<\/word>/gu;

/** Pages of a PDF with the words poppler finds on them, in millimetres. */
function sheetsOf(file: string) {
  const { stdout, error } = spawnSync('pdftotext', ['-bbox', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return [...stdout.matchAll(pagePattern)].map(([, width, height, page = '']) => ({
    width: Number(width),
    height: Number(height),
    words: [...page.matchAll(wordPattern)].map(([, left, right, text = '']) => ({
      left: Number(left) / millimetre,
      right: Number(right) / millimetre,
      text,
    })),
  }));
}

describe.skipIf(!hasLibreOffice() || !hasTool('pdftotext'))(
  'documents that are hard to set well, as files',
  () => {
    let set: readonly SetBothWays[] = [];

    beforeAll(async () => {
      set = await setBothWays(hardCases());
    });

    test('the PDF and the Word file as LibreOffice sets it have the same lines on the same pages', () => {
      const faults = set.flatMap((both) => {
        const { pages, differences } = compareLines(both);
        return pages[0] === pages[1] && differences.length === 0 ? [] : [{ id: both.id, pages, differences }];
      });
      expect(faults).toEqual([]);
    });

    // Poppler tells turned words along the paper, so it is the Word files that are measured; our pages are in `hard-cases.test.ts`.
    test('no word of a Word file beyond the sides of the type area but page numbers', () => {
      for (const both of set) {
        for (const { width, height, words } of sheetsOf(both.theirs)) {
          const [left, right] = width > height ? [35, 262] : [28, 184];
          for (const word of words.filter(({ text }) => !/^[—\d]+$/u.test(text))) {
            expect(word.left, word.text).toBeGreaterThan(left - 0.3);
            expect(word.right, word.text).toBeLessThan(right + 0.3);
          }
        }
      }
    });

    test.skipIf(!hasTool('preflight'))('the PDF files are PDF/A-1b', async () => {
      expect(await preflight(set.map(({ ours }) => ours))).toEqual([]);
    });

    test('the Word files are sound to the Open XML SDK', async () => {
      expect(await validateOoxml(set.map(({ ours }) => ours.replace(/pdf$/u, 'docx')))).toEqual([]);
    });
  },
);
