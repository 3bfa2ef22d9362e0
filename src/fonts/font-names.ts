import type { Table } from './sfnt.ts';

/** Names a font calls itself by, in every language it has them in. */
export interface FontNames {
  /** Family and full names: `仿宋_GB2312`, `FangSong_GB2312`. */
  readonly families: readonly string[];
  /** Name in PostScript and PDF: `FandolFang-Regular`; null where the font has none. */
  readonly postScript: string | null;
}

const familyIds = new Set([1, 4, 16]);
const postScriptId = 6;
const windows = 3;
const macintosh = 1;
const chineseScript = 25;
const decoders = {
  utf16: new TextDecoder('utf-16be'),
  gb18030: new TextDecoder('gb18030'),
  latin1: new TextDecoder('latin1'),
};

function decode(platform: number, encoding: number, bytes: Uint8Array): string {
  // Encoding 3 of Windows is GBK, written as two bytes a character with leading zeros; a few old Founder faces have it.
  if (platform === windows && encoding === 3) {
    return decoders.gb18030.decode(bytes.filter((byte) => byte !== 0));
  }
  if (platform === windows || platform === 0) return decoders.utf16.decode(bytes);
  return (encoding === chineseScript ? decoders.gb18030 : decoders.latin1).decode(bytes);
}

/** Reads a `name` table; `bytes` is the table's own. */
export function readNames(bytes: Uint8Array): FontNames {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const families = new Set<string>();
  let postScript: string | null = null;
  if (bytes.length < 6) return { families: [], postScript };
  const strings = view.getUint16(4);
  const count = Math.min(view.getUint16(2), Math.floor((bytes.length - 6) / 12));
  for (let index = 0; index < count; index++) {
    const record = 6 + 12 * index;
    const [platform, encoding, id] = [0, 2, 6].map((offset) => view.getUint16(record + offset)) as [
      number,
      number,
      number,
    ];
    if (platform > macintosh && platform !== windows) continue;
    if (!familyIds.has(id) && id !== postScriptId) continue;
    const start = strings + view.getUint16(record + 10);
    const text = decode(platform, encoding, bytes.subarray(start, start + view.getUint16(record + 8)));
    if (id === postScriptId) postScript ??= text.replace(/[^!-~]|[[\](){}<>/%#]/g, '') || null;
    else families.add(text.trim());
  }
  return { families: [...families], postScript };
}

/** Reads the names of a font of which `name` is a table. */
export function namesIn(bytes: Uint8Array, name: Table | undefined): FontNames {
  if (name === undefined) return { families: [], postScript: null };
  return readNames(bytes.subarray(name.offset, name.offset + name.length));
}
