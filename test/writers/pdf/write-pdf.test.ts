import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaceSet } from '../../../src/fonts/face-set.ts';
import { packagedFaces } from '../../../src/fonts/known-faces.ts';
import type { TypesetDocument } from '../../../src/typesetting/page.ts';
import { createPdfFonts } from '../../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../../src/writers/pdf/write-pdf.ts';
import { hasTool, pdfFonts, pdfInfo, pdfText, preflight, qpdfCheck } from '../../validators.ts';
import { element, machineFaces, notice, packagedFaceSet, root, sheets, text } from './sheets.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function save(name: string, faces: FaceSet, document: TypesetDocument): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, writePdf(document, createPdfFonts(faces)));
  return file;
}

/** One line of a role on a page of its own. */
function line(faces: FaceSet, words: string): TypesetDocument {
  const item = text(faces, 'songti', words, { x: 80, y: 120, element: 1 });
  return sheets(
    [{ turned: false, body: [item], furniture: [] }],
    [element('Document', null), element('P', 0)],
  );
}

const kinds = [
  { kind: 'faces of the packages', faces: packagedFaceSet() },
  { kind: 'faces of this machine', faces: machineFaces() },
];

describe.each(kinds)('a notice with $kind', ({ kind, faces }) => {
  let file: string;
  beforeAll(async () => {
    file = await save(`${kind}.pdf`, faces, notice(faces));
  });

  test.skipIf(!hasTool('preflight'))('is PDF/A-1b', async () => {
    expect(await preflight([file])).toEqual([]);
  });

  test.skipIf(!hasTool('qpdf'))('is sound', async () => {
    expect(await qpdfCheck(file)).toBe('');
  });

  test.skipIf(!hasTool('pdffonts'))(
    'embeds subsets of all its fonts, each once, with their characters',
    async () => {
      const fonts = await pdfFonts(file);
      expect(fonts.length).toBeGreaterThan(1);
      expect(fonts.every(({ embedded, subset, unicode }) => embedded && subset && unicode)).toBe(true);
      expect(new Set(fonts.map(({ name }) => name)).size).toBe(fonts.length);
    },
  );

  test.skipIf(!hasTool('pdftotext'))('gives its text back in reading order', async () => {
    const words = (await pdfText(file, '-raw')).replace(/\s/g, '');
    expect(words).toBe(
      '三岔镇人民政府文件关于印发实施方案的通知一、总体要求各村（居）：现将“方案”印发给你们，' +
        '请认真贯彻执行。见附件2022—1—本页是正文的最后一行。任务清单产业兴旺—2—',
    );
  });

  test.skipIf(!hasTool('pdfinfo'))(
    'is tagged: paragraphs over pages, cells with what they span',
    async () => {
      const tree = await pdfInfo(file, '-struct-text');
      expect(tree.split('\n').map((row) => row.trimEnd())).toEqual([
        'Document',
        '  P (block)',
        '    "三岔镇人民政府文件"',
        '  P (block)',
        '    "关于印发实施方案的通知"',
        '  H1 (block)',
        '    "一、总体要求"',
        '  P (block)',
        '    "各村（居）：现将“方案”印发给你们，请认真贯彻执行。见附件2022"',
        '    "本页是正文的最后一行。"',
        '  Table (block)',
        '    TR',
        '      TH:',
        '         /Scope /Column',
        '         /ColSpan 2',
        '        "任务清单"',
        '    TR',
        '      TD',
        '        "产业"',
        '      TD',
        '        "兴旺"',
        '',
      ]);
    },
  );

  test.skipIf(!hasTool('pdfinfo'))('says what it is', async () => {
    const information = await pdfInfo(file);
    expect(information).toMatch(/^Title: +关于印发《乡村振兴<三年>方案》的通知 & 附件$/m);
    expect(information).toMatch(/^Author: +三岔镇人民政府$/m);
    expect(information).toMatch(/^Subject: +三政发〔2022〕6号$/m);
    expect(information).toMatch(/^Keywords: +乡村振兴；通知$/m);
    expect(information).toMatch(/^CreationDate: +Mon May 23 16:00:00 2022 UTC$/m);
    expect(information).toMatch(/^Tagged: +yes$/m);
  });

  test('says the same in its XMP, and shows its title', () => {
    const pdf = readFileSync(file).toString('utf8');
    const [, packet = ''] = /<\?xpacket begin([\s\S]*?)<\?xpacket end/.exec(pdf) ?? [];
    const inside = (element: string) =>
      [...packet.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))].map(([, content = '']) =>
        content.replace(/<[^>]*>/g, ''),
      );
    expect(inside('dc:title')).toEqual(['关于印发《乡村振兴&lt;三年&gt;方案》的通知 &amp; 附件']);
    expect(inside('dc:creator')).toEqual(['三岔镇人民政府']);
    expect(inside('dc:description')).toEqual(['三政发〔2022〕6号']);
    expect(inside('pdf:Keywords')).toEqual(['乡村振兴；通知']);
    expect(inside('xmp:CreateDate')).toEqual(['2022-05-24T00:00:00+08:00']);
    expect(pdf).toContain('/Lang(zh-CN)');
    expect(pdf).toContain('/ViewerPreferences<</DisplayDocTitle true>>');
  });

  test.skipIf(!hasTool('pdftotext'))('turns a page so that a screen shows its table upright', async () => {
    const boxes = await pdfText(file, '-bbox', '-f', '2');
    const [, x, y] = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>任务清单</.exec(boxes) ?? [];
    expect(Number(x)).toBeCloseTo(110, 0);
    expect(Number(y)).toBeGreaterThan(110);
    expect(Number(y)).toBeLessThan(130);
  });

  test('is small', async () => {
    const document = notice(faces);
    expect(writePdf(document, createPdfFonts(faces)).length).toBeLessThan(60_000);
  });
});

