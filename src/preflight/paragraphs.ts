import { plainText } from '../document/inline.ts';
import { blocksOfKind, elementsOfKind, type Line, type Subject } from './subject.ts';

const blanks = /\s/gu;

const lengthOf = (words: string): number => words.replace(blanks, '').length;

/** Lines parted into paragraphs by how many characters these have. */
function parted(lines: readonly Line[], paragraphs: readonly string[]): readonly (readonly Line[])[] {
  const rest = [...lines];
  return paragraphs.map((paragraph) => {
    const own: Line[] = [];
    for (let missing = lengthOf(paragraph); missing > 0 && rest.length > 0; ) {
      const line = rest.shift() as Line;
      own.push(line);
      missing -= lengthOf(line.words);
    }
    return own;
  });
}

/** The paragraphs of each cell, in the order of the structure. */
const wordsOfCells = ({ document }: Subject): readonly (readonly string[])[] =>
  blocksOfKind(document, 'table').flatMap(({ head, body }) =>
    [...head, ...body].flatMap(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(plainText))),
  );

/** Names of attachments with what stands before them, note by note. */
const wordsOfNotes = ({ document }: Subject): readonly (readonly string[])[] =>
  blocksOfKind(document, 'attachment-note').map(({ titles }) =>
    titles.map(
      (title, index) => `${index === 0 ? '附件：' : ''}${titles.length > 1 ? `${index + 1}.` : ''}${title}`,
    ),
  );

/** The lines of an element by its paragraphs; most elements are one. A head repeated on further pages counts once. */
export function linesByParagraph(
  subject: Subject,
  lines: readonly [Line, ...Line[]],
): readonly (readonly Line[])[] {
  const [{ element, kind, role, page: first }] = lines;
  if (kind === 'attachment-note') {
    const index = elementsOfKind(subject, kind).indexOf(element ?? -1);
    return parted(lines, wordsOfNotes(subject)[index] ?? []);
  }
  if (kind !== 'table') return [lines];
  const cells = subject.typeset.structure.flatMap((each, index) =>
    each.origin.kind === 'table' && (each.role === 'TD' || each.role === 'TH') ? [index] : [],
  );
  const own = role === 'TH' ? lines.filter(({ page }) => page === first) : lines;
  return parted(own, wordsOfCells(subject)[cells.indexOf(element ?? -1)] ?? []);
}
