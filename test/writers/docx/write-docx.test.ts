import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { nowhere } from '../../../src/diagnostics/place.ts';
import type { Block } from '../../../src/document/block.ts';
import { plainText } from '../../../src/document/inline.ts';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { pack, packPart } from '../../../src/packaging/pack.ts';
import { words } from '../../letters.ts';
import { carried } from '../../signature-variants.ts';
import { documentOf, header, paragraph, upright } from './blocks.ts';
import { examples, notice } from './examples.ts';
import { documentOfFile, faultsIn, partOf, type WordFiles, write, writeExamples } from './written.ts';

let written: WordFiles = {};
beforeAll(async () => {
  written = await writeExamples();
});

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
    expect(await faultsIn(written)).toEqual([]);
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
    expect(await faultsIn({ carried: file })).toEqual([]);
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
    expect(await faultsIn({ hostile: file })).toEqual([]);
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

test('a long role in a list of names moves the columns', async () => {
  const entries = [{ name: '王宁', post: '镇长', place: nowhere }];
  const roster: Block = { kind: 'roster', groups: [{ label: '常务副组长', entries }], place: nowhere };
  const file = await write(documentOf([upright(roster)]));
  // Names 8.5 and posts 12.5 characters from the left, each 15.75 pt.
  expect(documentOfFile(file)).toContain('<w:tab w:val="left" w:pos="2678"/>');
  expect(documentOfFile(file)).toContain('<w:ind w:left="3938"');
  expect(await faultsIn({ roster: file })).toEqual([]);
});