test('a file depends on its own document and faces alone', () => {
  const faces = packagedFaceSet();
  const fonts = createPdfFonts(faces);
  writePdf(line(faces, '先写别的文件'), fonts);
  const [after, alone] = [writePdf(notice(faces), fonts), writePdf(notice(faces), createPdfFonts(faces))];
  expect(Buffer.compare(after, alone)).toBe(0);
});

test('a file is known by what it says', () => {
  const faces = packagedFaceSet();
  const identity = (words: string) => {
    const pdf = Buffer.from(writePdf(line(faces, words), createPdfFonts(faces))).toString('latin1');
    return /\/ID\[<(\w{32})><\1>/.exec(pdf)?.[1];
  };
  expect(identity('一行')).toMatch(/^[0-9A-F]{32}$/);
  expect(identity('一行')).toBe(identity('一行'));
  expect(identity('二行')).not.toBe(identity('一行'));
});

test.skipIf(!hasTool('pdffonts'))('a document carries only the faces it uses', async () => {
  const file = await save('line.pdf', packagedFaceSet(), line(packagedFaceSet(), '一行'));
  expect(await pdfFonts(file)).toHaveLength(1);
});

test.skipIf(!hasTool('pdftotext') || !hasTool('preflight'))(
  'characters that share a glyph, and rare ones beyond the basic plane, are extracted as they were',
  async () => {
    const faces = packagedFaceSet();
    const file = await save('variants.pdf', faces, line(faces, '①➀•‧𬱟㛃〈\u2329'));
    expect((await pdfText(file)).trim()).toBe('①➀•‧𬱟㛃〈\u2329');
    expect(await preflight([file])).toEqual([]);
  },
);

test('a character its face lacks is our own fault', () => {
  const faces = packagedFaceSet();
  const document = line(faces, '一\u{10ffff}');
  expect(() => writePdf(document, createPdfFonts(faces))).toThrow('U+10FFFF');
});

test('the packages are there that every machine has', () => {
  for (const { file } of Object.values(packagedFaces)) expect(existsSync(join(root, file)), file).toBe(true);
});
