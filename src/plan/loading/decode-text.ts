import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a data file, whatever program saved it: UTF-8, UTF-16 with a byte order mark, or the GBK of Chinese
 * Windows (read with a note). Null where it is none of these, which is reported at the first byte that is not UTF-8.
 */
export function decodeText(file: string, bytes: Uint8Array, findings: Findings): string | null {
  const start: Place = { kind: 'file', file, line: 1, column: 1 };
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const text = decode(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
    if (text !== null) {
      noteEncoding('UTF-16', start, findings);
      return text.replace(/^\uFEFF/, '');
    }
  }
  const text = decode(bytes, 'utf-8');
  if (text !== null && !text.includes('\0')) return text;
  const chinese = text === null ? decode(bytes, 'gb18030') : null;
  if (chinese !== null && looksChinese(chinese)) {
    noteEncoding('GBK', start, findings);
    return chinese;
  }
  const hint = '用记事本打开，选“另存为”，编码选 UTF-8';
  if (bytes.filter((byte) => byte === 0).length > bytes.length / 8) {
    findings.report('data/unreadable', '这不是文本文件，或者存成了没有标记的 UTF-16', start, { hint });
  } else findings.report('data/unreadable', '文件里有读不出来的字', faultPlace(file, bytes), { hint });
  return null;
}

const noteEncoding = (encoding: string, place: Place, findings: Findings): void =>
  findings.report('data/encoding', `文件存的是 ${encoding} 编码，已照这种编码读出`, place, {
    hint: '请核对文字；用记事本另存为 UTF-8 编码，这条提示就不再出现',
  });

/** GBK takes nearly any bytes for characters; what is really Chinese has everyday characters and nothing odd. */
function looksChinese(text: string): boolean {
  const odd = text.match(/[\p{Co}\p{Cn}\uFFFD]|(?![\t\n\r])\p{Cc}/gu)?.length ?? 0;
  const wide = text.match(/[^\0-\x7F]/gu)?.length ?? 0;
  const everyday = text.match(/[\u4E00-\u9FA5\u3000-\u303F\uFF00-\uFFEF\u2010-\u2026]/gu)?.length ?? 0;
  return odd === 0 && everyday >= wide * 0.9;
}

/** Where the first byte stands that is not UTF-8. */
function faultPlace(file: string, bytes: Uint8Array): Place {
  const before = new TextDecoder('utf-8').decode(bytes);
  const fault = Math.max(0, before.search(/[\uFFFD\0]/));
  const lines = before.slice(0, fault).split('\n');
  return { kind: 'file', file, line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
