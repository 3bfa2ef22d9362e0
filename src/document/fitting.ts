import type { Place } from '../diagnostics/place.ts';
import { plainText } from './inline.ts';
import type { OfficialDocument } from './official-document.ts';

/**
 * What is decided of a document so that its pages begin and end well: made once, from the words alone, and obeyed by
 * every writer, so that Word and PDF turn their pages alike. Plain data.
 */
export interface Fitting {
  /** One for each section of the document. */
  readonly sections: readonly SectionFitting[];
  /** Size of 发文机关标志 in points; null for the usual one. */
  readonly markSize: number | null;
  readonly imprint: ImprintPlace;
  /** How the names in 版记 are set. */
  readonly copies: CopiesFitting;
}

/**
 * What keeps the last line of a paragraph from being a single character, both in whole twentieths of a point, as Word
 * counts; plain measures that every program obeys alike.
 */
export interface LineFitting {
  /** Points added after every character; less than nothing where the character is taken up to the line before. */
  readonly tracking: number;
  /**
   * Points by which lines are shorter than their measure, so that more goes down to the last: at the right end, at
   * the left one of what is flush right, half at each of what is centred.
   */
  readonly narrower: number;
}

/** A paragraph with which nothing has to be done. */
export const plainLines: LineFitting = { tracking: 0, narrower: 0 };

/** What is decided of one of a block's paragraphs, and which one it is. */
export interface PartFitting extends LineFitting {
  /** Row of a table, head rows first; entry of a list; 0 in other blocks. */
  readonly row: number;
  /** First column of a cell; 0 elsewhere. */
  readonly column: number;
  /** Paragraph of a cell; 0 elsewhere. */
  readonly paragraph: number;
}

/** How a paragraph of a block is set, among those of which something was decided. */
export const linesOfPart = (
  parts: readonly PartFitting[],
  row = 0,
  column = 0,
  paragraph = 0,
): LineFitting =>
  parts.length === 0
    ? plainLines
    : (parts.find((part) => part.row === row && part.column === column && part.paragraph === paragraph) ??
      plainLines);

/** How the names in 版记 are set. */
export interface CopiesFitting {
  readonly copyTo: LineFitting;
  /** 主送机关 moved there. */
  readonly mainTo: LineFitting;
}

/** Names in 版记 as they are. */
export const plainCopies: CopiesFitting = { copyTo: plainLines, mainTo: plainLines };

/** What is decided of a section. */
export interface SectionFitting {
  /** From line to line of running text, in points: the profile's, or a little less to take a signature in. */
  readonly linePitch: number;
  /** By how much the lines of its title stand closer than they use to, in points; 0 mostly. */
  readonly closerTitle: number;
  /** One for each block. */
  readonly blocks: readonly BlockFitting[];
}

/** What is decided of a block. */
export interface BlockFitting {
  /** Those of its paragraphs whose last line would be a single character. */
  readonly parts: readonly PartFitting[];
  /** Goes whole to the page of the block that follows: a signature does not stand there alone. */
  readonly withNext: boolean;
  /** The last entries of 附件说明 go to the page of the block that follows. */
  readonly endWithNext: boolean;
  /** Its last lines go over to the next page, because room is left at the foot of the page on which it begins. */
  readonly footRoom: FootRoom | null;
  /** A line of it may stand alone on a page, where the first page would have no text otherwise. */
  readonly loneLines: boolean;
  /** 主送机关 that stand in 版记, because the first page would have no room for text (§7.4.2). */
  readonly inImprint: boolean;
}

/**
 * Room at the foot of a page in which no line stands. It says where lines may not be, not where one ends, so a program
 * that breaks a line elsewhere still parts the paragraph between two full lines.
 */
export interface FootRoom {
  /** Its upper edge, in points from that of the paper: in the middle of the first line that goes over. */
  readonly top: number;
  /** Down to the lower edge of the text, in points. */
  readonly height: number;
}

/**
 * Where 版记 stands: at the foot of the last page of text; on the page after it; or, where an even page has to be
 * reached, behind an empty page, both without a number (§7.5).
 */
export type ImprintPlace = 'last-page' | 'next-page' | 'behind-empty-page';

/** A block with which nothing has to be done. */
export const plainBlock: BlockFitting = {
  parts: [],
  withNext: false,
  endWithNext: false,
  footRoom: null,
  loneLines: false,
  inImprint: false,
};

/** A section's fitting with a change to one of its blocks. */
export const withBlock = (
  section: SectionFitting,
  at: number,
  change: Partial<BlockFitting>,
): SectionFitting => ({
  ...section,
  blocks: section.blocks.map((block, index) => (index === at ? { ...block, ...change } : block)),
});

/** A fitting that changes nothing. */
export const unfitted = ({ sections, profile }: OfficialDocument): Fitting => ({
  sections: sections.map(({ blocks }) => ({
    linePitch: profile.linePitch,
    closerTitle: 0,
    blocks: blocks.map(() => plainBlock),
  })),
  markSize: null,
  imprint: 'last-page',
  copies: plainCopies,
});

/** 主送机关 that stand in 版记. */
export interface MovedAddressee {
  /** Without colon. */
  readonly names: string;
  readonly place: Place;
}

/** 主送机关 that stand in 版记; null where they stand in their usual place. */
export function addresseeInImprint({ sections }: OfficialDocument, fitting: Fitting): MovedAddressee | null {
  for (const [section, { blocks }] of sections.entries()) {
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'addressee' && fitting.sections[section]?.blocks[index]?.inImprint === true) {
        return { names: plainText(block.inlines).replace(/：$/u, ''), place: block.place };
      }
    }
  }
  return null;
}
