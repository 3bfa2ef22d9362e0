import type { Block } from '../document/block.ts';
import {
  addresseeInImprint,
  type CopiesFitting,
  type Fitting,
  type LineFitting,
  type PartFitting,
  plainLines,
} from '../document/fitting.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { rosterColumns } from '../format/elements.ts';
import { signatureFitting } from '../format/page-fitting.ts';
import { fitLastLine, type LineMeasure, takesLineLess } from './fit-last-line.ts';
import { fitTable, isPlain } from './fit-table.ts';
import {
  type Unbroken,
  type UnbrokenBlockSetting,
  type UnbrokenSetting,
  unbroken,
  unbrokenAttendance,
  unbrokenCopies,
  unbrokenEntry,
  unbrokenName,
} from './unbroken.ts';

/** The paragraphs of a block, one a row, that are set by measures; those of a table are fitted by themselves. */
function paragraphsOf(block: Block, setting: UnbrokenBlockSetting): readonly Unbroken[] {
  switch (block.kind) {
    case 'addressee':
      return [unbroken.addressee(block, setting)];
    case 'heading':
      return [unbroken.heading(block, setting)];
    case 'paragraph':
      return isPlain(block.inlines) ? [unbroken.paragraph(block, setting)] : [];
    case 'annotation':
      return [unbroken.annotation(block, setting)];
    case 'table-note':
      return [unbroken['table-note'](block, setting)];
    case 'attachment-note':
      return block.titles.map((title) => unbrokenName(title, block.titles.length, setting));
    case 'attendance':
      return block.lists.map((list) => unbrokenAttendance(list, setting));
    case 'roster': {
      const columns = rosterColumns(block.groups.map(({ label }) => label));
      return block.groups
        .flatMap(({ entries }) => entries)
        .map((entry) => unbrokenEntry(entry, columns, setting));
    }
    case 'title':
    case 'signature':
    case 'stamped-signature':
    case 'attachment-label':
    case 'table':
      return [];
  }
}

const lineMeasure = ({ style, measure: { left, firstLeft, right } }: Unbroken): LineMeasure => ({
  firstWidth: right - firstLeft,
  width: right - left,
  align: style.align,
});

const fitUnbroken = (paragraph: Unbroken): LineFitting =>
  fitLastLine(paragraph.glyphs, lineMeasure(paragraph));

const none: readonly PartFitting[] = [];

/** Paragraphs of a block whose last line would be a single character. */
export function fitBlock(block: Block, setting: UnbrokenBlockSetting): readonly PartFitting[] {
  if (block.kind === 'table') return fitTable(block, setting.frame.width, setting.typecase);
  const parts = paragraphsOf(block, setting).flatMap((paragraph, row) => {
    const { tracking, narrower } = fitUnbroken(paragraph);
    return tracking === 0 && narrower === 0 ? [] : [{ row, column: 0, paragraph: 0, tracking, narrower }];
  });
  return parts.length === 0 ? none : parts;
}

/** A paragraph of running text whose characters stand closer, where it takes a line less for it; nothing elsewhere. */
export function closerBlock(block: Block, setting: UnbrokenBlockSetting): readonly PartFitting[] {
  if (block.kind !== 'paragraph' || !isPlain(block.inlines)) return none;
  const paragraph = unbroken.paragraph(block, setting);
  const tracking = signatureFitting.value.tracking;
  return takesLineLess(paragraph.glyphs, lineMeasure(paragraph), tracking)
    ? [{ row: 0, column: 0, paragraph: 0, tracking, narrower: 0 }]
    : none;
}

/** Names in 版记 whose last line would be a single character. */
export function fitCopies(
  document: OfficialDocument,
  fitting: Fitting,
  setting: UnbrokenSetting,
): CopiesFitting {
  const copyTo = document.imprint?.copyTo ?? null;
  const addressee = addresseeInImprint(document, fitting);
  const fitNames = (label: '抄送' | '主送', names: string | null): LineFitting =>
    names === null ? plainLines : fitUnbroken(unbrokenCopies(label, names, setting));
  return { copyTo: fitNames('抄送', copyTo), mainTo: fitNames('主送', addressee?.names ?? null) };
}
