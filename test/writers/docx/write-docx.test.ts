import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nowhere } from '../../../src/diagnostics/place.ts';
import type { Block } from '../../../src/document/block.ts';
import { plainText, text } from '../../../src/document/inline.ts';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { notAtLineEnd, notAtLineStart } from '../../../src/format/punctuation.ts';
import { pack, packPart } from '../../../src/packaging/pack.ts';
import { fitPages } from '../../../src/typesetting/fit-pages.ts';
import { writeDocx } from '../../../src/writers/docx/write-docx.ts';

const write = (document: OfficialDocument) => writeDocx(document, fitPages(document));

import { carried, words } from '../../layout-variants.ts';
import { cell, row, table } from '../../typesetting/example.ts';
import { validateOoxml } from '../../validators.ts';
import { documentOf, examples, header, notice, paragraph, upright } from './examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'docx-'));
const written: Record<string, Uint8Array> = {};

beforeAll(async () => {
  for (const [name, document] of Object.entries(examples)) {
    written[name] = await write(document);
    writeFileSync(join(folder, `${name}.docx`), written[name] as Uint8Array);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A part of a Word file as text. */
function partOf(file: Uint8Array | undefined, path: string): string {
  const part = file === undefined ? undefined : unzipSync(file)[path];
  if (part === undefined) throw new Error(`no ${path}`);
  return strFromU8(part);
}

const documentOfFile = (file: Uint8Array | undefined): string => partOf(file, 'word/document.xml');

/** The words of a Word file without white space, as a reader meets them. */
const wordsOfFile = (file: Uint8Array | undefined): string =>
  [...documentOfFile(file).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, words]) => words)
    .join('')
    .replace(/\s/g, '');

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'attachment-label':
      return block.text;
    case 'addressee':
    case 'annotation':
    case 'table-note':
      return plainText(block.inlines);
    case 'heading':
      return block.number + plainText(block.inlines);
    case 'paragraph':
      return (
        (block.lead === null ? '' : block.lead.number + plainText(block.lead.inlines)) +
        plainText(block.inlines)
      );
    case 'attachment-note':
      return `附件：${block.titles.map((name, at) => (block.titles.length > 1 ? `${at + 1}.${name}` : name)).join('')}`;
    case 'signature':
      return block.issuers.join('') + block.date;
    case 'stamped-signature':
      return block.posts.join('') + block.date;
    case 'attendance':
      return block.lists.map(({ label, persons }) => `${label}：${plainText(persons)}`).join('');
    case 'roster':
      return block.groups
        .map(
          ({ label, entries }) =>
            `${label}：${entries.map(({ name, post }) => name + (post === null ? '' : `（${post}）`)).join('')}`,
        )
        .join('');
    case 'table':
      return [...block.head, ...block.body]
        .flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(plainText)))
        .join('');
  }
}

/** The words a document is made of, in reading order. */
const wordsOfBlocks = ({ sections }: OfficialDocument): string =>
  sections
    .flatMap(({ blocks }) => blocks.map(wordsOfBlock))
    .join('')
    .replace(/\s/g, '');

