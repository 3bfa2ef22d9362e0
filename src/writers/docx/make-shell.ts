import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { pageNumber } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { packPart } from '../../packaging/pack.ts';
import { letterFooter, letterHeader, letterNumberFooter } from './letter-furniture.ts';
import { applicationProperties } from './properties.ts';
import { baseParagraph, completeSettings } from './settings.ts';
import type { Shell, ShellKind } from './shell.ts';
import { baseRun, cellStyles, characterStyles, paragraphStyles } from './style-sheet.ts';
import { turnedFooter } from './turned-footer.ts';
import { tag } from './xml.ts';

const { dash, gap } = pageNumber;

const numberLine = (style: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style,
        children: [
          new TextRun({ children: [dash.value + gap.value, PageNumber.CURRENT, gap.value + dash.value] }),
        ],
      }),
    ],
  });

/** Footers of odd and even pages: at the outer edge, §7.5. */
const numberLines = () => ({ default: numberLine('PageNumberOdd'), even: numberLine('PageNumberEven') });

const empty = () => new Header({ children: [new Paragraph({ style: 'HeaderGap' })] });
const emptyFooter = () => new Footer({ children: [new Paragraph({ style: 'HeaderGap' })] });
/** An empty line as high as a page number's: a higher one would take room from the text. */
const numberless = () => new Footer({ children: [new Paragraph({ style: 'PageNumberOdd' })] });
const emptyFooters = () => ({ default: numberless(), even: numberless() });

type Sections = ConstructorParameters<typeof Document>[0]['sections'];

/**
 * The sections of a shell: for upright and turned pages, for those without a number, and for the text of a letter. A section without headers
 * takes those of the one before it, so that a letter's other sections have some of their own.
 */
const sectionsOf: Readonly<Record<ShellKind, () => Sections>> = {
  plain: () => [
    { footers: numberLines(), children: [] },
    { footers: numberLines(), children: [] },
    { footers: emptyFooters(), children: [] },
  ],
  letter: () => {
    const headers = () => ({ default: empty(), even: empty() });
    return [
      { headers: headers(), footers: numberLines(), children: [] },
      { headers: headers(), footers: numberLines(), children: [] },
      { headers: headers(), footers: emptyFooters(), children: [] },
      {
        properties: { titlePage: true },
        headers: { ...headers(), first: empty() },
        footers: { ...numberLines(), first: emptyFooter() },
        children: [],
      },
    ];
  },
};

/** An empty document with all styles and settings. */
const options = (kind: ShellKind, format: Format): ConstructorParameters<typeof Document>[0] => ({
  evenAndOddHeaderAndFooters: true,
  compatibility: { version: 15, underlineTrailingSpaces: true, doNotExpandShiftReturn: true },
  styles: {
    default: { document: { run: { ...baseRun(format), language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    paragraphStyles: paragraphStyles(format).map(({ alias: _, ...style }) => style),
    characterStyles: [...characterStyles(format)],
  },
  sections: sectionsOf[kind](),
});

/** Parts we keep of what `docx` makes; notes, comments, lists and the theme of blue headings are not used. */
const kept = new Set([
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/app.xml',
  'docProps/core.xml',
  'word/_rels/document.xml.rels',
  'word/document.xml',
  'word/fontTable.xml',
  'word/settings.xml',
  'word/styles.xml',
]);
const furniture = /^word\/(?:header|footer)\d+\.xml$/u;
const isKept = (part: string): boolean => kept.has(part) || furniture.test(part);

/** Content types and relationships of parts that are not kept name nothing any more. */
function withoutDropped(xml: string, folder: string): string {
  return xml
    .replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/gu, (whole, name) => (isKept(name) ? whole : ''))
    .replace(/<Relationship [^>]*Target="([^"]+)"[^>]*\/>/gu, (whole, name) =>
      isKept(folder + name) ? whole : '',
    );
}

