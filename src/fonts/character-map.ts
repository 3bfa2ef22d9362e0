import { requireTable, type Sfnt, UnusableFont } from './sfnt.ts';

/** Planes 0 to 3 hold every character an official document can name a person or place with. */
const codeSpace = 0x40000;

/** Glyph ids by code point; 0 where the font has no glyph. */
export type CharacterMap = Uint16Array;

/** Unicode subtables, the fullest first: platform, encoding. */
const preferred: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

/** Reads the `cmap` table; throws UnusableFont where it has no Unicode subtable. */
export function readCharacterMap(sfnt: Sfnt): CharacterMap {
  const { view } = sfnt;
  const { offset } = requireTable(sfnt, 'cmap');
  const subtables = new Map<string, number>();
  const count = view.getUint16(offset + 2);
  for (let index = 0; index < count; index++) {
    const record = offset + 4 + 8 * index;
    const key = `${view.getUint16(record)}/${view.getUint16(record + 2)}`;
    subtables.set(key, offset + view.getUint32(record + 4));
  }
  for (const [platform, encoding] of preferred) {
    const subtable = subtables.get(`${platform}/${encoding}`);
    if (subtable === undefined) continue;
    const format = view.getUint16(subtable);
    if (format === 12) return readGroups(view, subtable);
    if (format === 4) return readSegments(view, subtable);
  }
  throw new UnusableFont('字体没有统一码字符表');
}

/** Format 12: groups of consecutive code points and glyphs. */
function readGroups(view: DataView, subtable: number): CharacterMap {
  const map = new Uint16Array(codeSpace);
  const count = view.getUint32(subtable + 12);
  for (let index = 0; index < count; index++) {
    const group = subtable + 16 + 12 * index;
    const start = view.getUint32(group);
    const end = Math.min(view.getUint32(group + 4), codeSpace - 1);
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= end; code++) map[code] = glyph + code - start;
  }
  return map;
}

/** Format 4: segments of the basic plane with a shift or a list of glyphs. */
function readSegments(view: DataView, subtable: number): CharacterMap {
  const map = new Uint16Array(codeSpace);
  const doubled = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = view.getUint16(ends + segment);
    const start = view.getUint16(starts + segment);
    const delta = view.getUint16(deltas + segment);
    const range = view.getUint16(ranges + segment);
    for (let code = start; code <= end && code < 0xffff; code++) {
      if (range === 0) {
        map[code] = code + delta;
        continue;
      }
      const entry = ranges + segment + range + 2 * (code - start);
      const glyph = entry + 2 <= view.byteLength ? view.getUint16(entry) : 0;
      map[code] = glyph === 0 ? 0 : glyph + delta;
    }
  }
  return map;
}
