import type { CharacterMap } from './character-map.ts';

/** How much of what is written in China a face draws. */
export interface Coverage {
  /** Of the 6763 Chinese characters of GB 2312. */
  readonly gb2312: number;
  /** All characters. */
  readonly total: number;
}

const firstRow = 0xb0;
const lastRow = 0xf7;
/** Row D7 ends with five empty places. */
const isEmpty = (row: number, cell: number): boolean => row === 0xd7 && cell > 0xf9;

/** The Chinese characters of GB 2312: levels 1 and 2, rows 16 to 87. */
export const gb2312: ReadonlySet<number> = new Set(
  Array.from(new TextDecoder('gb18030').decode(Uint8Array.from(codes())), (character) =>
    character.codePointAt(0),
  ).filter((codePoint) => codePoint !== undefined),
);

function* codes(): Iterable<number> {
  for (let row = firstRow; row <= lastRow; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) if (!isEmpty(row, cell)) yield* [row, cell];
  }
}

/** Counts the characters a font has glyphs for. */
export function coverageOf(characters: CharacterMap): Coverage {
  let common = 0;
  for (const codePoint of gb2312) if (characters[codePoint] !== 0) common++;
  return { gb2312: common, total: characters.reduce((count, glyph) => count + Number(glyph !== 0), 0) };
}
