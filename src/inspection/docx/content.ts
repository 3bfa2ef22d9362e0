import { bare } from '../fault.ts';
import { childOf, elementsOf, within, wordsIn, type XmlElement } from '../xml.ts';
import { readDrawing, type WrittenDrawing } from './drawing.ts';
import { type ParagraphLook, type RunLook, readParagraphTraits, readRunTraits } from './looks.ts';
import { readSection, type WrittenSection } from './section.ts';
import type { Styles } from './styles.ts';
import { readTableFrame, type WrittenTable } from './table.ts';

/** A paragraph of a Word file. */
export interface WrittenParagraph {
  /** Without white space. */
  readonly words: string;
  readonly runs: readonly WrittenRun[];
  readonly look: ParagraphLook;
  /** The cell, text box or body it stands in: paragraphs of one stand below one another. */
  readonly container: number;
  /** Whether the paragraph before it in its container stands right above it, with no table between. */
  readonly follows: boolean;
  /** The table in a cell of which it stands, and its row; null for none. */
  readonly table: WrittenTable | null;
  readonly row: number;
  readonly inBox: boolean;
  /** Section it stands in, from 0. */
  readonly section: number;
  readonly drawings: readonly WrittenDrawing[];
}

/** Words in one look; a tab is `\t`, a new line `\n`, the number of the page `#`. */
export interface WrittenRun {
  readonly text: string;
  readonly look: RunLook;
}

/** What a part of a Word file holds. */
export interface WrittenContent {
  readonly paragraphs: readonly WrittenParagraph[];
  readonly sections: readonly WrittenSection[];
}

/** The number of the page, among the words of a header or footer. */
export const pageMark = '#';

/** What is not there for the reader: deleted, moved away, or told twice for old programs. */
const unseen = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:pPr', 'w:rPr']);

/** Where a paragraph stands. */
interface Where {
  readonly container: number;
  readonly table: WrittenTable | null;
  readonly row: number;
  readonly inBox: boolean;
}

/** Reads the body, or a header or footer. */
export function readContent(root: XmlElement, styles: Styles): WrittenContent {
  const reader = new ContentReader(styles);
  reader.block(root, { container: 0, table: null, row: 0, inBox: false });
  return { paragraphs: reader.paragraphs, sections: reader.sections };
}

class ContentReader {
  readonly paragraphs: WrittenParagraph[] = [];
  readonly sections: WrittenSection[] = [];
  readonly #styles: Styles;
  #containers = 0;
  /** Whether a field of the page's number is open, and its result is not to be read. */
  #inNumber = false;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  block(parent: XmlElement, where: Where): void {
    let follows = true;
    for (const element of elementsOf(parent)) {
      if (unseen.has(element.name)) continue;
      if (element.name === 'w:p') {
        this.#paragraph(element, where, follows);
        follows = true;
      } else if (element.name === 'w:tbl') {
        const floats = this.#table(element, where);
        if (!floats) follows = false;
      } else if (element.name === 'w:sectPr') this.sections.push(readSection(element));
      else this.block(element, where);
    }
  }

  #table(element: XmlElement, where: Where): boolean {
    const table = readTableFrame(element);
    let row = 0;
    for (const line of elementsOf(element).filter(({ name }) => name === 'w:tr')) {
      for (const cell of elementsOf(line).filter(({ name }) => name === 'w:tc')) {
        this.block(cell, { ...where, container: ++this.#containers, table, row });
      }
      row++;
    }
    return table.floats;
  }

  #paragraph(element: XmlElement, where: Where, follows: boolean): void {
    const properties = childOf(element, 'w:pPr');
    const style = childOf(properties, 'w:pStyle')?.attributes['w:val'];
    const runs: WrittenRun[] = [];
    const drawings: WrittenDrawing[] = [];
    const section = this.sections.length;
    this.#inline(element, style, runs, drawings);
    const look = this.#styles.paragraph(style, readParagraphTraits(properties));
    const words = bare(runs.map(({ text }) => text).join(''));
    this.paragraphs.push({ words, runs, look, ...where, follows, section, drawings });
    const end = childOf(properties, 'w:sectPr');
    if (end !== undefined) this.sections.push(readSection(end));
  }

  #inline(
    parent: XmlElement,
    style: string | undefined,
    runs: WrittenRun[],
    drawings: WrittenDrawing[],
  ): void {
    for (const element of elementsOf(parent)) {
      if (unseen.has(element.name)) continue;
      if (element.name === 'w:r') this.#run(element, style, runs, drawings);
      else if (element.name === 'w:fldSimple' && /\bPAGE\b/u.test(element.attributes['w:instr'] ?? '')) {
        const [inner] = within(element, 'w:r');
        runs.push({ text: pageMark, look: this.#look(inner, style) });
      } else this.#inline(element, style, runs, drawings);
    }
  }

  #look(run: XmlElement | undefined, style: string | undefined): RunLook {
    const properties = childOf(run, 'w:rPr');
    const character = childOf(properties, 'w:rStyle')?.attributes['w:val'];
    return this.#styles.run(style, character, readRunTraits(properties));
  }

  #run(run: XmlElement, style: string | undefined, runs: WrittenRun[], drawings: WrittenDrawing[]): void {
    const look = this.#look(run, style);
    const say = (text: string) => {
      if (!this.#inNumber && text !== '') runs.push({ text, look });
    };
    for (const element of elementsOf(run)) {
      if (element.name === 'w:t') say(wordsIn(element));
      else if (element.name === 'w:tab') say('\t');
      else if (element.name === 'w:br' || element.name === 'w:cr') say('\n');
      else if (element.name === 'w:instrText' && /\bPAGE\b/u.test(wordsIn(element))) {
        say(pageMark);
        this.#inNumber = true;
      } else if (element.name === 'w:fldChar' && element.attributes['w:fldCharType'] === 'end') {
        this.#inNumber = false;
      } else if (element.name === 'w:drawing') this.#drawing(element, drawings);
      else if (element.name === 'mc:AlternateContent') {
        const choice = childOf(element, 'mc:Choice');
        for (const drawing of choice === undefined ? [] : within(choice, 'w:drawing'))
          this.#drawing(drawing, drawings);
      }
    }
  }

  #drawing(element: XmlElement, drawings: WrittenDrawing[]): void {
    drawings.push(readDrawing(element));
    for (const box of within(element, 'w:txbxContent')) {
      this.block(box, { container: ++this.#containers, table: null, row: 0, inBox: true });
    }
  }
}
