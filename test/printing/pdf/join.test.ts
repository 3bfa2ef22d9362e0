import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrange } from '../../../src/printing/arrangement.ts';
import { imposeBooklets } from '../../../src/printing/pdf/booklet.ts';
import { operatorsOf } from '../../../src/printing/pdf/draw-side.ts';
import { type JoinedDocument, joinPdf } from '../../../src/printing/pdf/join.ts';
import { PartStore } from '../../../src/printing/pdf/pdf-part.ts';
import { type ReadPdf, readPdf } from '../../../src/printing/pdf/read-pdf.ts';
import { type FindFont, unifyFonts } from '../../../src/printing/pdf/unify-fonts.ts';
import { stampDocument } from '../../../src/printing/stamp-document.ts';
import { typeset } from '../../../src/typesetting/typeset.ts';
import { createPdfFonts } from '../../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../../src/writers/pdf/write-pdf.ts';
import { cell, heading, paragraph, portrait, row, table } from '../../typesetting/example.ts';
import { hasTool, pdfFonts, pdfInfo, pdfText, preflight, qpdfCheck } from '../../validators.ts';
import { packagedFaceSet } from '../../writers/pdf/sheets.ts';

const faces = packagedFaceSet();
const folder = mkdtempSync(join(tmpdir(), 'joined-'));
afterAll(() => rmSync(folder, { recursive: true }));

const blankPages = (count: number, words: string) =>
  Array.from({ length: count * 22 }, (_, index) => paragraph(`${words}第${index + 1}行`));

/** Three pages of text with a heading; two pages with a table; one page of 份号. */
const text = portrait(heading(1, '一、', '总体要求'), ...blankPages(2, '甲'));
const form = portrait(
  table(
    ['序号', '任务'],
    ...Array.from({ length: 30 }, (_, index) => row(cell(0, `${index + 1}`), cell(1, '乙'))),
  ),
);

/** The documents as files. */
function written(): { readonly files: readonly Uint8Array[]; readonly store: PartStore } {
  const set = [text, form, stampDocument({ first: 7, last: 8 }, text), text].map((each) =>
    typeset(each, faces),
  );
  const fonts = createPdfFonts(faces);
  return { files: set.map((each) => writePdf(each, fonts)), store: new PartStore() };
}

const { metadata } = text;
let sources: readonly ReadPdf[];
let store: PartStore;
beforeAll(async () => {
  const { files, store: made } = written();
  store = made;
  sources = [];
  for (const bytes of files) sources = [...sources, await readPdf(bytes, store)];
});

const source = (index: number): ReadPdf => {
  const found = sources[index];
  if (found === undefined) throw new Error(`no source ${index}`);
  return found;
};

const documentOf = (index: number, multiple: number, title: string): JoinedDocument => ({
  headings: [{ title, depth: 0 }],
  outlined: true,
  source: source(index),
  sides: arrange({ pages: source(index).pages.length, ending: 'plain' }, multiple).sides,
  stamp: null,
});

const bytesOf = () =>
  joinPdf([documentOf(0, 2, '正文'), documentOf(1, 2, '表格')], metadata, 'DuplexFlipLongEdge', store);

const save = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

/** What each page says, white space left out. */
const pagesOf = async (file: string): Promise<readonly string[]> =>
  (await pdfText(file))
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/gu, ''));

describe('joined files', () => {
  test('the same documents give the same bytes', async () => {
    const again = written();
    const read: ReadPdf[] = [];
    for (const bytes of again.files) read.push(await readPdf(bytes, again.store));
    const documents = [documentOf(0, 2, '正文'), documentOf(1, 2, '表格')].map((document, index) => ({
      ...document,
      source: read[index] ?? source(index),
    }));
    const second = await joinPdf(documents, metadata, 'DuplexFlipLongEdge', again.store);
    expect(Buffer.from(second).equals(Buffer.from(await bytesOf()))).toBe(true);
  });

  test('read back, structure, bookmarks and page marks are those of the documents', async () => {
    const joined = await readPdf(await bytesOf(), new PartStore());
    const [first, second] = [source(0), source(1)];
    expect(joined.structure.length).toBe(first.structure.length + second.structure.length);
    expect(joined.structure.map(({ role }) => role)).toEqual(
      [...first.structure, ...second.structure].map(({ role }) => role),
    );
    expect(joined.outline.map(({ title, depth, page }) => `${depth} ${title} ${page}`)).toEqual([
      '0 正文 0',
      '1 一、总体要求 0',
      '0 表格 4',
    ]);
    const marks = joined.pages.map(({ marked }) => marked.length);
    const own = [...first.pages, null, ...second.pages].map((page) => page?.marked.length ?? 0);
    expect(marks).toEqual(own);
    // Every piece of marked content of the second document belongs to an element of the second document.
    const later = joined.pages.slice(4).flatMap(({ marked }) => marked);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(first.structure.length);
  });

  test.skipIf(!hasTool('pdftotext'))(
    'every document begins on a right-hand page, whole and in order',
    async () => {
      const file = save('joined.pdf', await bytesOf());
      const pages = await pagesOf(file);
      expect(pages).toHaveLength(6);
      expect(pages.map((page) => page.slice(0, 6))).toEqual([
        '一、总体要求',
        '甲第22行甲',
        '甲第44行—',
        '',
        '序号任务1乙',
        expect.any(String),
      ]);
    },
  );

  test.skipIf(!hasTool('qpdf') || !hasTool('pdffonts'))(
    'is sound, and shared faces stand in it once',
    async () => {
      const file = save('fonts.pdf', await bytesOf());
      expect(await qpdfCheck(file)).toBe('');
      const names = (await pdfFonts(file)).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(await pdfInfo(file, '-struct-text')).toContain('甲第1行');
    },
  );

  test.skipIf(!hasTool('preflight'))('is PDF/A-1b, flat and folded', async () => {
    const booklet = await imposeBooklets(
      [documentOf(0, 4, '正文'), documentOf(1, 4, '表格')],
      metadata,
      store,
    );
    const files = [save('flat.pdf', await bytesOf()), save('folded.pdf', booklet)];
    expect(await preflight(files)).toEqual([]);
  });
});

