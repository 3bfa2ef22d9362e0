import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
import { endlessTable, mostRows, reportTooLong } from '../longest-list.ts';
import type { Grid, RawCell, RawRow } from '../tables/grid.ts';

/** Marks that part the cells of a line. */
const separators = [',', '\t', ';'] as const;

/** The separator of a file: the one its first line has most of. */
function separatorOf(text: string): string {
  const [line = ''] = text.trimStart().split(/\r?\n/, 1);
  const count = (mark: string): number => line.split(mark).length;
  return separators.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** Reads a CSV file into cells with their lines and columns; null where it cannot be used, which is reported. */
export function readCsv(file: string, stored: string, findings: Findings): Grid | null {
  return new CsvReader(file, stored.replace(/^\uFEFF/, ''), findings).read();
}

class CsvReader {
  readonly #file: string;
  readonly #text: string;
  readonly #separator: string;
  readonly #findings: Findings;
  #offset = 0;
  #line = 1;
  #column = 1;

  constructor(file: string, text: string, findings: Findings) {
    this.#file = file;
    this.#text = text;
    this.#separator = separatorOf(text);
    this.#findings = findings;
  }

  read(): Grid | null {
    const rows: RawRow[] = [];
    while (this.#offset < this.#text.length) {
      const cells = this.#readLine();
      if (cells === null) return null;
      if (cells.every(({ value }) => value.kind === 'blank')) continue;
      if (rows.length >= mostRows) {
        reportTooLong(endlessTable, cells[0]?.place ?? this.#place(), this.#findings);
        return null;
      }
      const end = cells.at(-1)?.place ?? this.#place();
      rows.push({ cells, placeOf: (column) => cells[column]?.place ?? end });
    }
    return { rows, place: { kind: 'file', file: this.#file, line: 1, column: 1 } };
  }

  #place(): Place {
    return { kind: 'file', file: this.#file, line: this.#line, column: this.#column };
  }

  /** Takes so many UTF-16 units, counting lines and characters. */
  #take(length: number): string {
    const taken = this.#text.slice(this.#offset, this.#offset + length);
    this.#offset += length;
    for (const character of taken) {
      if (character === '\n') {
        this.#line += 1;
        this.#column = 1;
      } else this.#column += 1;
    }
    return taken;
  }

  #readLine(): readonly RawCell[] | null {
    const cells: RawCell[] = [];
    for (;;) {
      const place = this.#place();
      const text = this.#text[this.#offset] === '"' ? this.#readQuoted(place) : this.#readPlain();
      if (text === null) return null;
      cells.push({ value: text.trim() === '' ? { kind: 'blank' } : { kind: 'text', text }, place });
      if (this.#text[this.#offset] !== this.#separator) break;
      this.#take(1);
    }
    this.#take(this.#text.startsWith('\r\n', this.#offset) ? 2 : 1);
    return cells;
  }

  #readPlain(): string {
    let end = this.#offset;
    while (end < this.#text.length && !this.#endsCell(this.#text[end])) end += 1;
    return this.#take(end - this.#offset);
  }

  #endsCell(character: string | undefined): boolean {
    return character === this.#separator || character === '\n' || character === '\r';
  }

  /** A cell in quotes, in which `""` is a quote; whatever follows the closing quote belongs to it. */
  #readQuoted(place: Place): string | null {
    let text = '';
    this.#take(1);
    for (;;) {
      const end = this.#text.indexOf('"', this.#offset);
      if (end === -1) {
        this.#findings.report('data/syntax', '双引号只写了一边', place, {
          hint: '补上后面的双引号；文字里的双引号写两遍：""',
        });
        return null;
      }
      text += this.#take(end - this.#offset);
      this.#take(1);
      if (this.#text[this.#offset] !== '"') return text + this.#readPlain();
      text += this.#take(1);
    }
  }
}
