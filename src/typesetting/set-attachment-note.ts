import type { AttachmentNote } from '../document/block.ts';
import { main, noteNames } from '../format/elements.ts';
import { element, type Setter, space, whole } from './set-block.ts';
import { setParagraph } from './set-text.ts';

/** 附件说明: names hang behind 附件： and, where numbered, behind the longest number. */
export const setAttachmentNote: Setter<AttachmentNote> = ({ titles }, setting) => {
  const { typecase, frame, format } = setting;
  const body = { ...format.styles.body, align: 'left' } as const;
  const label = main.noteIndent.value;
  const numbers = label + main.noteHanging.value;
  const names = noteNames(titles.length);
  const traits = { element: element(setting, 'P'), keepWithNext: false };
  const rows = titles.flatMap((title, index) => {
    const number = titles.length > 1 ? `${index + 1}.` : '';
    const first = index === 0 ? label : numbers;
    const opening = (index === 0 ? '附件：' : '') + number;
    const words = typecase.text(title, body);
    const rows = setParagraph(words, body, whole(frame, names), traits);
    const [head] = rows;
    const [before] = setParagraph(typecase.text(opening, body), body, whole(frame, first), traits);
    if (head === undefined || before === undefined) return rows;
    // Number and name stand on one line, the name at its own stop.
    return [{ ...head, items: [...before.items, ...head.items] }, ...rows.slice(1)];
  });
  return [space(format.line(main.linesAboveNote.value)), ...rows];
};
