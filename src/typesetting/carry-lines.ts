import type { Block } from '../document/block.ts';
import { type FootRoom, type SectionFitting, withBlock } from '../document/fitting.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { page as pageRules } from '../format/page.ts';
import { carriedLines, leastCarriedLines } from '../format/page-fitting.ts';
import type { Points } from '../format/units.ts';
import { paragraphOf } from './page.ts';
import type { TrialPages } from './trial.ts';

/** A section of a document whose signature is looked at. */
export interface Signed {
  readonly document: OfficialDocument;
  /** Index of the section. */
  readonly index: number;
  readonly blocks: readonly Block[];
  /** Index of the signature among the blocks. */
  readonly at: number;
}

/**
 * Ways to have two lines of text at least go with a signature, the least first: the last lines of a paragraph with all
 * that stands below it, or whole paragraphs where two lines would not be left behind.
 */
export function* waysToCarry(
  signed: Signed,
  own: SectionFitting,
  trial: TrialPages,
): Generator<SectionFitting> {
  let whole = own;
  let lines = 0;
  let named = 0;
  let at = signed.at - 1;
  // Where text goes along, a line of 附件说明 below it is one of the two.
  for (; at >= 0 && (lines === 0 || lines + named < carriedLines.value); at--) {
    const block = signed.blocks[at];
    const kind = block?.kind;
    const set = kind === 'paragraph' ? linesOnTrial(signed, at, trial) : [];
    for (const footRoom of roomsBelow(set, own.linePitch, trial)) yield withBlock(own, at, { footRoom });
    whole = withBlock(whole, at, { withNext: true });
    if (block?.kind === 'attachment-note') named += block.titles.length;
    else lines += Math.max(1, set.length);
  }
  // Where no text were left above, all would hang together from the head on.
  if (hasStaying(signed, at + 1)) yield whole;
}

/** Kinds of blocks that do not go along with the next one by themselves. */
const staying: ReadonlySet<string> = new Set(['paragraph', 'roster', 'table'] satisfies Block['kind'][]);

/** Whether any of the blocks before one is such. */
const hasStaying = ({ blocks }: Signed, before: number): boolean =>
  blocks.slice(0, before).some(({ kind }) => staying.has(kind));

/**
 * Ways to have a line of text at least go with a signature and one stay, where more would leave the first page without
 * text: a last paragraph of one line, else all but the first line of one that may not be parted otherwise.
 */
export function* waysToCarryLess(
  signed: Signed,
  own: SectionFitting,
  trial: TrialPages,
): Generator<SectionFitting> {
  let whole = own;
  for (let at = signed.at - 1; at >= 0; at--) {
    const kind = signed.blocks[at]?.kind;
    whole = withBlock(whole, at, { withNext: true });
    if (kind === 'attachment-note') continue;
    if (kind !== 'paragraph') return;
    const set = linesOnTrial(signed, at, trial);
    const second = set[leastCarriedLines.value];
    if (second !== undefined) {
      yield withBlock(own, at, { footRoom: roomFrom(second, own.linePitch, trial), loneLines: true });
      return;
    }
    if (hasStaying(signed, at)) yield whole;
  }
}

/** A line of a paragraph on trial: its page and its base line, from the page's upper edge. */
interface TrialLine {
  readonly sheet: number;
  readonly y: Points;
}

/** The lines of a paragraph. */
function linesOnTrial(
  { document, index, blocks }: Signed,
  at: number,
  { sheets, setting }: TrialPages,
): readonly TrialLine[] {
  const before = [
    ...document.sections.slice(0, index).flatMap((section) => section.blocks),
    ...blocks.slice(0, at),
  ];
  const ordinal = before.filter(({ kind }) => kind === 'paragraph').length;
  const { elements } = setting.structure;
  const paragraphs = [...elements.entries()].filter(([, { origin }]) => origin.kind === 'paragraph');
  const paragraph = paragraphs[ordinal]?.[0];
  return sheets.flatMap(({ matter }, sheet) => {
    const places = matter.items.flatMap((item) =>
      item.kind === 'text' && item.element !== null && paragraphOf(item.element, elements) === paragraph
        ? [item.y]
        : [],
    );
    return [...new Set(places)].map((y) => ({ sheet, y }));
  });
}

/** The lowest edge text has on a page and on the next, from the upper edge of the paper. */
function footOf(sheet: number, { sheets }: TrialPages): Points {
  return Math.max(...sheets.slice(sheet, sheet + 2).map(({ frame: { top, height } }) => top + height));
}

/** Room from a line of a paragraph to the foot of its page. */
function roomFrom({ sheet, y }: TrialLine, pitch: Points, trial: TrialPages): FootRoom {
  return roomBelow(y - pitch * pageRules.baselineShare.value, pitch, footOf(sheet, trial));
}

/** Room from the upper edge of a line down: from the middle of the line, so that no program's rounding counts. */
function roomBelow(lineTop: Points, pitch: Points, foot: Points): FootRoom {
  const top = Math.round((lineTop + pitch / 2) * 20) / 20;
  return { top, height: Math.round((foot - top) * 20) / 20 };
}

/** Room at the foot of the page on which a paragraph begins that has its last lines go over, the fewest first. */
function* roomsBelow(lines: readonly TrialLine[], pitch: Points, trial: TrialPages): Generator<FootRoom> {
  const [first] = lines;
  if (first === undefined) return;
  const here = lines.filter((line) => line.sheet === first.sheet);
  const goesOver = here.length < lines.length;
  // Of one that goes over already, what is taken from its first page, all of it too, comes out at its end.
  const least = goesOver ? 0 : carriedLines.value;
  for (const line of here.slice(least, Math.max(1, here.length - carriedLines.value + 1)).reverse()) {
    yield roomFrom(line, pitch, trial);
  }
  const left = lines.length - carriedLines.value;
  const next = (trial.sheets[first.sheet + 1] ?? trial.sheets[first.sheet])?.frame;
  // One that begins on the next page instead, and ends there: the room goes with it.
  if (goesOver && left >= carriedLines.value && next !== undefined) {
    yield roomBelow(next.top + left * pitch, pitch, footOf(first.sheet, trial));
  }
}
