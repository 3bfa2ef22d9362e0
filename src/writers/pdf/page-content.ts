import { black, red } from '../../format/colours.ts';
import { page as format } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import type { Page, PlacedItem, PlacedRule, PlacedText, StructureElement } from '../../typesetting/page.ts';
import { type ByteWriter, type Phrase, phrase } from './byte-writer.ts';
import type { FileFont, FileFonts } from './file-fonts.ts';
import { decimal, fineDecimal, hundredths } from './pdf-syntax.ts';

const paper = format.paper.value;

const share = (hex: string, from: number): string =>
  decimal(Number.parseInt(hex.slice(from, from + 2), 16) / 255);
const rgb = (hex: string): string => `${share(hex, 0)} ${share(hex, 2)} ${share(hex, 4)}`;
/** Operators of the two colours: filling for text, stroking for rules. Black is gray: one ink. */
const fills = { black: phrase(`${share(black, 0)} g\n`), red: phrase(`${rgb(red)} rg\n`) } as const;
const strokes = { black: phrase(`${share(black, 0)} G\n`), red: phrase(`${rgb(red)} RG\n`) } as const;
/** Width of the strokes that thicken bold text, by its size. */
const boldShare = 1 / 30;

const plainArtifact = phrase('/Artifact BMC\n');
const pageNumberArtifact = phrase('/Artifact<</Type/Pagination>>BDC\n');

const words = {
  space: phrase(' '),
  tracking: phrase(' Tc\n'),
  plain: phrase('0 Tr\n'),
  weight: phrase(' w\n'),
  move: phrase(' Td<'),
  show: phrase('>Tj\n'),
  from: phrase(' m '),
  to: phrase(' l S\n'),
  marked: phrase('>>BDC\n'),
  text: phrase('BT\n'),
  endText: phrase('ET\nEMC\n'),
  endRules: phrase('EMC\n'),
} as const;

/** What marked content of a role begins with, up to its number. */
const marks = new Map<StructureElement['role'], Phrase>();
function markOf(role: StructureElement['role']): Phrase {
  let mark = marks.get(role);
  if (mark === undefined) {
    mark = phrase(`/${role}<</MCID `);
    marks.set(role, mark);
  }
  return mark;
}

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
  readonly #artifact: Phrase;
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

  constructor(drawing: Drawing, height: Points, artifact: Phrase, marked: number[], out: ByteWriter) {
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
      out.phrase(font.selector(item.size));
      this.#font = font;
      this.#size = item.size;
    }
    if (item.tracking !== this.#tracking) {
      out.text(fineDecimal(item.tracking)).phrase(words.tracking);
      this.#tracking = item.tracking;
    }
    if (item.colour !== this.#fill) {
      out.phrase(fills[item.colour]);
      this.#fill = item.colour;
    }
    if (item.bold !== this.#bold) {
      if (item.bold) this.#outline(item);
      else out.phrase(words.plain);
      this.#bold = item.bold;
    }
    const [x, y] = [hundredths(item.x), hundredths(this.#height - item.y)];
    out
      .hundredths(x - this.#x)
      .phrase(words.space)
      .hundredths(y - this.#y)
      .phrase(words.move);
    this.#x = x;
    this.#y = y;
    font.show(item.text, out);
    out.phrase(words.show);
  }

  /** Strokes drawn along the outlines as well, as word processors thicken a face that has no bold of its own. */
  #outline({ size, colour }: PlacedText): void {
    this.#weight = size * boldShare;
    this.#stroke = colour;
    this.#out.text('2 Tr ').decimal(this.#weight).phrase(words.weight).phrase(strokes[colour]);
  }

  #rule({ x1, y1, x2, y2, weight, colour }: PlacedRule): void {
    this.#mark('rules');
    const out = this.#out;
    if (weight !== this.#weight) {
      out.decimal(weight).phrase(words.weight);
      this.#weight = weight;
    }
    if (colour !== this.#stroke) {
      out.phrase(strokes[colour]);
      this.#stroke = colour;
    }
    const height = this.#height;
    out.decimal(x1).phrase(words.space);
    out.decimal(height - y1).phrase(words.from);
    out.decimal(x2).phrase(words.space);
    out.decimal(height - y2).phrase(words.to);
  }

  /** Ends what is being marked and begins the next, unless it is the same. */
  #mark(next: number | 'text' | 'rules'): void {
    if (next === this.#open) return;
    this.#close();
    const out = this.#out;
    if (typeof next === 'number') {
      const role = this.#drawing.structure[next]?.role;
      if (role === undefined) throw new Error(`no structure element ${next}`);
      out.phrase(markOf(role)).whole(this.#marked.length).phrase(words.marked);
      this.#marked.push(next);
    } else out.phrase(this.#artifact);
    if (next !== 'rules') {
      out.phrase(words.text);
      this.#x = 0;
      this.#y = 0;
    }
    this.#open = next;
  }

  #close(): void {
    if (this.#open === null) return;
    this.#out.phrase(this.#open === 'rules' ? words.endRules : words.endText);
    this.#open = null;
  }
}
