import type { StreamPiece } from '../../packaging/stream-pieces.ts';
import { phrase } from './byte-writer.ts';
import { characterMapStreams } from './stream-codes.ts';

const piece = (text: string): StreamPiece => characterMapStreams.keptPiece(phrase(text));

/** What a CMap from codes to characters is made of besides them. */
const words = {
  head: piece(`/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
`),
  range: piece('1 beginbfrange\n'),
  list: piece('['),
  endRange: piece(']\nendbfrange\n'),
  end: piece(`endcmap
CMapName currentdict/CMap defineresource pop
end
end`),
} as const;

/** Codes of a range may differ in the last byte only. */
const rangeCodes = 256;

/** Pieces of characters, by the upper part of the code point, then by its lowest byte. */
const characterPieces: (StreamPiece | undefined)[][] = [];

/** A character in UTF-16, as hexadecimal digits; a code is written like the character of its number. */
function pieceOf(codePoint: number): StreamPiece {
  const upper = codePoint >> 8;
  while (characterPieces.length <= upper) characterPieces.push([]);
  const row = characterPieces[upper] as (StreamPiece | undefined)[];
  while (row.length <= (codePoint & 0xff)) row.push(undefined);
  row[codePoint & 0xff] ??= piece(`<${digitsOf(codePoint)}>`);
  return row[codePoint & 0xff] as StreamPiece;
}

const unitDigits = (unit: number): string => unit.toString(16).toUpperCase().padStart(4, '0');

const digitsOf = (codePoint: number): string =>
  Array.from(String.fromCodePoint(codePoint).split(''), (unit) => unitDigits(unit.charCodeAt(0))).join('');

/** Compressed CMap from codes, which count from 1, to characters; of each character what stands for it is made once. */
export function unicodeMap(characters: readonly number[]): Uint8Array {
  const pieces = [words.head];
  for (let start = 1; start <= characters.length; ) {
    const end = Math.min(characters.length, start + rangeCodes - 1 - (start % rangeCodes));
    pieces.push(words.range, pieceOf(start), pieceOf(end), words.list);
    for (let code = start; code <= end; code++) pieces.push(pieceOf(characters[code - 1] as number));
    pieces.push(words.endRange);
    start = end + 1;
  }
  pieces.push(words.end);
  return characterMapStreams.join(pieces);
}
