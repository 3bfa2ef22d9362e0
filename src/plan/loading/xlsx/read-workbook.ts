import type { Findings } from '../../../diagnostics/findings.ts';
import type { Place } from '../../../diagnostics/place.ts';
import { endlessTable, reportTooLong } from '../../longest-list.ts';
import type { Grid } from '../../tables/grid.ts';
import { readNumberLooks } from './number-formats.ts';
import { OversizedPart, Package } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet, type SheetContext, TooLarge, TooManyRows } from './sheet.ts';
import { readXml } from './xml.ts';

/** A sheet that is read when it is asked for; null where it cannot be, which is reported. */
export interface OpenSheet {
  readonly name: string;
  readonly place: Place;
  readonly read: (findings: Findings) => Grid | null;
}

/** Most sheets a workbook may have. */
const mostSheets = 256;

/** First bytes of the container of old and of encrypted Office files. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Whether a name stands among the streams of a compound file, in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

/** Opens a workbook file; null where it is none that can be read, which is reported. */
export function openWorkbook(
  file: string,
  bytes: Uint8Array,
  findings: Findings,
): readonly OpenSheet[] | null {
  const start: Place = { kind: 'file', file, line: 1, column: 1 };
  if (startsWith(bytes, compoundFile)) {
    if (hasStream(bytes, 'EncryptedPackage')) {
      findings.report('table/encrypted', '工作簿加了打开密码，读不了', start, {
        hint: '用 Excel 或 WPS 打开，取消打开密码后重新保存',
      });
    } else reportOldWorkbook(start, findings);
    return null;
  }
  if (!startsWith(bytes, zip)) {
    findings.report('table/not-workbook', '这个文件不是 Excel 工作簿', start, {
      hint: '用 Excel 或 WPS 打开正确的表格，另存为“Excel 工作簿（.xlsx）”',
    });
    return null;
  }
  return guarded(start, findings, () => listSheets(file, new Package(bytes)));
}

/** Reports a table in a format of former years or of another program. */
export function reportOldWorkbook(place: Place, findings: Findings): void {
  findings.report('table/old-workbook', '这种格式的表格读不了', place, {
    hint: '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，再删去这个文件',
  });
}

/** Does something with the inside of a file that anybody may have made; what goes wrong is the file's fault. */
function guarded<T>(place: Place, findings: Findings, action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof TooLarge) {
      findings.report('table/too-large', error.message, error.place, {
        hint: '取消用不着的合并；或者把用得着的内容复制到新的工作簿里再保存',
      });
    } else if (error instanceof TooManyRows) {
      reportTooLong(endlessTable, error.place, findings);
    } else if (error instanceof OversizedPart) {
      findings.report('table/too-large', '工作簿解开后大得不正常，没有读', place, {
        hint: '把用得着的内容复制到新的工作簿里再保存',
      });
    } else {
      findings.report('table/not-workbook', '工作簿坏了，读不出来', place, {
        hint: '用 Excel 或 WPS 打开（会提示修复），重新保存一遍；打不开的，换上一次的备份',
      });
    }
    return null;
  }
}

function listSheets(file: string, parts: Package): readonly OpenSheet[] {
  const main = mainPart(parts);
  const bytes = parts.part(main);
  if (bytes === null) throw new Error('no workbook part');
  const targets = parts.relations(main);
  const sheets: { readonly name: string; readonly target: string }[] = [];
  let from1904 = false;
  readXml(bytes, {
    open: (element, { name, id, date1904 }) => {
      if (element === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const target = element === 'sheet' ? targets.get(id ?? '') : undefined;
      if (target !== undefined) sheets.push({ name: name ?? '', target });
    },
  });
  if (sheets.length > mostSheets) throw new OversizedPart(main);
  let known: SheetContext | null = null;
  const context = (): SheetContext => {
    known ??= {
      file,
      from1904,
      strings: readSharedStrings(related(parts, targets, 'sharedStrings')),
      looks: readNumberLooks(related(parts, targets, 'styles')),
    };
    return known;
  };
  return sheets.map(({ name, target }) => {
    const place: Place = { kind: 'cell', file, sheet: name, cell: 'A1' };
    const read = (findings: Findings) =>
      guarded(place, findings, () => {
        const part = parts.part(target);
        return part === null ? { rows: [], place } : readSheet(part, name, context());
      });
    return { name, place, read };
  });
}

/** The part that lists the sheets, as the package names it. */
const mainPart = (parts: Package): string =>
  [...parts.relations('').values()].find((target) => /workbook\w*\.xml$/i.test(target)) ?? 'xl/workbook.xml';

/** A part the workbook refers to, by how its name begins. */
function related(parts: Package, targets: ReadonlyMap<string, string>, name: string): Uint8Array | null {
  const target = [...targets.values()].find((part) => part.toLowerCase().includes(`/${name.toLowerCase()}`));
  return target === undefined ? null : parts.part(target);
}
