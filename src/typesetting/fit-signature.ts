import type { Block } from '../document/block.ts';
import { type Fitting, type FootRoom, type SectionFitting, withBlock } from '../document/fitting.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { page as pageRules } from '../format/page.ts';
import { carriedLines, signatureFitting } from '../format/page-fitting.ts';
import type { Points } from '../format/units.ts';
import { paragraphOf } from './page.ts';
import { bodyKinds, hasBody, type Trial, type TrialPages } from './trial.ts';

/** Kinds of blocks that sign a document. */
const signatures: ReadonlySet<string> = new Set(['signature', 'stamped-signature'] satisfies Block['kind'][]);

/** A section of a document whose signature is looked at. */
interface Signed {
  readonly document: OfficialDocument;
  /** Index of the section. */
  readonly index: number;
  readonly blocks: readonly Block[];
  /** Index of the signature among the blocks. */
  readonly at: number;
}

/**
 * Signature and date do not stand alone on a page §7.3.5.5: lines a little closer where that takes them in, else the
 * last lines of the text go with them.
 */
export function fitSignature(
  document: OfficialDocument,
  index: number,
  fitting: Fitting,
  pages: Trial,
): Fitting {
  const blocks = document.sections[index]?.blocks ?? [];
  const at = blocks.findIndex(({ kind }) => signatures.has(kind));
  const own = fitting.sections[index];
  if (at < 1 || own === undefined) return fitting;
  const withSection = (section: SectionFitting): Fitting => ({
    ...fitting,
    sections: fitting.sections.map((each, position) => (position === index ? section : each)),
  });
  const standsAlone = (trial: Fitting) => {
    const { sheets, kinds } = pages.set(trial);
    const sheet = sheets.find(
      (each) => each.section === index && [...kinds(each)].some((kind) => signatures.has(kind)),
    );
    return sheet !== undefined && bodyKinds.every((kind) => !kinds(sheet).has(kind));
  };
  if (!standsAlone(fitting)) return fitting;
  const { step, most } = signatureFitting.value;
  for (let less = step; less <= most + 0.001; less += step) {
    const linePitch = Math.round((own.linePitch - less) * 20) / 20;
    const closer = withSection({ ...own, linePitch });
    if (!standsAlone(closer)) return closer;
  }
  const signed = { document, index, blocks, at };
  for (const way of waysToCarry(signed, own, pages.set(fitting))) {
    const trial = withSection(way);
    // What the first page would lose its text to is not carried.
    if (!standsAlone(trial) && hasBody(document, trial, pages)) return trial;
  }
  const attachments = carriedAttachments(signed, own);
  return attachments === null ? fitting : withSection(attachments);
}

/**
 * Ways to have two lines of text at least go with a signature, the least first: the last lines of a paragraph with all
 * that stands below it, or whole paragraphs where two lines would not be left behind.
 */
function* waysToCarry(signed: Signed, own: SectionFitting, trial: TrialPages): Generator<SectionFitting> {
  let whole = own;
  let lines = 0;
  let at = signed.at - 1;
  for (; at >= 0 && lines < carriedLines.value; at--) {
    const kind = signed.blocks[at]?.kind;
    const set = kind === 'paragraph' ? linesOnTrial(signed, at, trial) : [];
    for (const footRoom of roomsBelow(set, own.linePitch, trial)) yield withBlock(own, at, { footRoom });
    whole = withBlock(whole, at, { withNext: true });
    if (kind !== 'attachment-note') lines += Math.max(1, set.length);
  }
  // Where no text were left above, all would hang together from the head on.
  if (signed.blocks.slice(0, at + 1).some(({ kind }) => staying.has(kind))) yield whole;
}

/** Kinds of blocks that do not go along with the next one by themselves. */
const staying: ReadonlySet<string> = new Set(['paragraph', 'roster', 'table'] satisfies Block['kind'][]);

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

/** Room at the foot of the page on which a paragraph begins that has its last lines go over, the fewest first. */
function* roomsBelow(
  lines: readonly TrialLine[],
  pitch: Points,
  { sheets }: TrialPages,
): Generator<FootRoom> {
  const [first] = lines;
  const sheet = sheets[first?.sheet ?? -1];
  if (first === undefined || sheet === undefined) return;
  const frames = [sheet.frame, sheets[first.sheet + 1]?.frame ?? sheet.frame] as const;
  const foot = Math.max(...frames.map(({ top, height }) => top + height));
  const roomFrom = (lineTop: Points): FootRoom => {
    // In the middle of a line, so that no program's rounding counts.
    const top = Math.round((lineTop + pitch / 2) * 20) / 20;
    return { top, height: Math.round((foot - top) * 20) / 20 };
  };
  const here = lines.filter((line) => line.sheet === first.sheet);
  const goesOver = here.length < lines.length;
  // Of one that goes over already, what is taken from its first page, all of it too, comes out at its end.
  const least = goesOver ? 0 : carriedLines.value;
  for (const line of here.slice(least, Math.max(1, here.length - carriedLines.value + 1)).reverse()) {
    yield roomFrom(line.y - pitch * pageRules.baselineShare.value);
  }
  const left = lines.length - carriedLines.value;
  // One that begins on the next page instead, and ends there: the room goes with it.
  if (goesOver && left >= carriedLines.value) yield roomFrom(frames[1].top + left * pitch);
}

/** What is better than nothing: the attachments named above a signature go with it. Null where none are. */
function carriedAttachments({ blocks, at }: Signed, own: SectionFitting): SectionFitting | null {
  const isNamed = blocks[at - 1]?.kind === 'attachment-note';
  return isNamed ? withBlock(own, at - 1, { withNext: true }) : null;
}