describe('a Word file', () => {
  test('is valid for the Open XML SDK', async () => {
    const files = Object.keys(examples).map((name) => join(folder, `${name}.docx`));
    expect(await validateOoxml(files)).toEqual([]);
  });

  test('is the same bytes every time', async () => {
    expect(Buffer.from(await write(notice)).equals(written.notice as Uint8Array)).toBe(true);
  });

  test.each(Object.keys(examples))('is hardly longer than if codes were found for it alone: %s', (name) => {
    const file = written[name] as Uint8Array;
    const parts = Object.entries(unzipSync(file)).map(([path, content]) => packPart(path, content));
    expect(file.length).toBeLessThan(1.05 * pack(parts).length);
  });

  test.each(Object.keys(examples))('holds the words of %s, none lost, none added', (name) => {
    const body = wordsOfBlocks(examples[name] as OfficialDocument);
    const whole = wordsOfFile(written[name]);
    expect(whole).toContain(body);
    const { header: head, imprint } = examples[name] as OfficialDocument;
    if (head === null && imprint === null) expect(whole).toBe(body);
  });

  test('keeps what stands around the text: head, then imprint', () => {
    expect(wordsOfFile(written.notice)).toMatch(/^三管镇人民政府文件三政发〔2022〕6号三管镇人民政府关于印发/);
    expect(wordsOfFile(written.notice)).toMatch(/长。三管镇党政综合办公室2022年5月24日印发$/);
    expect(wordsOfFile(written.upward)).toMatch(
      /^000001机密★1年特急中共三管镇委员会三管镇人民政府文件签发人：王宁樊菊霞三政发〔2022〕6号欧阳若兰关于/,
    );
  });

  test('says of itself what the document says, and nothing of the clock or the machine', () => {
    const core = partOf(written.notice, 'docProps/core.xml');
    expect(core).toContain('<dc:subject>三政发〔2022〕6号</dc:subject>');
    expect(core).toContain('<dc:creator>三管镇人民政府</dc:creator>');
    expect(core).toContain('<cp:keywords>清廉村居；实施方案</cp:keywords>');
    expect([...core.matchAll(/W3CDTF">([^<]*)</g)].map(([, time]) => time)).toEqual([
      '2022-05-24T00:00:00Z',
      '2022-05-24T00:00:00Z',
    ]);
  });

  test('leaves room at a page’s foot with a box nobody sees, hears or selects text of, inside a whole paragraph', async () => {
    const document = carried.find(({ id }) => id === 'carried/8');
    if (document === undefined) throw new Error('no carried/8');
    const file = await write(document);
    writeFileSync(join(folder, 'carried.docx'), file);
    expect(await validateOoxml([join(folder, 'carried.docx')])).toEqual([]);
    const [parted = '', ...more] = documentOfFile(file)
      .split('</w:p>')
      .filter((each) => each.includes('<wp:wrapTopAndBottom/>'));
    expect(more).toEqual([]);
    expect(parted).toContain('adec:decorative');
    expect(parted).not.toMatch(/keepNext|keepLines|<w:br/);
    expect(parted.match(/<w:t>(.*?)<\/w:t>/)?.[1]).toBe(words(8 * 28 - 10));
  });

  test('cannot be broken by what the data holds', async () => {
    const hostile = documentOf([upright(paragraph('甲<w:p>&"乙\u{0}\u{D800}丙'))], { header });
    const file = await write(hostile);
    expect(wordsOfFile(file)).toContain('甲&lt;w:p&gt;&amp;&quot;乙\u{FFFD}\u{FFFD}丙');
    writeFileSync(join(folder, 'hostile.docx'), file);
    expect(await validateOoxml([join(folder, 'hostile.docx')])).toEqual([]);
  });
});

describe('styles and settings', () => {
  test('carry the prohibition lists the typesetter uses', () => {
    const settings = partOf(written.notice, 'word/settings.xml');
    const list = (name: string) =>
      new RegExp(`<w:${name} w:lang="zh-CN" w:val="([^"]*)"/>`).exec(settings)?.[1]?.replace('&quot;', '"');
    expect(list('noLineBreaksBefore')).toBe(notAtLineStart);
    expect(list('noLineBreaksAfter')).toBe(notAtLineEnd);
    expect(settings).toContain('<w:characterSpacingControl w:val="doNotCompress"/>');
    expect(settings).toContain('<w:evenAndOddHeaders/>');
    const styles = partOf(written.notice, 'word/styles.xml');
    expect(styles).toContain('<w:autoSpaceDE w:val="1"/><w:autoSpaceDN w:val="1"/>');
  });

  test('every style used is defined, and no coloured heading is left', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    const defined = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
    for (const file of Object.values(written)) {
      const used = [...documentOfFile(file).matchAll(/<w:[pr]Style w:val="([^"]*)"\/>/g)].map(([, id]) => id);
      expect(used.filter((id) => !defined.has(id))).toEqual([]);
    }
    expect([...styles.matchAll(/<w:color w:val="([^"]*)"/g)].map(([, colour]) => colour)).toEqual(['FF0000']);
  });

  test('figures are 黑体 where the standard names a face for them, Western in text, headings and heads of tables', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    const faceOfFigures = (id: string) =>
      new RegExp(`w:styleId="${id}"(?:(?!</w:style>).)*?<w:rFonts[^>]*w:ascii="([^"]*)"`).exec(styles)?.[1];
    expect(['AttachmentLabel', 'Classification'].map(faceOfFigures)).toEqual(['黑体', '黑体']);
    for (const id of ['Heading1', 'Lead1', 'CopyNumber', 'SetApart']) {
      expect(faceOfFigures(id), id).toBe('Times New Roman');
    }
  });

  test('headings are known to the navigation pane', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    const levelOf = (id: string) =>
      new RegExp(`w:styleId="${id}".*?<w:outlineLvl w:val="(\\d)"/>`).exec(styles)?.[1];
    expect(['Heading1', 'Heading2', 'Heading3', 'Heading4', 'PartTitle'].map(levelOf)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '0',
    ]);
    expect(styles).toContain('<w:name w:val="heading 1"/><w:aliases w:val="一级标题"/>');
  });
});

describe('running text', () => {
  const runsOf = async (words: string) =>
    documentOfFile(await write(documentOf([upright(paragraph(words))]))).match(/<w:r>.*?<\/w:r>/g);

  test('is one run, Chinese and Western together', async () => {
    expect(await runsOf('2022年，30%的村（居）达到“清廉”标准')).toHaveLength(1);
  });

  test('a dash after a figure is told its Chinese face', async () => {
    const [before, dash, after] = (await runsOf('时间为2022—2024年')) ?? [];
    expect(before).toContain('时间为2022');
    expect(dash).toContain('w:ascii="仿宋_GB2312"');
    expect(after).toContain('2024年');
  });

  test('so is a quote that opens a paragraph', async () => {
    const [quote] = (await runsOf('“三员合一”')) ?? [];
    expect(quote).toContain('w:ascii="仿宋_GB2312"');
    expect(quote).toContain('>“<');
  });
});

