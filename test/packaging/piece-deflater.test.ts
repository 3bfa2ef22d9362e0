import { crc32, inflateRawSync } from 'node:zlib';
import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SymbolCounts } from '../../src/packaging/deflate.ts';
import { PieceDeflater, type Pieces, StandingPiece } from '../../src/packaging/piece-deflater.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Codes with every symbol, the best for a text. */
function codesFor(text: string) {
  const counts = new SymbolCounts();
  counts.add(encode(text));
  for (const list of [counts.literals, counts.distances])
    for (const [symbol, count] of list.entries()) list[symbol] = 10 * count + 1;
  return counts.codes();
}

const opening = '<?xml version="1.0" encoding="UTF-8"?><w:body>';
const deflater = new PieceDeflater(
  codesFor('<w:tr><w:tc>清廉村居</w:tc><w:tc>创建行动</w:tc></w:tr>'),
  opening,
);
/** Texts of pieces: at even places those that come again. */
type Texts = readonly string[];

const standing = new Map<string, StandingPiece>();
const kept = (text: string): StandingPiece => {
  const piece = standing.get(text) ?? new StandingPiece(text);
  standing.set(text, piece);
  return piece;
};
const pieces = (texts: Texts, make = kept): Pieces =>
  texts.map((text, index) => (index % 2 === 0 ? make(text) : text));
const part = (...lists: Texts[]) =>
  deflater.part(
    'word/document.xml',
    lists.map((texts) => pieces(texts)),
  );

/** Whether two programs that share nothing with ours read the pieces, and size and checksum are theirs. */
function isReadBack(...lists: Texts[]): boolean {
  const { deflated, size, checksum } = part(...lists);
  const content = Buffer.concat([opening, ...lists.flat()].map(encode));
  return (
    inflateRawSync(deflated).equals(content) &&
    Buffer.from(inflateSync(deflated)).equals(content) &&
    size === content.length &&
    checksum === crc32(content)
  );
}

/** Whole numbers below a bound, the same each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % below;
  };
}

/** Text without pattern. */
const noise = (length: number, draw = sequence(length)): string =>
  Array.from({ length }, () => String.fromCodePoint(0x4e00 + draw(6000))).join('');

describe('pieces', () => {
  test.each<[string, Texts[]]>([
    ['no piece', []],
    [
      'empty pieces',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['words alone', [['', '清廉村居创建行动实施方案']]],
    ['words that repeat themselves', [['', '清廉村居'.repeat(500)]]],
    [
      'one character, two, and a mark',
      [
        ['', '清'],
        ['', '清廉'],
        ['', '清a'],
        ['', '清廉'],
      ],
    ],
    [
      'letters of two bytes and of four',
      [
        ['', 'é·α'.repeat(9)],
        ['', '\u{20BB7}野家\u{2A6A5}\u{20BB7}野家'],
      ],
    ],
    [
      'halves of a character',
      [
        ['', 'x\uD842'],
        ['', '\uDFB7y'],
        ['\uD842', '\uD842清'],
      ],
    ],
    [
      'markup again, in several lists',
      [
        ['<w:tc>', '甲', '<w:tc>', '乙'],
        ['<w:tc>', '丙'],
        ['<w:tc>', ''],
      ],
    ],
    [
      'Chinese markup again',
      [['<w:rFonts w:ascii="仿宋_GB2312"/>', '甲', '<w:rFonts w:ascii="仿宋_GB2312"/>', '乙']],
    ],
    ['too short to be told as repeated', [['<', '甲', '<', '乙', 'abc', '丙', 'abc', '丁']]],
  ])('are read by others: %s', (_, lists) => {
    expect(isReadBack(...lists)).toBe(true);
  });

  test('of every length and distance come again', () => {
    for (const length of [1, 3, 4, 5, 257, 258, 259, 260, 261, 262, 263, 515, 516, 517, 519, 70_000]) {
      const markup = `<${'x'.repeat(length - 1)}`;
      for (const apart of [0, 1, 10_000, 32_764, 33_000])
        expect(isReadBack([markup, noise(apart / 3), markup, '乙']), `${length} ${apart}`).toBe(true);
    }
  });

  test('farther apart than the format can tell are written anew', () => {
    expect(isReadBack(['<w:tc>', noise(11_000), '<w:tc>', noise(300_000), '<w:tc>', ''])).toBe(true);
  });

  test('drawn at random are read by others', () => {
    const draw = sequence(7);
    const words = ['<w:tc>', '</w:tc><w:tc>', '清廉', '清廉村居', '\u{20BB7}', 'ab', '1', '', 'é', noise(40)];
    const pick = () => words[draw(words.length)] as string;
    for (let round = 0; round < 300; round++) {
      const list = Array.from({ length: 2 * draw(30) }, () => pick() + (draw(3) === 0 ? pick() : ''));
      expect(isReadBack(list, ['', pick()]), JSON.stringify(list)).toBe(true);
    }
  });

  test('that say the same are one, whether made once or twice', () => {
    const texts = ['<w:tc>', '清廉', '<w:tc>', noise(11_000), '<w:tc>', '村居', '<w:tc>', '创建'];
    const made = pieces(texts, (text) => new StandingPiece(text));
    expect(deflater.part('word/document.xml', [made])).toEqual(part(texts));
  });

  test('are found again by other deflaters, and by this one after them', () => {
    const other = new PieceDeflater(codesFor('<w:tc>'), opening);
    const list = pieces(['<w:tc>', '清廉', '<w:tc>', '村居']);
    const first = other.part('word/document.xml', [list]);
    deflater.part('word/document.xml', [pieces(['', '甲', '<w:tc>', '乙'])]);
    expect(other.part('word/document.xml', [list])).toEqual(first);
  });

  test('give the same bytes whatever was deflated before', () => {
    const lists: Texts[] = [
      ['<w:tc>', '清廉', '<w:tc>', '村居清廉村居'],
      ['', '末'],
    ];
    const first = part(...lists);
    part(['<w:tc>', noise(90_000), '<w:tc>', '清廉村居']);
    expect(part(...lists)).toEqual(first);
    part(['', noise(7)]);
    expect(part(...lists)).toEqual(first);
    // So many that places are counted from the beginning again.
    for (let round = 0; round < 60; round++) {
      part(['<w:tc>', `清廉村居${'创建'.repeat(round)}`, '', '<w:p/>'.repeat(20_000)]);
      expect(part(...lists)).toEqual(first);
    }
  });
});
