import type { FaceId } from '../../fonts/face-set.ts';
import { black, red } from '../../format/colours.ts';
import { page as format } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import type { Page, PlacedItem, PlacedRule, PlacedText, StructureElement } from '../../typesetting/page.ts';
import { phrase } from './byte-writer.ts';
import type { FileFont, FileFonts } from './file-fonts.ts';
import { type OperatorPhrase, type OperatorWriter, operatorPhrase } from './operator-writer.ts';
import { decimal, hundredths } from './pdf-syntax.ts';

const paper = format.paper.value;

const share = (hex: string, from: number): string =>
  decimal(Number.parseInt(hex.slice(from, from + 2), 16) / 255);
const rgb = (hex: string): string => `${share(hex, 0)} ${share(hex, 2)} ${share(hex, 4)}`;
/** Operators of the two colours: filling for text, stroking for rules. Black is gray: one ink. */
const fills = {
  black: operatorPhrase(`${share(black, 0)} g\n`),
  red: operatorPhrase(`${rgb(red)} rg\n`),
} as const;
const strokes = {
  black: operatorPhrase(`${share(black, 0)} G\n`),
  red: operatorPhrase(`${rgb(red)} RG\n`),
} as const;
/** Width of the strokes that thicken bold text, by its size. */
const boldShare = 1 / 30;

const plainArtifact = operatorPhrase('/Artifact BMC\n');
const pageNumberArtifact = operatorPhrase('/Artifact<</Type/Pagination>>BDC\n');

const words = {
  tracking: operatorPhrase(' Tc\n'),
  plain: operatorPhrase('0 Tr\n'),
  weight: operatorPhrase(' w\n'),
  move: operatorPhrase(' Td('),
  from: phrase(' m '),
  to: operatorPhrase(' l S\n'),
  marked: operatorPhrase('>>BDC\n'),
  text: operatorPhrase('BT\n'),
  endText: operatorPhrase('ET\n'),
  endMarked: operatorPhrase('EMC\n'),
} as const;

/** What marked content of a role begins with, up to its number. */
const marks = new Map<StructureElement['role'], OperatorPhrase>();
function markOf(role: StructureElement['role']): OperatorPhrase {
  let mark = marks.get(role);
  if (mark === undefined) {
    mark = operatorPhrase(`/${role}<</MCID `);
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
export function writePage(page: Page, drawing: Drawing, out: OperatorWriter): readonly number[] {
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
  readonly #artifact: OperatorPhrase;
  readonly #marked: number[];
  readonly #out: OperatorWriter;
  /** What is being marked: an element, text of none, rules, or nothing. */
  #open: number | 'text' | 'rules' | null = null;
  #face: FaceId | null = null;
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

  constructor(
    drawing: Drawing,
    height: Points,
    artifact: OperatorPhrase,
    marked: number[],
    out: OperatorWriter,
  ) {
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
    const out = this.#out;
    const font = this.#fontOf(item.face);
    if (font !== this.#font || item.size !== this.#size) {
      out.known(font.selector(item.size));
      this.#font = font;
      this.#size = item.size;
    }
    if (item.tracking !== this.#tracking) {
      out.fine(item.tracking).known(words.tracking);
      this.#tracking = item.tracking;
    }
    if (item.colour !== this.#fill) {
      out.known(fills[item.colour]);
      this.#fill = item.colour;
    }
    if (item.bold !== this.#bold) {
      if (item.bold) this.#outline(item);
      else out.known(words.plain);
      this.#bold = item.bold;
    }
    const x = hundredths(item.x);
    const y = hundredths(this.#height - item.y);
    out.pair(x - this.#x, y - this.#y).known(words.move);
    this.#x = x;
    this.#y = y;
    out.show(item.text, font);
  }

  #fontOf(face: FaceId | null): FileFont {
    if (face === null) throw new Error('a character that no face has cannot be drawn');
    if (this.#font !== null && face === this.#face) return this.#font;
    this.#face = face;
    return this.#drawing.fonts.font(face);
  }

  /** Strokes drawn along the outlines as well, as word processors thicken a face that has no bold of its own. */
  #outline({ size, colour }: PlacedText): void {
    this.#weight = size * boldShare;
    this.#stroke = colour;
    this.#out.text('2 Tr ').decimal(this.#weight).known(words.weight).known(strokes[colour]);
  }

  #rule({ x1, y1, x2, y2, weight, colour }: PlacedRule): void {
    this.#mark('rules');
    const out = this.#out;
    if (weight !== this.#weight) {
      out.decimal(weight).known(words.weight);
      this.#weight = weight;
    }
    if (colour !== this.#stroke) {
      out.known(strokes[colour]);
      this.#stroke = colour;
    }
    const height = this.#height;
    out.pair(hundredths(x1), hundredths(height - y1)).phrase(words.from);
    out.pair(hundredths(x2), hundredths(height - y2)).known(words.to);
  }

  /**
   * Ends what is being marked and begins the next, unless it is the same. Elements follow each other in one text object;
   * an artifact has its own inside, so that it can be taken out.
   */
  #mark(next: number | 'text' | 'rules'): void {
    const open = this.#open;
    if (next === open) return;
    const out = this.#out;
    if (typeof next !== 'number') {
      this.#close();
      out.known(this.#artifact);
      if (next === 'text') this.#beginText();
    } else {
      const role = this.#drawing.structure[next]?.role;
      if (role === undefined) throw new Error(`no structure element ${next}`);
      if (typeof open === 'number') out.known(words.endMarked);
      else {
        this.#close();
        this.#beginText();
      }
      out.known(markOf(role)).whole(this.#marked.length).known(words.marked);
      this.#marked.push(next);
    }
    this.#open = next;
  }

  #beginText(): void {
    this.#out.known(words.text);
    this.#x = 0;
    this.#y = 0;
  }

  #close(): void {
    const open = this.#open;
    if (open === null) return;
    const out = this.#out;
    if (open === 'text') out.known(words.endText);
    out.known(words.endMarked);
    if (typeof open === 'number') out.known(words.endText);
    this.#open = null;
  }
}