describe('what an office varies', () => {
  const varied: OfficialDocument = {
    ...notice,
    profile: {
      linePitch: 28.8,
      pageNumber: 'centre',
      boldSecondLevel: true,
      westernFace: 'own',
      titleFace: '华文中宋',
      faceNames: 'Windows',
      duplex: false,
      preprinted: false,
    },
  };

  test('goes into the styles, once for all files', async () => {
    const file = await write(varied);
    const styles = partOf(file, 'word/styles.xml');
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0];
    expect(style('BodyText')).toContain('w:line="576"');
    expect(style('BodyText')).toContain('w:ascii="仿宋"');
    expect(style('Heading2')).toContain('<w:b/>');
    expect(style('Heading1')).not.toContain('<w:b/>');
    expect(style('DocumentTitle')).toContain('w:eastAsia="华文中宋"');
    expect(style('PageNumberOdd')).toContain('<w:jc w:val="center"/>');
    expect(`${styles}${documentOfFile(file)}`).not.toMatch(/GB2312|Times New Roman/);
    const path = join(folder, 'varied.docx');
    writeFileSync(path, file);
    expect(await validateOoxml([path])).toEqual([]);
  });

  test('the standard is not touched by it', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).not.toContain('<w:b/>');
  });
});

describe('a table', () => {
  const rowsOf = (name: string) => documentOfFile(written[name]).match(/<w:tr>.*?<\/w:tr>/g) ?? [];

  test('is as wide as its frame', () => {
    const grids = documentOfFile(written.taskList).match(/<w:tblGrid>.*?<\/w:tblGrid>/g) ?? [];
    const widths = [...(grids[0] ?? '').matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(12_756);
  });

  test('repeats its head, keeps short rows whole and every column filled', () => {
    const [head, ...body] = rowsOf('taskList');
    expect(head).toContain('<w:tblHeader/>');
    for (const row of body) {
      expect(row).not.toContain('<w:tblHeader/>');
      expect(row).toContain('<w:cantSplit/>');
      expect(row.match(/<w:tc>/g)).toHaveLength(5);
    }
  });

  test('merges downwards: each continued cell has a beginning above it', () => {
    const column = rowsOf('taskList').map((row) => row.match(/<w:tc>.*?<\/w:tc>/g)?.[0] ?? '');
    const begun = column.filter((cell) => cell.includes('<w:vMerge w:val="restart"/>'));
    const continued = column.filter((cell) => cell.includes('<w:vMerge/>'));
    expect(begun).toHaveLength(4);
    expect(begun.length + continued.length).toBe(column.length - 1);
  });

  test('keeps its last rows together, and a signature below with them', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => row(cell(0, `${at}`), cell(1, '任务')));
    const line = (words: string): Block => ({
      kind: 'paragraph',
      lead: null,
      inlines: [text(words)],
      indent: 'none',
      place: nowhere,
    });
    const signed = documentOf([upright(table(['序号', '任务'], ...rows), line('签字：'), line('日期：'))]);
    const file = await write(signed);
    const keeping = (documentOfFile(file).match(/<w:tr>.*?<\/w:tr>/g) ?? []).map((xml) =>
      xml.includes('<w:keepNext/>'),
    );
    expect(keeping.slice(-2)).toEqual([true, true]);
    expect(keeping.slice(0, 5)).toEqual(Array(5).fill(false));
    const [first, second] = ['签字：', '日期：'].map(
      (words) =>
        new RegExp(`<w:p><w:pPr>((?:(?!</w:pPr>).)*)</w:pPr>(?:(?!</w:p>).)*${words}`).exec(
          documentOfFile(file),
        )?.[1],
    );
    expect(first).toContain('<w:keepNext/><w:spacing w:before="120"/>');
    expect(second).not.toContain('<w:keepNext/>');
    const path = join(folder, 'signed.docx');
    writeFileSync(path, file);
    expect(await validateOoxml([path])).toEqual([]);
  });
});

test('a long role in a list of names moves the columns', async () => {
  const entries = [{ name: '王宁', post: '镇长', place: nowhere }];
  const roster: Block = { kind: 'roster', groups: [{ label: '常务副组长', entries }], place: nowhere };
  const file = await write(documentOf([upright(roster)]));
  // Names 8.5 and posts 12.5 characters from the left, each 15.75 pt.
  expect(documentOfFile(file)).toContain('<w:tab w:val="left" w:pos="2678"/>');
  expect(documentOfFile(file)).toContain('<w:ind w:left="3938"');
  const path = join(folder, 'roster.docx');
  writeFileSync(path, file);
  expect(await validateOoxml([path])).toEqual([]);
});
