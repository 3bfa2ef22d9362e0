import type { Block } from '../document/block.ts';
import { type Fitting, type SectionFitting, withBlock } from '../document/fitting.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { formatOf } from '../format/format.ts';
import { signatureFitting } from '../format/page-fitting.ts';
import { type Signed, waysToCarry, waysToCarryLess } from './carry-lines.ts';
import { closerBlock } from './fit-lines.ts';
import type { Typecase } from './glyph.ts';
import type { Sheet } from './lay-out.ts';
import { smallerMarks } from './smaller-marks.ts';
import { bodyKinds, hasBody, type Trial, type TrialPages } from './trial.ts';

/** Kinds of blocks that sign a document. */
const signatures: ReadonlySet<string> = new Set(['signature', 'stamped-signature'] satisfies Block['kind'][]);

/**
 * Signature and date do not stand alone on a page §7.3.5.5: lines, then the title's lines, then characters a little
 * closer where that takes them in; else the last two lines of the text go with them. Where the first page would lose its
 * text by that, a smaller mark of several issuers takes them in, or one line goes with them and one stays.
 */
export function fitSignature(
  document: OfficialDocument,
  index: number,
  fitting: Fitting,
  pages: Trial,
  typecase: Typecase,
): Fitting {
  const blocks = document.sections[index]?.blocks ?? [];
  const at = blocks.findIndex(({ kind }) => signatures.has(kind));
  const own = fitting.sections[index];
  if (at < 1 || own === undefined) return fitting;
  const withSection = (section: SectionFitting): Fitting => ({
    ...fitting,
    sections: fitting.sections.map((each, position) => (position === index ? section : each)),
  });
  const signatureSheet = (trial: Fitting) => {
    const { sheets, kinds } = pages.set(trial);
    return sheets.find(
      (each) => each.section === index && [...kinds(each)].some((kind) => signatures.has(kind)),
    );
  };
  const standsAlone = (trial: Fitting) => {
    const sheet = signatureSheet(trial);
    return sheet !== undefined && !isAccompanied(sheet, pages.set(trial));
  };
  if (!standsAlone(fitting)) return fitting;
  const takesIn = (trial: Fitting) => !standsAlone(trial);
  const signed = { document, index, blocks, at };
  let closest = own;
  for (const steps of [closerLines, closerTitle, closerCharacters]) {
    const trials = steps(signed, closest, typecase);
    const found = leastOf(trials.map(withSection), takesIn);
    if (found !== null) return found;
    closest = trials.at(-1) ?? closest;
  }
  // What the first page would lose its text to is not carried.
  const carries = (trial: Fitting) => takesIn(trial) && hasBody(document, trial, pages);
  for (const way of waysToCarry(signed, own, pages.set(fitting))) {
    const trial = withSection(way);
    if (carries(trial)) return trial;
  }
  const marks = index === 0 ? smallerMarks(document, fitting.markSize) : [];
  const smaller = marks.map((markSize) => ({ ...withSection(closest), markSize }));
  const marked = leastOf(smaller, takesIn);
  if (marked !== null) return marked;
  for (const way of waysToCarryLess(signed, own, pages.set(fitting))) {
    const trial = withSection(way);
    if (carries(trial)) return trial;
  }
  // What is better than nothing: the last attachments named above it, where none are on its page by themselves.
  const named = signed.blocks[at - 1]?.kind === 'attachment-note';
  const sheet = signatureSheet(fitting);
  if (!named || sheet === undefined || pages.set(fitting).kinds(sheet).has('attachment-note')) return fitting;
  return withSection(withBlock(own, at - 1, { endWithNext: true }));
}

/** Whether text stands on a signature's page, or the end of 附件说明 that begins on the page before. */
function isAccompanied(sheet: Sheet, { sheets, kinds }: TrialPages): boolean {
  if (bodyKinds.some((kind) => kinds(sheet).has(kind))) return true;
  const before = sheets[sheets.indexOf(sheet) - 1];
  return [sheet, before].every((each) => each !== undefined && kinds(each).has('attachment-note'));
}

/** The first of several trials, each of which goes further than the one before, that helps; null where the last does not. */
function leastOf(trials: readonly Fitting[], helps: (trial: Fitting) => boolean): Fitting | null {
  const last = trials.at(-1);
  if (last === undefined || !helps(last)) return null;
  return trials.find(helps) ?? last;
}

/** So many steps up to the most, in whole twentieths of a point, as Word counts. */
const stepsOf = ({ step, most }: { readonly step: number; readonly most: number }): readonly number[] =>
  Array.from({ length: Math.round(most / step) }, (_, index) => Math.round((index + 1) * step * 20) / 20);

const closerLines = (_: Signed, own: SectionFitting): readonly SectionFitting[] =>
  stepsOf(signatureFitting.value.lines).map((less) => ({
    ...own,
    linePitch: Math.round((own.linePitch - less) * 20) / 20,
  }));

/** A title below 附件 stands in the third line, and stays there (§7.3.7). */
const closerTitle = ({ blocks }: Signed, own: SectionFitting): readonly SectionFitting[] =>
  blocks[0]?.kind === 'title' && blocks.every(({ kind }) => kind !== 'attachment-label')
    ? stepsOf(signatureFitting.value.title).map((closerTitle) => ({ ...own, closerTitle }))
    : [];

/** Characters stand closer in the paragraphs that take a line less for it. */
function closerCharacters(
  { document, index, blocks, at }: Signed,
  own: SectionFitting,
  typecase: Typecase,
): readonly SectionFitting[] {
  const section = document.sections[index];
  if (section === undefined) return [];
  const format = formatOf(document.profile);
  const frame = format.frameOf(section);
  let closer = own;
  for (const [position, block] of blocks.slice(0, at).entries()) {
    if (own.blocks[position]?.parts.length !== 0) continue;
    const parts = closerBlock(block, { frame, format, typecase, above: blocks[position - 1] });
    if (parts.length > 0) closer = withBlock(closer, position, { parts });
  }
  return closer === own ? [] : [closer];
}
