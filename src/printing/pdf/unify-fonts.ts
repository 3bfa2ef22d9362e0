import { inflateSync } from 'node:zlib';
import { ByteWriter } from '../../writers/pdf/byte-writer.ts';
import { FileFont } from '../../writers/pdf/file-fonts.ts';
import type { PdfObject } from '../../writers/pdf/pdf-file.ts';
import type { PdfFont } from '../../writers/pdf/pdf-fonts.ts';
import { operatorsOf } from './draw-side.ts';
import type { PartStore, PdfPart } from './pdf-part.ts';
import type { ReadPage, ReadPdf, Resources } from './read-pdf.ts';

/**
 * Finds the font of this machine that has a PostScript name and draws a character; null where there is none, as when
 * the files were made elsewhere.
 */
export type FindFont = (postScriptName: string, character: string) => PdfFont | null;

/** A font as a file embeds it: the characters its codes show, counted from 1. */
interface EmbeddedFont {
  readonly part: PdfPart;
  /** Without the tag of the subset. */
  readonly name: string;
  readonly characters: readonly string[];
  readonly program: Uint8Array;
}

/** A font that takes the place of several: the part, and the new code of each code of the old ones. */
interface SharedFont {
  readonly part: PdfPart;
  readonly codes: ReadonlyMap<PdfPart, readonly number[]>;
}

/**
 * Gives documents of a kind one font for each face instead of one a document: every file embeds just the characters it
 * draws, and those of a kind differ in a village's name. Fonts of which this machine does not have the very same face
 * stay as they are.
 */
export function unifyFonts(
  documents: readonly ReadPdf[],
  findFont: FindFont,
  store: PartStore,
): readonly ReadPdf[] {
  const shared = sharedFonts(embeddedFonts(documents), findFont, store);
  if (shared.size === 0) return documents;
  const contents = new Map<string, PdfPart>();
  return documents.map((document) => ({
    ...document,
    pages: document.pages.map((page) => withSharedFonts(page, shared, contents, store)),
  }));
}

/** The fonts of all documents, each once, in the order of their first use. */
function embeddedFonts(documents: readonly ReadPdf[]): readonly EmbeddedFont[] {
  const parts = documents.flatMap(({ pages }) =>
    pages.flatMap(({ resources }) => [...(resources.get('Font')?.values() ?? [])]),
  );
  return [...new Set(parts)].flatMap((part) => embeddedFont(part) ?? []);
}

function sharedFonts(
  fonts: readonly EmbeddedFont[],
  findFont: FindFont,
  store: PartStore,
): ReadonlyMap<PdfPart, SharedFont> {
  const byName = new Map<string, EmbeddedFont[]>();
  for (const font of fonts) byName.set(font.name, [...(byName.get(font.name) ?? []), font]);
  const shared = new Map<PdfPart, SharedFont>();
  for (const [name, group] of byName) {
    const [first] = group;
    if (first === undefined || group.length === 1) continue;
    const font = findFont(name, first.characters[0] ?? '');
    if (font === null || !isSame(first, font)) continue;
    const union = new FileFont(font, name);
    const codes = new Map(
      group.map((each) => [each.part, each.characters.map((character) => codeOf(character, union))]),
    );
    const made = { part: partOf(union.objects(1), store), codes };
    for (const { part } of group) shared.set(part, made);
  }
  return shared;
}

/** Whether the font of this machine is the one a file embeds: the same characters give the same program. */
function isSame({ characters, program }: EmbeddedFont, font: PdfFont): boolean {
  const again = new FileFont(font, '');
  for (const character of characters) codeOf(character, again);
  return again
    .objects(1)
    .some((object) => typeof object !== 'string' && Buffer.compare(object.content, program) === 0);
}

/** The code of a character in a font. */
const codeOf = (character: string, font: FileFont): number => font.code(character.codePointAt(0) ?? 0);

