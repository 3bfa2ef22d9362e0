import type { AttachmentNote } from '../../document/block.ts';
import { main, noteNames } from '../../format/elements.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { keeping, paragraph } from './paragraph.ts';
import { plainRun, tabRun, textRuns } from './runs.ts';
import type { BlockWriter } from './write-block.ts';
import { tag } from './xml.ts';

/** The words before the first name of 附件说明. */
const noteLabel = '附件：';

/** Indents where the names begin further in than the styles have them, behind numbers of two digits. */
function wideIndent(count: number, isFirst: boolean): string {
  if (count < 10) return '';
  const left = toTwips(noteNames(count));
  const { noteIndent, noteHanging } = main;
  const first = toTwips(isFirst ? noteIndent.value : noteIndent.value + noteHanging.value);
  return tag('ind', { left, hanging: left - first });
}

/** 附件说明: names hang behind 附件： and, where numbered, stand at a stop of their own behind the numbers. */
export const writeAttachmentNote: BlockWriter<AttachmentNote> = ({ titles }, { format, fitting }) => {
  const body = plainRun(bodyRun, format);
  const numbered = titles.length > 1;
  return titles
    .map((title, index) => {
      const isFirst = index === 0;
      const opening = (isFirst ? noteLabel : '') + (numbered ? `${index + 1}.` : '');
      const runs = textRuns(opening, body) + (numbered ? tabRun : '') + textRuns(title, body);
      const style = numbered ? (isFirst ? 'AttachmentNoteFirst' : 'AttachmentNoteNext') : 'AttachmentNote';
      return paragraph(style, runs, keeping(fitting) + wideIndent(titles.length, isFirst));
    })
    .join('');
};
