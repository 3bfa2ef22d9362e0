import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { nowhere } from '../../src/diagnostics/place.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import type { FaceSet } from '../../src/fonts/face-set.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { writeDocx } from '../../src/writers/docx/write-docx.ts';
import { createPdfFonts } from '../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../src/writers/pdf/write-pdf.ts';
import { cell, paragraph, portrait, row, table } from '../typesetting/example.ts';
import { hasTool, pdfText, preflight } from '../validators.ts';
import { header } from './docx/blocks.ts';
import { machineFaces, packagedFaceSet } from './pdf/sheets.ts';

const folder = mkdtempSync(join(tmpdir(), 'glyphs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const western = ['2022', 'GB/T', '9704', 'A', '15%', '6'];
const marks = '“”‘’—…·《》〔〕，。';
const document: OfficialDocument = portrait(
  paragraph('“2022年”按‘GB/T 9704’办理——A级村居……占15%；老·村、《清廉》〔2022〕6号，完。'),
  table(['序号', '名称'], row(cell(0, '1'), cell(1, '“三务”—A'))),
);

/** Each character drawn in a PDF with the name of its font, as MuPDF reads them. */
function drawn(
  faces: FaceSet,
  name: string,
  words: OfficialDocument,
): { file: string; glyphs: [string, string][] } {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, writePdf(typeset(words, faces), createPdfFonts(faces)));
  const text = execFileSync('mutool', ['draw', '-F', 'stext', file], { encoding: 'utf8', stdio: 'pipe' });
  const glyphs: [string, string][] = [];
  for (const [, font = '', inside = ''] of text.matchAll(/<font name="([^"]*)"[^>]*>([\s\S]*?)<\/font>/g)) {
    for (const [, code = ''] of inside.matchAll(/<char[^>]* c="([^"]*)"/g)) {
      const plain = code.replace(/&#x([0-9a-f]+);/g, (_, hex) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      if (plain.trim() !== '') glyphs.push([plain, font]);
    }
  }
  return { file, glyphs };
}

const kinds = [
  { kind: 'faces of the packages', faces: packagedFaceSet() },
  { kind: 'faces of this machine', faces: machineFaces() },
];

describe.skipIf(!hasTool('mutool'))('glyph by glyph in a PDF', () => {
  test.each(kinds)('digits and Latin are Western, every mark is Chinese: $kind', ({ kind, faces }) => {
    const { glyphs } = drawn(faces, kind, document);
    const westernFont = faces.primary('western')?.font.postScriptName ?? '';
    const page = glyphs.slice(0, glyphs.findLastIndex(([character]) => character === '完') + 1);
    const fontsOf = (characters: string): ReadonlySet<string> =>
      new Set(page.filter(([character]) => characters.includes(character)).map(([, font]) => font));
    expect([...fontsOf(western.join(''))].every((font) => font.includes(westernFont))).toBe(true);
    expect(fontsOf(western.join('')).size).toBe(1);
    expect([...fontsOf(marks)].filter((font) => font.includes(westernFont))).toEqual([]);
    expect(page.filter(([character]) => marks.includes(character)).length).toBeGreaterThan(12);
  });

  test.each(kinds)(
    'figures of 附件1 and of 机密★1年 are 黑体, those of titles and text are not: $kind',
    ({ kind, faces }) => {
      const marked: OfficialDocument = {
        ...portrait(paragraph('共3项。')),
        header: { ...header, classification: '机密★7年', urgency: '特急' },
      };
      const labelled = portrait(
        { kind: 'attachment-label', text: '附件1', place: nowhere },
        paragraph('共3项。'),
      );
      const heiti = faces.primary('heiti')?.font.postScriptName ?? '';
      const western = faces.primary('western')?.font.postScriptName ?? '';
      const all = [marked, labelled].flatMap(
        (each, index) => drawn(faces, `figures ${kind} ${index}`, each).glyphs,
      );
      const fontsOf = (character: string) =>
        all.filter(([each]) => each === character).map(([, font]) => font.replace(/^[A-Z]{6}\+/u, ''));
      for (const character of '密年附') expect(fontsOf(character), character).toContain(heiti);
      // The year of the number and the page number hold a 7 or 1 nowhere.
      expect(fontsOf('7')).toEqual([heiti]);
      expect(fontsOf('1').filter((font) => font === heiti)).toHaveLength(1);
      expect(fontsOf('1')).not.toContain(western);
      expect(fontsOf('3')).toEqual([western, western]);
    },
  );

  test.each(kinds)(
    'rare characters are drawn and come out as they went in: $kind',
    async ({ kind, faces }) => {
      const rare = '喆堃𬱟㛃𠅤';
      const words = portrait(paragraph(`王${rare}、李喆。`), table(['姓名'], row(cell(0, rare))));
      const { file, glyphs } = drawn(faces, `rare ${kind}`, words);
      for (const character of rare) expect(glyphs.map(([each]) => each)).toContain(character);
      const text = (await pdfText(file)).replace(/\s/g, '');
      expect(text).toContain(`王${rare}、李喆。`);
      if (hasTool('preflight')) expect(await preflight([file])).toEqual([]);
    },
  );
});

describe('glyph by glyph in a Word file', () => {
  const runs = async (words: OfficialDocument): Promise<readonly { faces: string; text: string }[]> => {
    const xml = strFromU8(
      unzipSync(await writeDocx(words, fitPages(words)))['word/document.xml'] ?? new Uint8Array(),
    );
    return [...xml.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g)].map(
      ([, properties = '', text = '']) => ({ faces: /<w:rFonts[^>]*>/.exec(properties)?.[0] ?? '', text }),
    );
  };

  test('marks that programs take for Western ones are told to be Chinese, digits and Latin are not', async () => {
    const all = await runs(document);
    const ambiguous = all.filter(({ text }) => /[“”‘’—…·]/.test(text));
    expect(ambiguous.length).toBeGreaterThan(3);
    for (const { faces, text } of ambiguous) {
      expect(faces, text).toContain('w:hint="eastAsia"');
      // Where the run names its faces, the Western slots hold the Chinese one and no Western letter is in it.
      if (faces.includes('w:hAnsi')) expect(text).not.toMatch(/[0-9A-Za-z]/);
    }
    const plain = all.filter(({ text }) => /[0-9A-Za-z]/.test(text));
    expect(plain.filter(({ faces }) => faces.includes('w:ascii'))).toEqual([]);
  });

  test('rare characters stand in the XML as they are', async () => {
    const text = (await runs(portrait(paragraph('王喆堃𬱟㛃𠅤。')))).map((run) => run.text).join('');
    expect(text).toContain('王喆堃𬱟㛃𠅤。');
  });
});
