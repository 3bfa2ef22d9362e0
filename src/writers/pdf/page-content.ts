import { black, red } from '../../format/colours.ts';
import { page as format } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import type { Page, PlacedItem, PlacedRule, PlacedText, StructureElement } from '../../typesetting/page.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { FileFont, FileFonts } from './file-fonts.ts';
import { decimal, fineDecimal, hundredths } from './pdf-syntax.ts';

const paper = format.paper.value;

const share = (hex: string, from: number): string =>
  decimal(Number.parseInt(hex.slice(from, from + 2), 16) / 255);
const rgb = (hex: string): string => `${share(hex, 0)} ${share(hex, 2)} ${share(hex, 4)}`;
/** Operators of the two colours: filling for text, stroking for rules. Black is gray: one ink. */
const fills = { black: `${share(black, 0)} g\n`, red: `${rgb(red)} rg\n` } as const;
const strokes = { black: `${share(black, 0)} G\n`, red: `${rgb(red)} RG\n` } as const;
/** Width of the strokes that thicken bold text, by its size. */
const boldShare = 1 / 30;

const plainArtifact = '/Artifact BMC\n';
const pageNumberArtifact = '/Artifact<</Type/Pagination>>BDC\n';

/** What a document's pages share. */
export interface Drawing {
  readonly structure: readonly StructureElement[];
  readonly fonts: FileFonts;
}

/**
 * Writes a page's operators; returns the structure element of every piece of marked content, by its number (MCID). Text
 * is marked with its element, everything else as an artifact. A turned body is drawn in its own coordinates under a
 * quarter turn.
 */
export function writePage(page: Page, drawing: Drawing, out: ByteWriter): readonly number[] {
  const marked: number[] = [];
  out.text('q\n');
  if (page.turned) out.text(`0 1 -1 0 ${decimal(paper.width)} 0 cm\n`);
  const height = page.turned ? paper.width : paper.height;
  new ContentWriter(drawing, height, plainArtifact, marked, out).write(page.body);
  out.text('Q\n');
  new ContentWriter(drawing, paper.height, pageNumberArtifact, marked, out).write(page.furniture);
  return marked;
}

/** Writes items in order, repeating no state that already holds. */
class ContentWriter {
  readonly #drawing: Drawing;
  /** Height of the page the items stand on: PDF counts upwards. */
  readonly #height: Points;
  /** Begins what belongs to no element. */
  readonly #artifact: string;
  readonly #marked: number[];
  readonly #out: ByteWriter;
  /** What is being marked: an element, text of none, rules, or nothing. */
  #open: number | 'text' | 'rules' | null = null;
  #font: FileFont | null = null;
  #size: Points = 0;
  #tracking = 0;
  #fill: PlacedText['colour'] = 'black';
  #stroke: PlacedRule['colour'] = 'black';
  #weight: Points | null = null;
  #bold = false;
  /** Where the last text began, in hundredths: the next one is placed from there. */
  #x = 0;
  #y = 0;

  constructor(drawing: Drawing, height: Points, artifact: string, marked: number[], out: ByteWriter) {
    this.#drawing = drawing;
    this.#height = height;
    this.#artifact = artifact;
    this.#marked = marked;
    this.#out = out;
  }

  write(items: readonly PlacedItem[]): void {
    for (let index = 0; index < items.length; index++) {
      const item = items[index] as PlacedItem;
      if (item.kind === 'rule') this.#rule(item);
      else if (item.text !== '') this.#text(item);
    }
    this.#close();
  }

  #text(item: PlacedText): void {
    this.#mark(item.element ?? 'text');
    if (item.face === null) throw new Error('a character that no face has cannot be drawn');
    const out = this.#out;
    const font = this.#drawing.fonts.font(item.face);
    if (font !== this.#font || item.size !== this.#size) {
      out.text('/').text(font.name).text(' ').decimal(item.size).text(' Tf\n');
      this.#font = font;
      this.#size = item.size;
    }
    if (item.tracking !== this.#tracking) {
      out.text(fineDecimal(item.tracking)).text(' Tc\n');
      this.#tracking = item.tracking;
    }
    if (item.colour !== this.#fill) {
      out.text(fills[item.colour]);
      this.#fill = item.colour;
    }
    if (item.bold !== this.#bold) {
      if (item.bold) this.#outline(item);
      else out.text('0 Tr\n');
      this.#bold = item.bold;
    }
    const [x, y] = [hundredths(item.x), hundredths(this.#height - item.y)];
    out
      .hundredths(x - this.#x)
      .text(' ')
      .hundredths(y - this.#y)
      .text(' Td<');
    this.#x = x;
    this.#y = y;
    font.show(item.text, out);
    out.text('>Tj\n');
  }

  /** Strokes drawn along the outlines as well, as word processors thicken a face that has no bold of its own. */
  #outline({ size, colour }: PlacedText): void {
    this.#weight = size * boldShare;
    this.#stroke = colour;
    this.#out.text('2 Tr ').decimal(this.#weight).text(' w\n').text(strokes[colour]);
  }

  #rule({ x1, y1, x2, y2, weight, colour }: PlacedRule): void {
    this.#mark('rules');
    const out = this.#out;
    if (weight !== this.#weight) {
      out.decimal(weight).text(' w\n');
      this.#weight = weight;
    }
    if (colour !== this.#stroke) {
      out.text(strokes[colour]);
      this.#stroke = colour;
    }
    const height = this.#height;
    out
      .decimal(x1)
      .text(' ')
      .decimal(height - y1)
      .text(' m ');
    out
      .decimal(x2)
      .text(' ')
      .decimal(height - y2)
      .text(' l S\n');
  }

  /** Ends what is being marked and begins the next, unless it is the same. */
  #mark(next: number | 'text' | 'rules'): void {
    if (next === this.#open) return;
    this.#close();
    const out = this.#out;
    if (typeof next === 'number') {
      const role = this.#drawing.structure[next]?.role;
      if (role === undefined) throw new Error(`no structure element ${next}`);
      out.text('/').text(role).text('<</MCID ').whole(this.#marked.length).text('>>BDC\n');
      this.#marked.push(next);
    } else out.text(this.#artifact);
    if (next !== 'rules') {
      out.text('BT\n');
      this.#x = 0;
      this.#y = 0;
    }
    this.#open = next;
  }

  #close(): void {
    if (this.#open === null) return;
    this.#out.text(this.#open === 'rules' ? 'EMC\n' : 'ET\nEMC\n');
    this.#open = null;
  }
}
