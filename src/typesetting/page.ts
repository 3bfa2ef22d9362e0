import type { Place } from '../diagnostics/place.ts';
import type { Block } from '../document/block.ts';
import type { Metadata } from '../document/official-document.ts';
import type { FaceId } from '../fonts/face-set.ts';
import type { Points } from '../format/units.ts';

/** A document set into pages: what PDF and proof writers walk over. Nothing is left to decide. */
export interface TypesetDocument {
  readonly id: string;
  readonly metadata: Metadata;
  readonly pages: readonly Page[];
  /** Structure in reading order: parents before children. An element's id is its index. */
  readonly structure: readonly StructureElement[];
  /** Bookmarks in reading order. */
  readonly outline: readonly OutlineEntry[];
}

/**
 * A sheet's side, A4 upright. `body` may stand turned a quarter counter-clockwise (landscape tables): then its
 * coordinates are those of the turned page, its top at the paper's left edge. `furniture` (page number) is always upright.
 */
export interface Page {
  readonly turned: boolean;
  readonly body: readonly PlacedItem[];
  readonly furniture: readonly PlacedItem[];
}

/** Something at its final position: points from the top left corner, y downwards. */
export type PlacedItem = PlacedText | PlacedRule;

/** Characters of one face and size on one base line. */
export interface PlacedText {
  readonly kind: 'text';
  /** Left edge of the first character, and the base line. */
  readonly x: Points;
  readonly y: Points;
  readonly text: string;
  /** From the left edge of the first character to the right edge of the last. */
  readonly width: Points;
  /** Null where no face of this machine has the characters: room is left, preflight reports them, nothing is written. */
  readonly face: FaceId | null;
  readonly size: Points;
  /** Added after every character. */
  readonly tracking: Points;
  /** Drawn bolder than its face: the strokes are outlined. */
  readonly bold: boolean;
  readonly colour: 'black' | 'red';
  /** Index of its structure element; null for an artifact (page number, red head's rule). */
  readonly element: number | null;
  /** Its ink, where the standard measures ink and the face's is known; null elsewhere. */
  readonly ink: Ink | null;
}

/** The highest and the lowest ink of a text, upwards from its base line. */
export interface Ink {
  readonly top: Points;
  readonly bottom: Points;
}

/** A straight line, horizontal or vertical; the coordinates are those of its middle. */
export interface PlacedRule {
  readonly kind: 'rule';
  readonly x1: Points;
  readonly y1: Points;
  readonly x2: Points;
  readonly y2: Points;
  readonly weight: Points;
  readonly colour: 'black' | 'red';
}

/** An element of the document's structure, named as PDF names them. */
export interface StructureElement {
  readonly role:
    | 'Document'
    | 'Title'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'H4'
    | 'P'
    | 'L'
    | 'LI'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD';
  /** Index of the parent; null for the root. */
  readonly parent: number | null;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly origin: Origin;
}

/** What an element sets, and where its words came from in data or template. */
export interface Origin {
  readonly kind: ElementKind;
  readonly place: Place;
}

/**
 * The element of the paragraph a text stands in: a run-in heading is an element of its own, right before that of the
 * paragraph it opens.
 */
export function paragraphOf(element: number, structure: readonly StructureElement[]): number {
  return structure[element]?.origin.kind === 'run-in-heading' ? element + 1 : element;
}

/** Elements of an official document: the blocks of 主体, run-in headings, those of 版头 and 版记, and the document itself. */
export type ElementKind =
  | Block['kind']
  | 'run-in-heading'
  | 'document'
  | 'copy-number'
  | 'classification'
  | 'urgency'
  | 'issuer-mark'
  | 'document-number'
  | 'copy-to'
  | 'printed-by'
  | 'print-run';

/** A bookmark. */
export interface OutlineEntry {
  readonly title: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** Index of the page, from 0, and the height on it, upright. */
  readonly page: number;
  readonly y: Points;
}
