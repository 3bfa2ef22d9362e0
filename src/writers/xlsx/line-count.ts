import { isForbiddenAtEnd, isForbiddenAtStart } from '../../format/punctuation.ts';

/** Share of the size a character is wide: Chinese faces draw ASCII half as wide. */
const advance = (codePoint: number): number => (codePoint < 0x80 ? 0.5 : 1);

/**
 * Lines a text takes in a column so many characters wide, as a spreadsheet breaks it: between Chinese characters,
 * not before closing nor after opening marks, Western words whole. Each `\n` begins a new line.
 */
export function lineCount(text: string, width: number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, width), 0);
}

function linesOfParagraph(paragraph: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const piece of unbreakablePieces(paragraph)) {
    if (filled > 0 && filled + piece > width) {
      lines += 1;
      filled = 0;
    }
    // A piece wider than the column is broken anywhere.
    lines += Math.max(0, Math.ceil(piece / width) - 1);
    filled = piece > width ? piece % width : filled + piece;
  }
  return lines;
}

/** Widths of the pieces a line may be broken between. */
function unbreakablePieces(paragraph: string): readonly number[] {
  const pieces: number[] = [];
  let glued = false;
  let western = false;
  for (const character of paragraph) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isWord = /[0-9A-Za-z]/.test(character);
    const joins = pieces.length > 0 && (glued || isForbiddenAtStart(codePoint) || (western && isWord));
    if (joins) pieces[pieces.length - 1] = (pieces.at(-1) ?? 0) + advance(codePoint);
    else pieces.push(advance(codePoint));
    glued = isForbiddenAtEnd(codePoint);
    western = isWord;
  }
  return pieces;
}
