import { black, red } from '../../format/colours.ts';
import { page as format } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import type { Page, PlacedItem, PlacedRule, PlacedText, StructureElement } from '../../typesetting/page.ts';
import type { FileFonts } from './file-fonts.ts';
import { decimal, fineDecimal } from './pdf-syntax.ts';

/** The operators of a page and what they mark. */
export interface PageContent {
  readonly operators: string;
  /** Structure element of every piece of marked content, by its number (MCID). */
  readonly marked: readonly number[];
}

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
 * Writes a page's items. Text is marked with its element, everything else as an artifact. A turned body is drawn in
 * its own coordinates under a quarter turn.
 */
export function pageContent(page: Page, drawing: Drawing): PageContent {
  const marked: number[] = [];
  const furniture = new ContentWriter(drawing, paper.height, pageNumberArtifact, marked);
  if (!page.turned) {
    const body = new ContentWriter(drawing, paper.height, plainArtifact, marked).write(page.body);
    return { operators: `q\n${body}Q\n${furniture.write(page.furniture)}`, marked };
  }
  const body = new ContentWriter(drawing, paper.width, plainArtifact, marked).write(page.body);
  const turn = `0 1 -1 0 ${decimal(paper.width)} 0 cm\n`;
  return { operators: `q\n${turn}${body}Q\n${furniture.write(page.furniture)}`, marked };
}

/** Writes items in order, repeating no state that already holds. */
class ContentWriter {
  readonly #drawing: Drawing;
  /** Height of the page the items stand on: PDF counts upwards. */
  readonly #height: Points;
  /** Begins what belongs to no element. */
  readonly #artifact: string;
  readonly #marked: number[];
  #operators = '';
  /** What is being marked: an element, text of none, rules, or nothing. */
  #open: number | 'text' | 'rules' | null = null;
  #font = '';
  #tracking = 0;
  #fill: PlacedText['colour'] = 'black';
  #stroke: PlacedRule['colour'] = 'black';
  #weight: Points | null = null;
  #bold = false;

  constructor(drawing: Drawing, height: Points, artifact: string, marked: number[]) {
    this.#drawing = drawing;
    this.#height = height;
    this.#artifact = artifact;
    this.#marked = marked;
  }

  write(items: readonly PlacedItem[]): string {
    for (const item of items) {
      if (item.kind === 'rule') this.#rule(item);
      else if (item.text !== '') this.#text(item);
    }
    this.#close();
    return this.#operators;
  }

  #text(item: PlacedText): void {
    this.#mark(item.element ?? 'text');
    if (item.face === null) throw new Error('a character that no face has cannot be drawn');
    const face = this.#drawing.fonts.font(item.face);
    const font = `/${face.name} ${decimal(item.size)} Tf\n`;
    if (font !== this.#font) this.#operators += font;
    this.#font = font;
    if (item.tracking !== this.#tracking) this.#operators += `${fineDecimal(item.tracking)} Tc\n`;
    this.#tracking = item.tracking;
    if (item.colour !== this.#fill) this.#operators += fills[item.colour];
    this.#fill = item.colour;
    if (item.bold !== this.#bold) this.#operators += item.bold ? this.#outline(item) : '0 Tr\n';
    this.#bold = item.bold;
    const place = `${decimal(item.x)} ${decimal(this.#height - item.y)}`;
    this.#operators += `1 0 0 1 ${place} Tm<${face.show(item.text)}>Tj\n`;
  }

  /** Strokes drawn along the outlines as well, as word processors thicken a face that has no bold of its own. */
  #outline({ size, colour }: PlacedText): string {
    this.#weight = size * boldShare;
    this.#stroke = colour;
    return `2 Tr ${decimal(this.#weight)} w\n${strokes[colour]}`;
  }

  #rule({ x1, y1, x2, y2, weight, colour }: PlacedRule): void {
    this.#mark('rules');
    if (weight !== this.#weight) this.#operators += `${decimal(weight)} w\n`;
    this.#weight = weight;
    if (colour !== this.#stroke) this.#operators += strokes[colour];
    this.#stroke = colour;
    const from = `${decimal(x1)} ${decimal(this.#height - y1)}`;
    this.#operators += `${from} m ${decimal(x2)} ${decimal(this.#height - y2)} l S\n`;
  }

  /** Ends what is being marked and begins the next, unless it is the same. */
  #mark(next: number | 'text' | 'rules'): void {
    if (next === this.#open) return;
    this.#close();
    if (typeof next === 'number') {
      const role = this.#drawing.structure[next]?.role;
      if (role === undefined) throw new Error(`no structure element ${next}`);
      this.#operators += `/${role}<</MCID ${this.#marked.length}>>BDC\n`;
      this.#marked.push(next);
    } else this.#operators += this.#artifact;
    if (next !== 'rules') this.#operators += 'BT\n';
    this.#open = next;
  }

  #close(): void {
    if (this.#open === null) return;
    this.#operators += this.#open === 'rules' ? 'EMC\n' : 'ET\nEMC\n';
    this.#open = null;
  }
}