describe('documents of a kind', () => {
  const villages = ['东姚庄', '李卓'].map((name) => portrait(paragraph(`${name}的任务书，各村都一样的话。`)));

  function read(findFont: FindFont) {
    const fonts = createPdfFonts(faces);
    const own = new PartStore();
    const files = villages.map((village) => writePdf(typeset(village, faces), fonts));
    return Promise.all(files.map((bytes) => readPdf(bytes, own))).then((separate) => ({
      separate,
      unified: unifyFonts(separate, findFont, own),
      bytes: (documents: readonly ReadPdf[]) =>
        joinPdf(
          documents.map((each) => ({
            headings: [],
            outlined: false,
            source: each,
            sides: arrange({ pages: each.pages.length, ending: 'plain' }, 1).sides,
            stamp: null,
          })),
          metadata,
          'Simplex',
          own,
        ),
    }));
  }

  /** Finds fonts among the faces the documents were set with. */
  const here: FindFont = (name, character) => {
    const fonts = createPdfFonts(faces);
    for (const role of ['fangsong', 'songti', 'western'] as const) {
      const face = faces.drawnBy(role, character.codePointAt(0) ?? 0)?.face ?? null;
      if (face !== null && faces.face(face).font.postScriptName === name) return fonts.font(face);
    }
    return null;
  };

  test.skipIf(!hasTool('pdffonts'))('share one font for each face, and say the same with it', async () => {
    const { separate, unified, bytes } = await read(here);
    const apart = save('apart.pdf', bytes(separate));
    const together = save('together.pdf', bytes(unified));
    expect(await pdfText(together)).toBe(await pdfText(apart));
    expect((await pdfText(together)).replace(/\s/gu, '')).toContain('李卓的任务书，各村都一样的话。');
    const [before, after] = [await pdfFonts(apart), await pdfFonts(together)];
    expect(after.length).toBe(before.length / 2);
    expect(await qpdfCheck(together)).toBe('');
  });

  test('keep their own fonts where this machine does not have the same', async () => {
    const { separate, unified } = await read(() => null);
    expect(unified).toEqual(separate);
  });
});

describe('份号', () => {
  test('is drawn over the first page, as an element of its own', async () => {
    const [stamp] = source(2).pages;
    if (stamp === undefined) throw new Error('no stamp');
    const stamped = { operators: stamp.contents.map(operatorsOf).join(''), resources: stamp.resources };
    const bytes = await joinPdf(
      [{ ...documentOf(1, 2, '表格'), stamp: stamped }],
      metadata,
      'DuplexFlipLongEdge',
      store,
    );
    const file = save('stamped.pdf', bytes);
    const back = await import('pdf-lib').then(({ PDFDocument }) => PDFDocument.load(bytes));
    expect(back.getPageCount()).toBe(2);
    if (!hasTool('pdftotext')) return;
    const pages = await pagesOf(file);
    expect(pages[0]).toContain('000007');
    expect(pages[0]).not.toContain('—1——1—');
    expect(pages[1]).not.toContain('000007');
    expect(await pdfInfo(file, '-struct-text')).toContain('000007');
  });
});

describe('booklets', () => {
  test.skipIf(!hasTool('mutool'))('are A3 landscape, two pages a face, in folding order', async () => {
    const bytes = await imposeBooklets([documentOf(0, 4, '正文')], metadata, store);
    const file = save('booklet.pdf', bytes);
    expect(await pdfInfo(file)).toMatch(/Page size:\s+1190\.55 x 841\.89/u);
    const pages = await pagesOf(file);
    expect(pages).toHaveLength(2);
    // Three pages and a blank: –|1, 2|3.
    expect(pages[0]).toMatch(/^一、总体要求/u);
    expect(pages[0]).toContain('—1—');
    expect(pages[1]).toContain('—2—');
    expect(pages[1]).toContain('—3—');
    expect(await qpdfCheck(file)).toBe('');
  });
});

test('a file that is not ours is refused, not half read', async () => {
  const { PDFDocument } = await import('pdf-lib');
  const foreign = await PDFDocument.create();
  foreign.addPage();
  await expect(readPdf(await foreign.save(), new PartStore())).rejects.toThrow();
});
