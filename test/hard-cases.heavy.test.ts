import { beforeAll, describe, expect, test } from 'vitest';
import { compareLines, type SetBothWays, setBothWays } from './both-ways.ts';
import { hardCases } from './hard-cases.ts';
import { hasLibreOffice } from './libreoffice.ts';
import { hasTool, pdfSheets, preflight, validateOoxml } from './validators.ts';

const millimetre = 72 / 25.4;

describe.skipIf(!hasLibreOffice() || !hasTool('mutool'))(
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

    test.each(['ours', 'theirs'] as const)(
      'no ink outside the type area but page numbers: %s',
      async (side) => {
        for (const both of set) {
          for (const { width, height, ink } of await pdfSheets(both[side])) {
            // LibreOffice leaves landscape pages as they are; their number stands at the left.
            const [left, top, right, bottom] = width > height ? [25, 28, 262, 184] : [28, 37, 184, 272];
            expect(ink.left / millimetre, both.id).toBeGreaterThan(left - 0.3);
            expect(ink.top / millimetre, both.id).toBeGreaterThan(top - 0.5);
            expect(ink.right / millimetre, both.id).toBeLessThan(right + 0.3);
            expect(ink.bottom / millimetre, both.id).toBeLessThan(bottom + 0.5);
          }
        }
      },
    );

    test.skipIf(!hasTool('preflight'))('the PDF files are PDF/A-1b', async () => {
      expect(await preflight(set.map(({ ours }) => ours))).toEqual([]);
    });

    test('the Word files are sound to the Open XML SDK', async () => {
      expect(await validateOoxml(set.map(({ ours }) => ours.replace(/pdf$/u, 'docx')))).toEqual([]);
    });
  },
);