/** Our styles only: those `docx` adds unasked are of another look. */
function completeStyles(xml: string, format: Format): string {
  const styles = paragraphStyles(format);
  const ours = new Set([
    'Normal',
    'TableNormal',
    ...[...styles, ...characterStyles(format)].map(({ id }) => id),
  ]);
  const aliases = new Map(styles.map(({ id, alias }) => [id, alias]));
  return xml.replace(/<w:style [^>]*w:styleId="([^"]+)".*?<\/w:style>/gsu, (whole, id: string) => {
    if (!ours.has(id)) return '';
    if (id === 'Normal') return whole.replace('</w:style>', `${baseParagraph}</w:style>`);
    // Lines of a high cell may stand alone on a page.
    if (cellStyles.has(id)) return whole.replace('<w:pPr>', `<w:pPr>${tag('widowControl', { val: 0 })}`);
    const alias = aliases.get(id);
    return alias === undefined
      ? whole
      : whole.replace(/<w:name [^>]*\/>/u, (name) => name + tag('aliases', { val: alias }));
  });
}

/** A header or footer a section refers to. */
interface Furniture {
  readonly reference: string;
  readonly part: string;
  readonly type: string;
}

/** The headers and footers each section of the shell refers to. */
function furnitureOf(body: string, relationships: string): readonly (readonly Furniture[])[] {
  const targets = new Map(
    [...relationships.matchAll(/<Relationship [^>]*\/>/gu)].map(([relationship]) => [
      relationship.match(/\bId="([^"]+)"/u)?.[1],
      relationship.match(/\bTarget="([^"]+)"/u)?.[1],
    ]),
  );
  return [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gsu)].map(([section]) =>
    [...section.matchAll(/<w:(?:header|footer)Reference [^>]*\/>/gu)].map(([reference]) => ({
      reference,
      part: `word/${targets.get(reference.match(/\br:id="([^"]+)"/u)?.[1])}`,
      type: reference.match(/\bw:type="([^"]+)"/u)?.[1] ?? '',
    })),
  );
}

/** What a part that stands outside the text becomes, by the section and pages it is for. */
function finishFurniture({ part, type }: Furniture, section: number, xml: string, format: Format): string {
  const isFooter = part.startsWith('word/footer');
  const [turned, letter] = [section === 1, section === 3];
  if (isFooter && turned) return turnedFooter(xml);
  if (isFooter && letter)
    return type === 'first' ? letterFooter(xml, format) : letterNumberFooter(xml, format);
  if (isFooter) return xml;
  return letterHeader(xml, letter && type !== 'first', format);
}

/** Makes a shell with `docx`. */
export async function makeShell(kind: ShellKind, format: Format): Promise<Shell> {
  const made = unzipSync(new Uint8Array(await Packer.toBuffer(new Document(options(kind, format)))));
  const read = (path: string): string => {
    const part = made[path];
    if (part === undefined) throw new Error(`docx made no ${path}`);
    return strFromU8(part);
  };
  const body = read('word/document.xml');
  const [head = '', rest = ''] = body.split('<w:body>');
  const foot = rest.slice(rest.indexOf('</w:body>'));
  const relationships = read('word/_rels/document.xml.rels');
  const sections = furnitureOf(body, relationships);
  const [portrait = '', landscape = '', bare = '', letter = ''] = sections.map((all) =>
    all.map(({ reference }) => reference).join(''),
  );
  const rewritten: Record<string, string> = {
    '[Content_Types].xml': withoutDropped(read('[Content_Types].xml'), ''),
    '_rels/.rels': withoutDropped(read('_rels/.rels'), ''),
    'docProps/app.xml': applicationProperties,
    'word/_rels/document.xml.rels': withoutDropped(relationships, 'word/'),
    'word/fontTable.xml': read('word/fontTable.xml'),
    'word/settings.xml': completeSettings(read('word/settings.xml')),
    'word/styles.xml': completeStyles(read('word/styles.xml'), format),
    ...Object.fromEntries(
      sections.flatMap((all, section) =>
        all.map((one) => [one.part, finishFurniture(one, section, read(one.part), format)]),
      ),
    ),
  };
  const parts = Object.entries(rewritten).map(([path, xml]) => packPart(path, strToU8(xml)));
  return { parts, head: `${head}<w:body>`, foot, references: { portrait, landscape, bare, letter } };
}
