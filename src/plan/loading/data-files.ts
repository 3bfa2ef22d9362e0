import { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Shelf } from '../../keeping/shelf.ts';
import type { TableDescription } from '../tables/description.ts';
import type { Grid } from '../tables/grid.ts';
import { plainHead } from '../tables/match-heads.ts';
import { planTables } from '../tables/plan-tables.ts';
import { readTable } from '../tables/read-table.ts';
import { readCsv } from './csv-file.ts';
import { decodeText } from './decode-text.ts';
import { readKeptYaml } from './kept-yaml.ts';
import type { DataPath, SourceMap } from './source-tree.ts';
import { openWorkbook, reportOldWorkbook } from './xlsx/read-workbook.ts';

/** What a file of a plan's folder holds: text, bytes as stored, or null where it could not be read. */
export type DataFile = string | Uint8Array | null;

/** What the files of a plan hold. */
export interface Sources {
  /** The maps of YAML files. */
  readonly maps: readonly SourceMap[];
  /** Tables, each as a map from the plan's root. */
  readonly tables: readonly SourceMap[];
  /** Whether everything could be read. */
  readonly complete: boolean;
  /** Whether the value at a path may stand in what could not be read. */
  readonly mayHold: (path: DataPath) => boolean;
}

/** Sheets that hold nothing of the plan, written by `data:workbook`. */
export const instructionSheet = '说明';
export const choiceSheet = '选项';

/** Reads all files of a plan, each by its kind. Faults are reported. */
export function readFiles(files: ReadonlyMap<string, DataFile>, findings: Findings, shelf: Shelf): Sources {
  const reader = new FileReader(findings, shelf);
  for (const [file, content] of files) reader.read(file, content);
  return reader.sources();
}

class FileReader {
  readonly #findings: Findings;
  readonly #shelf: Shelf;
  readonly #maps: SourceMap[] = [];
  readonly #tables: SourceMap[] = [];
  /** Tables that could not be read; null for a file that could have held anything. */
  readonly #unread: (TableDescription | null)[] = [];

  constructor(findings: Findings, shelf: Shelf) {
    this.#findings = findings;
    this.#shelf = shelf;
  }

  read(file: string, content: DataFile): void {
    const kind = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
    const start: Place = { kind: 'file', file, line: 1, column: 1 };
    if (content === null) this.#unread.push(null);
    else if (kind === 'xlsx' || kind === 'xlsm') this.#readWorkbook(file, bytesOf(content));
    else if (kind === 'xls' || kind === 'et' || kind === 'ods' || kind === 'xlsb' || kind === 'numbers') {
      reportOldWorkbook(start, this.#findings);
      this.#unread.push(null);
    } else {
      const text = typeof content === 'string' ? content : decodeText(file, content, this.#findings);
      if (text === null) this.#unread.push(null);
      else if (kind === 'csv') this.#readCsvTable(file, text, start);
      else this.#readYamlFile(file, text);
    }
  }

  #readYamlFile(file: string, text: string): void {
    const map = readKeptYaml(file, text, this.#findings, this.#shelf);
    if (map === null) this.#unread.push(null);
    else this.#maps.push(map);
  }

  #readCsvTable(file: string, text: string, start: Place): void {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.csv$/i, '');
    const table = tableNamed(name);
    if (table === null) this.#reportStrange(`“${name}”这个 CSV 文件没有读：不认识它的名称`, name, start);
    else this.#addTable(readCsv(file, text, this.#findings), table);
  }

  #readWorkbook(file: string, bytes: Uint8Array): void {
    const sheets = openWorkbook(file, bytes, this.#findings);
    if (sheets === null) {
      this.#unread.push(null);
      return;
    }
    for (const sheet of sheets) {
      if (sheet.name === instructionSheet || sheet.name === choiceSheet) continue;
      const table = tableNamed(sheet.name);
      if (table !== null) this.#addTable(sheet.read(this.#findings), table);
      // Whatever is wrong with a sheet nobody knows is nobody's concern; an empty one is nothing.
      else if (sheet.read(new Findings())?.rows.length !== 0) {
        this.#reportStrange(`工作表“${sheet.name}”没有读：不认识它的名称`, sheet.name, sheet.place);
      }
    }
  }

  #reportStrange(message: string, name: string, place: Place): void {
    const names = planTables.map((table) => table.name);
    const hint = didYouMean(name, names) ?? `可以用的名称：${names.join('、')}；自己用的表可以留着`;
    this.#findings.report('table/unknown', message, place, { actual: name, hint });
  }

  #addTable(grid: Grid | null, table: TableDescription): void {
    const map = grid === null ? null : readTable(grid, table, this.#findings);
    if (map === null) this.#unread.push(table);
    else this.#tables.push(map);
  }

  sources(): Sources {
    const unread = this.#unread;
    return {
      maps: this.#maps,
      tables: this.#tables,
      complete: unread.length === 0,
      mayHold: (path) =>
        unread.some((table) =>
          table === null
            ? path.length === 1 || planTables.some((each) => startsPath(each.path, path))
            : startsPath(table.path, path),
        ),
    };
  }
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Whether a path leads towards a table. */
const startsPath = (table: readonly string[], path: DataPath): boolean =>
  path.length <= table.length && path.every((step, index) => step === table[index]);

/** The table a sheet or file is named for; null where it is none. */
function tableNamed(name: string): TableDescription | null {
  const plain = plainHead(name);
  return (
    planTables.find((table) => table.name === plain) ??
    planTables.find((table) => table.aliases.some((alias) => plainHead(alias) === plain)) ??
    null
  );
}
