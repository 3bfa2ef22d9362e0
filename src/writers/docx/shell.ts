import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { pageNumber } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { type PackedPart, packPart } from '../../packaging/pack.ts';
import { applicationProperties } from './properties.ts';
import { baseParagraph, completeSettings } from './settings.ts';
import { baseRun, characterStyles, paragraphStyles } from './style-sheet.ts';
import { turnedFooter } from './turned-footer.ts';
import type { FooterReferences } from './write-sections.ts';
import { tag } from './xml.ts';

/** What is the same in every Word file we write. */
export interface Shell {
  /** All parts but the document itself and its properties, the content types first. */
  readonly parts: readonly PackedPart[];
  /** `word/document.xml` up to and including `<w:body>`, and from `</w:body>` on. */
  readonly head: string;
  readonly foot: string;
  readonly footers: FooterReferences;
}

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

/** An empty document with all styles and settings: two sections, for upright and turned pages. */
const options = (format: Format): ConstructorParameters<typeof Document>[0] => ({
  evenAndOddHeaderAndFooters: true,
  compatibility: { version: 15, underlineTrailingSpaces: true, doNotExpandShiftReturn: true },
  styles: {
    default: { document: { run: { ...baseRun(format), language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    paragraphStyles: paragraphStyles(format).map(({ alias: _, ...style }) => style),
    characterStyles: [...characterStyles(format)],
  },
  sections: [
    { footers: numberLines(), children: [] },
    { footers: numberLines(), children: [] },
  ],
});

/** Parts we keep of what `docx` makes; notes, comments, lists and the theme of blue headings are not used. */
const kept = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/app.xml',
  'word/_rels/document.xml.rels',
  'word/document.xml',
  'word/fontTable.xml',
  'word/footer1.xml',
  'word/footer2.xml',
  'word/footer3.xml',
  'word/footer4.xml',
  'word/settings.xml',
  'word/styles.xml',
];

/** Content types and relationships of parts that are not kept name nothing any more. */
function withoutDropped(xml: string, folder: string): string {
  const names = new Set(kept.concat('docProps/core.xml'));
  return xml
    .replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/gu, (whole, name) => (names.has(name) ? whole : ''))
    .replace(/<Relationship [^>]*Target="([^"]+)"[^>]*\/>/gu, (whole, name) =>
      names.has(folder + name) ? whole : '',
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
    const alias = aliases.get(id);
    return alias === undefined
      ? whole
      : whole.replace(/<w:name [^>]*\/>/u, (name) => name + tag('aliases', { val: alias }));
  });
}

async function makeShell(format: Format): Promise<Shell> {
  const made = unzipSync(new Uint8Array(await Packer.toBuffer(new Document(options(format)))));
  const read = (path: string): string => {
    const part = made[path];
    if (part === undefined) throw new Error(`docx made no ${path}`);
    return strFromU8(part);
  };
  const body = read('word/document.xml');
  const [head = '', rest = ''] = body.split('<w:body>');
  const foot = rest.slice(rest.indexOf('</w:body>'));
  const references = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gsu)].map(([section]) =>
    [...section.matchAll(/<w:footerReference [^>]*\/>/gu)].map(([reference]) => reference).join(''),
  );
  const [portrait = '', landscape = ''] = references;
  const rewritten: Record<string, string> = {
    '[Content_Types].xml': withoutDropped(read('[Content_Types].xml'), ''),
    '_rels/.rels': withoutDropped(read('_rels/.rels'), ''),
    'docProps/app.xml': applicationProperties,
    'word/_rels/document.xml.rels': withoutDropped(read('word/_rels/document.xml.rels'), 'word/'),
    'word/fontTable.xml': read('word/fontTable.xml'),
    'word/footer1.xml': read('word/footer1.xml'),
    'word/footer2.xml': read('word/footer2.xml'),
    'word/footer3.xml': turnedFooter(read('word/footer3.xml')),
    'word/footer4.xml': turnedFooter(read('word/footer4.xml')),
    'word/settings.xml': completeSettings(read('word/settings.xml')),
    'word/styles.xml': completeStyles(read('word/styles.xml'), format),
  };
  const parts = Object.entries(rewritten).map(([path, xml]) => packPart(path, strToU8(xml)));
  return { parts, head: `${head}<w:body>`, foot, footers: { portrait, landscape } };
}

const made = new Map<Format, Promise<Shell>>();

/** The shell of a format, made at first need and shared by all its files. */
export function shell(format: Format): Promise<Shell> {
  let one = made.get(format);
  if (one === undefined) {
    one = makeShell(format);
    made.set(format, one);
  }
  return one;
}
