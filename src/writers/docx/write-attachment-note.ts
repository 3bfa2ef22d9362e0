import type { AttachmentNote } from '../../document/block.ts';
import { type LineFitting, linesOfPart } from '../../document/fitting.ts';
import { text } from '../../document/inline.ts';
import { main, noteNames } from '../../format/elements.ts';
import { entryWithNext } from '../../format/page-fitting.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { indents, keeping, paragraph } from './paragraph.ts';
import { inlineRuns, plainRun, tabRun, textRuns, tracked } from './runs.ts';
import type { BlockWriter } from './write-block.ts';
import { tag } from './xml.ts';

/** The words before the first name of 附件说明. */
const noteLabel = '附件：';

/** Indents where the names begin further in than the styles have them, behind numbers of two digits, or are fitted. */
function indentsOf(count: number, isFirst: boolean, lines: LineFitting): string {
  if (count < 10) return indents(lines, 'left');
  const left = toTwips(noteNames(count));
  const { noteIndent, noteHanging } = main;
  const first = toTwips(isFirst ? noteIndent.value : noteIndent.value + noteHanging.value);
  return indents(lines, 'left', { left, hanging: left - first });
}

/** 附件说明: names hang behind 附件： and, where numbered, stand at a stop of their own behind the numbers. */
export const writeAttachmentNote: BlockWriter<AttachmentNote> = ({ titles }, { format, fitting }) => {
  const body = plainRun(bodyRun, format);
  const numbered = titles.length > 1;
  return titles
    .map((title, index) => {
      const isFirst = index === 0;
      const opening = (isFirst ? noteLabel : '') + (numbered ? `${index + 1}.` : '');
      const lines = linesOfPart(fitting.parts, index);
      const name = inlineRuns([text(title)], tracked(body, lines));
      const runs = textRuns(opening, body) + (numbered ? tabRun : '') + name;
      const style = numbered ? (isFirst ? 'AttachmentNoteFirst' : 'AttachmentNoteNext') : 'AttachmentNote';
      const isLast = index === titles.length - 1;
      const keepsNext = isLast ? fitting.endWithNext : entryWithNext(index, titles.length);
      const keep = keeping(fitting) || (keepsNext ? tag('keepNext') : '');
      return paragraph(style, runs, keep + indentsOf(titles.length, isFirst, lines));
    })
    .join('');
};
