import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Parts without which a program refuses to open a file. */
const mainParts: Readonly<Record<string, string>> = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' };

/** Whether a part is well-formed XML. */
function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser();
  let sound = true;
  parser.on('error', () => {
    sound = false;
  });
  parser.write(xml).close();
  return sound;
}

/** Values of the entries of a zip archive as its directory tells them; null where it has none. */
function checksumsOf(zip: Uint8Array): ReadonlyMap<string, number> | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return null;
  const checksums = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const length = view.getUint16(at + 28, true);
    checksums.set(strFromU8(zip.subarray(at + 46, at + 46 + length)), view.getUint32(at + 16, true));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return checksums;
}

function isPackage(content: Uint8Array, mainPart: string): boolean {
  try {
    const parts = unzipSync(content);
    const checksums = checksumsOf(content);
    if (checksums === null || parts[mainPart] === undefined || parts['[Content_Types].xml'] === undefined)
      return false;
    return Object.entries(parts).every(
      ([path, part]) =>
        crc32(part) === checksums.get(path) &&
        (!/\.(?:xml|rels)$/.test(path) || isWellFormed(strFromU8(part))),
    );
  } catch {
    return false;
  }
}

/** The last cross-reference table of a PDF stands where its end says, and leads to a catalogue. */
function isPdf(content: Uint8Array): boolean {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? -1);
  const table = start < 0 ? '' : text.slice(start);
  const [, first, count = '0', rows = ''] =
    /^xref\s+(\d+) (\d+)\s+((?:\d{10} \d{5} [fn]\s{1,2})+)trailer/.exec(table) ?? [];
  if (!text.startsWith('%PDF-1.') || first !== '0' || !/\/Root\s+\d+ 0 R/.test(table)) return false;
  const entries = [...rows.matchAll(/(\d{10}) \d{5} ([fn])/g)];
  if (entries.length !== Number(count)) return false;
  return entries.every(
    ([, offset = '', use], number) => use === 'f' || text.startsWith(`${number} 0 obj`, Number(offset)),
  );
}

/** Whether a file can still be opened as what its name says; files of other kinds are not looked into. */
export function isReadable(path: string, content: Uint8Array): boolean {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const mainPart = mainParts[extension];
  if (mainPart !== undefined) return isPackage(content, mainPart);
  return extension === 'pdf' ? isPdf(content) : true;
}