/** Puts the shared fonts in the place of a page's own, and their codes into its operators. */
function withSharedFonts(
  page: ReadPage,
  shared: ReadonlyMap<PdfPart, SharedFont>,
  done: Map<string, PdfPart>,
  store: PartStore,
): ReadPage {
  const fonts = page.resources.get('Font') ?? new Map<string, PdfPart>();
  if (![...fonts.values()].some((part) => shared.has(part))) return page;
  const named = [...fonts].map(([name, part]) => `${name} ${part.key}`).join(' ');
  const contents = page.contents.map((content) => {
    const key = `${content.key} ${named}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const made = store.content(recoded(operatorsOf(content), fonts, shared));
    done.set(key, made);
    return made;
  });
  const own = new Map([...fonts].map(([name, part]) => [name, shared.get(part)?.part ?? part]));
  const resources: Resources = new Map([...page.resources, ['Font', own]]);
  return { ...page, contents, resources };
}

/** The choice of a font, or a text that is shown: a string between brackets or, in older files, of hexadecimal digits. */
const chosenOrShown = /\/(\w+) [\d.]+ Tf\n|(?:\(((?:\\.|[^\\()])*)\)|<([\dA-F]+)>)Tj/gs;

/** Operators with every code put as the font that shows it has it now. */
function recoded(
  operators: string,
  fonts: ReadonlyMap<string, PdfPart>,
  shared: ReadonlyMap<PdfPart, SharedFont>,
): string {
  let codes: readonly number[] | undefined;
  return operators.replaceAll(
    chosenOrShown,
    (written: string, name: string | undefined, string: string | undefined, hex: string | undefined) => {
      if (name !== undefined) {
        const part = fonts.get(name);
        codes = part === undefined ? undefined : shared.get(part)?.codes.get(part);
        return written;
      }
      if (codes === undefined) return written;
      const again = new ByteWriter(2 * written.length);
      again.text('(');
      for (const code of hex === undefined ? codesIn(string ?? '') : codesInHex(hex)) {
        const put = codes[code - 1];
        if (put === undefined) throw new Error('a code that no character has');
        again.reserveCodes(1);
        again.code(put);
      }
      return Buffer.from(again.text(')Tj').written).toString('latin1');
    },
  );
}

/** Codes of two bytes in a string between brackets. */
function codesIn(string: string): readonly number[] {
  const bytes = string.replaceAll(/\\(.)/gs, (_, character: string) =>
    character === 'r' ? '\r' : character,
  );
  return Array.from({ length: bytes.length / 2 }, (_, index) =>
    Buffer.from(bytes.slice(2 * index, 2 * index + 2), 'latin1').readUInt16BE(),
  );
}

/** Codes of four hexadecimal digits. */
const codesInHex = (digits: string): readonly number[] =>
  (digits.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));

/** The first object and those it refers to, as a part. */
function partOf(objects: readonly PdfObject[], store: PartStore): PdfPart {
  const make = (number: number): PdfPart => {
    const object = objects[number - 1];
    if (object === undefined) throw new Error(`no object ${number}`);
    const text = typeof object === 'string' ? object : `<<${object.entries}`;
    const pieces = text
      .split(/(\d+ 0 R)/)
      .map((piece) => (/^\d+ 0 R$/.test(piece) ? make(Number.parseInt(piece, 10)) : piece));
    return store.make(pieces, typeof object === 'string' ? null : object.content);
  };
  return make(1);
}

/** What stands behind a name in a part's dictionary: the first piece after it. */
function entryOf({ source }: PdfPart, name: string): string | PdfPart | undefined {
  const at = source.findIndex((piece) => typeof piece === 'string' && piece.trim() === `/${name}`);
  const [value, inside] = at < 0 ? [] : source.slice(at + 1);
  return value === '[' ? inside : value;
}

/** Reads a font as the PDF writer writes it; null for any other. */
function embeddedFont(part: PdfPart): EmbeddedFont | null {
  const name = entryOf(part, 'BaseFont');
  const toUnicode = entryOf(part, 'ToUnicode');
  const descendant = entryOf(part, 'DescendantFonts');
  if (typeof name !== 'string' || !isPart(toUnicode) || !isPart(descendant)) return null;
  const descriptor = entryOf(descendant, 'FontDescriptor');
  if (!isPart(descriptor)) return null;
  const program = entryOf(descriptor, 'FontFile3') ?? entryOf(descriptor, 'FontFile2');
  if (!isPart(program) || program.stream === null || toUnicode.stream === null) return null;
  return {
    part,
    name: name.slice(name.indexOf('+') + 1),
    characters: charactersIn(inflateSync(toUnicode.stream).toString('latin1')),
    program: program.stream,
  };
}

const isPart = (value: string | PdfPart | undefined): value is PdfPart => typeof value === 'object';

/** The characters of a ToUnicode map, in the order of their codes. */
function charactersIn(map: string): readonly string[] {
  return [...map.matchAll(/<[\dA-F]{4}><[\dA-F]{4}>\[([^\]]*)\]/g)].flatMap(([, values = '']) =>
    [...values.matchAll(/<([\dA-F]+)>/g)].map(([, hex = '']) =>
      String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    ),
  );
}
