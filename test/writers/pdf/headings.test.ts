import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/document/inline.ts';
import { typeset } from '../../../src/typesetting/typeset.ts';
import { createPdfFonts } from '../../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../../src/writers/pdf/write-pdf.ts';
import { documentsOf } from '../../both-ways.ts';
import { hasTool } from '../../validators.ts';
import { machineFaces } from './sheets.ts';

/** The headings of the plan itself, as other programs find them in its written file. */

const plan = documentsOf(join(import.meta.dirname, '..', '..', '..', 'data', '2022-清廉村居创建'));
const notice = plan.find(({ id }) => id === 'notice');
if (notice === undefined) throw new Error('the plan has no notice');

/** Every heading, standing alone or opening a paragraph, with its level. */
const headings = notice.sections
  .flatMap(({ blocks }) => blocks)
  .flatMap((block) => {
    const heading = block.kind === 'heading' ? block : block.kind === 'paragraph' ? block.lead : null;
    return heading === null
      ? []
      : [{ level: heading.level, words: heading.number + plainText(heading.inlines) }];
  });

const bare = (words: string): string => words.replace(/\s/gu, '');
const run = (tool: string, ...options: string[]): string => {
  const { stdout, error } = spawnSync(tool, options, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return stdout;
};

describe.skipIf(!hasTool('mutool') || !hasTool('pdfinfo'))('the headings of a written PDF', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'headings-'));
    file = join(folder, 'notice.pdf');
    const faces = machineFaces();
    writeFileSync(file, writePdf(typeset(notice, faces), createPdfFonts(faces)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('all are in the outline, in order, run-in headings too', () => {
    expect(headings.filter(({ level }) => level === 3).length).toBeGreaterThan(15);
    const titles = [...run('mutool', 'show', file, 'outline').matchAll(/"(.*?)"/gu)].map(([, words = '']) =>
      bare(words),
    );
    const expected = headings.map(({ words }) => bare(words).replace(/[。：]$/u, ''));
    expect(titles.filter((title) => expected.includes(title))).toEqual(expected);
  });

  test('all are tagged with their level, the rest of the paragraph follows each run-in one', () => {
    const text = run('pdfinfo', '-struct-text', file);
    const tagged = [...text.matchAll(/^ {2}(H\d|P|Title) \(block\)\n((?: {4}.*\n?)*)/gmu)].map(
      ([, role = '', words = '']) => ({ role, words: bare(words.replace(/^ *"|"$/gmu, '')) }),
    );
    const found = tagged.filter(({ role }) => role.startsWith('H'));
    expect(found).toEqual(headings.map(({ level, words }) => ({ role: `H${level}`, words: bare(words) })));
    const paragraphs = notice.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraph' && block.lead !== null ? [block] : []));
    for (const { lead, inlines } of paragraphs) {
      const words = bare((lead?.number ?? '') + plainText(lead?.inlines ?? []));
      const at = tagged.findIndex((each) => each.role.startsWith('H') && each.words === words);
      expect(tagged[at + 1]).toEqual({ role: 'P', words: bare(plainText(inlines)) });
    }
  });
});
