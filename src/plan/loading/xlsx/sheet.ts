import type { Place } from '../../../diagnostics/place.ts';
import { columnLetters } from '../../../document/cell-address.ts';
import { mostRows } from '../../longest-list.ts';
import type { Grid, RawCell, RawRow, RawValue } from '../../tables/grid.ts';
import { parseCellReference, parseRangeReference } from './cell-reference.ts';
import type { NumberLook } from './number-formats.ts';
import { dateOfSerial } from './serial-date.ts';
import { decodeEscapes, TextCollector } from './shared-strings.ts';
import { type Attributes, readXml } from './xml.ts';

/** What the cells of all sheets refer to. */
export interface SheetContext {
  readonly file: string;
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
}

/** Most columns that are looked at. */
const mostColumns = 256;

/** Most cells that merges may cover: sheets that merge one over another could ask for billions. */
const mostFilled = 1_000_000;

/** A sheet that is larger than a table may be; the message is the clerk's. */
export class TooLarge extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** A sheet with more rows than a table may have, at the first that is too many. */
export class TooManyRows extends Error {
  readonly place: Place;

  constructor(place: Place) {
    super('too many rows');
    this.place = place;
  }
}

/** Reads the cells of a sheet. Throws `TooLarge`, `TooManyRows` or `BrokenXml`. */
export function readSheet(bytes: Uint8Array, sheet: string, context: SheetContext): Grid {
  const reader = new SheetReader(sheet, context);
  readXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.add(text),
    close: (name) => reader.close(name),
  });
  return reader.grid();
}

/** A cell under way. */
interface Pending {
  readonly column: number;
  readonly type: string;
  readonly look: NumberLook;
  formula: string | null;
  value: string | null;
}

class SheetReader {
  readonly #sheet: string;
  readonly #context: SheetContext;
  readonly #rows = new Map<number, (RawCell | undefined)[]>();
  readonly #merges: string[] = [];
  readonly #inline = new TextCollector();
  #filled = 0;
  #row = -1;
  #column = -1;
  #cell: Pending | null = null;
  #part: 'v' | 'f' | null = null;

  constructor(sheet: string, context: SheetContext) {
    this.#sheet = sheet;
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r) - 1;
        this.#column = -1;
        break;
      case 'c': {
        const position = parseCellReference(attributes.r ?? '');
        this.#column = position?.column ?? this.#column + 1;
        const look = this.#context.looks[Number(attributes.s ?? 0)] ?? 'plain';
        this.#cell = { column: this.#column, type: attributes.t ?? 'n', look, formula: null, value: null };
        break;
      }
      case 'v':
      case 'f':
        this.#part = name;
        if (name === 'f' && this.#cell !== null) this.#cell.formula = '';
        break;
      case 'mergeCell':
        if (attributes.ref !== undefined) this.#merges.push(attributes.ref);
        break;
      default:
        if (this.#cell !== null) this.#inline.open(name);
    }
  }

  add(text: string): void {
    if (this.#cell === null) return;
    if (this.#part === 'v') this.#cell.value = (this.#cell.value ?? '') + text;
    else if (this.#part === 'f') this.#cell.formula += text;
    else this.#inline.add(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.#part = null;
    else if (name === 'c') this.#finish();
    else if (this.#cell !== null) this.#inline.close(name);
  }

  #finish(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null || cell.column >= mostColumns) return;
    const value = this.#valueOf(cell);
    if (value.kind === 'blank') return;
    let row = this.#rows.get(this.#row);
    if (row === undefined) {
      if (this.#rows.size >= mostRows) throw new TooManyRows(this.#placeOf(this.#row, cell.column));
      row = [];
      this.#rows.set(this.#row, row);
    }
    row[cell.column] = { value, place: this.#placeOf(this.#row, cell.column) };
  }

  #placeOf(row: number, column: number): Place {
    return {
      kind: 'cell',
      file: this.#context.file,
      sheet: this.#sheet,
      cell: `${columnLetters(column + 1)}${row + 1}`,
    };
  }

  #valueOf({ type, look, formula, value }: Pending): RawValue {
    const inline = this.#inline.take();
    const text = (written: string): RawValue =>
      written === '' ? { kind: 'blank' } : { kind: 'text', text: written };
    if (type === 'inlineStr') return text(inline);
    if (value === null || value === '') {
      // A formula whose result is an empty text keeps an empty value.
      const solved = formula === null || type === 'str';
      return solved ? { kind: 'blank' } : { kind: 'unsolved', formula };
    }
    switch (type) {
      case 's':
        return text(this.#context.strings[Number(value)] ?? '');
      case 'str':
        return text(decodeEscapes(value));
      case 'b':
        return { kind: 'yes-no', value: value.trim() === '1' || value.trim() === 'true' };
      case 'e':
        return { kind: 'error', code: value };
      case 'd':
        return text(value.slice(0, 10));
      default:
        return this.#numberOf(value, look);
    }
  }

  #numberOf(written: string, look: NumberLook): RawValue {
    const value = Number(written);
    if (!Number.isFinite(value)) return { kind: 'text', text: written };
    const date = look === 'date' ? dateOfSerial(value, this.#context.from1904) : null;
    return date === null ? { kind: 'number', value, percent: look === 'percent' } : { kind: 'date', date };
  }

  /** The rows in order, merged cells filled with what stands in their first. */
  grid(): Grid {
    const numbers = [...this.#rows.keys()].sort((a, b) => a - b);
    for (const reference of this.#merges) this.#fillMerge(reference, numbers);
    const rows = numbers.map(
      (number): RawRow => ({
        cells: this.#rows.get(number) ?? [],
        placeOf: (column) => this.#placeOf(number, column),
      }),
    );
    return { rows, place: this.#placeOf(0, 0) };
  }

  /** A merge goes down its first column: what it covers to the right belongs to no column. */
  #fillMerge(reference: string, numbers: readonly number[]): void {
    const range = parseRangeReference(reference);
    if (range === null || range.last.row === range.first.row) return;
    const { first, last } = range;
    const anchor = this.#rows.get(first.row)?.[first.column];
    if (anchor === undefined) return;
    for (let index = firstAbove(numbers, first.row); index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      if (number > last.row) break;
      const row = this.#rows.get(number);
      if (row !== undefined) row[first.column] = anchor;
      this.#filled += 1;
      if (this.#filled > mostFilled) throw new TooLarge('合并的单元格多得不正常', anchor.place);
    }
  }
}

/** Position of the first number above a limit among sorted numbers. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
