import type { AttachmentNote } from '../document/block.ts';
import { linesOfPart } from '../document/fitting.ts';
import { main } from '../format/elements.ts';
import { entryWithNext } from '../format/page-fitting.ts';
import { element, type Setter, space } from './set-block.ts';
import { setParagraph } from './set-text.ts';
import { unbrokenName, whole } from './unbroken.ts';

/** 附件说明: names hang behind 附件： and, where numbered, behind the longest number. */
export const setAttachmentNote: Setter<AttachmentNote> = ({ titles }, setting) => {
  const { typecase, frame, format } = setting;
  const body = { ...format.styles.body, align: 'left' } as const;
  const label = main.noteIndent.value;
  const numbers = label + main.noteHanging.value;
  const note = element(setting, 'P');
  const rows = titles.flatMap((title, index) => {
    const number = titles.length > 1 ? `${index + 1}.` : '';
    const first = index === 0 ? label : numbers;
    const opening = (index === 0 ? '附件：' : '') + number;
    const { glyphs, style, measure } = unbrokenName(title, titles.length, setting);
    const lines = linesOfPart(setting.fitting.parts, index);
    const isLast = index === titles.length - 1;
    const keepWithNext = isLast ? setting.fitting.endWithNext : entryWithNext(index, titles.length);
    const traits = { element: note, keepWithNext };
    const rows = setParagraph(glyphs, style, measure, { ...traits, lines });
    const [head] = rows;
    const [before] = setParagraph(typecase.text(opening, body), body, whole(frame, first), traits);
    if (head === undefined || before === undefined) return rows;
    // Number and name stand on one line, the name at its own stop.
    return [{ ...head, items: [...before.items, ...head.items] }, ...rows.slice(1)];
  });
  return [space(format.line(main.linesAboveNote.value)), ...rows];
};
