import type { Findings } from '../../diagnostics/findings.ts';
import { ownRow, SheetRowsMaker } from '../../document/sheet-rows.ts';
import type { Alignment } from '../../document/table.ts';
import type { Cell, CellRange, CellValue, Sheet, SheetRow } from '../../document/workbook.ts';
import { type Content, type Grid, type GridCell, type GridRow, wordsOf } from '../tables/grid.ts';
import { resolveFormula } from './formula.ts';
import { highlightsOf } from './highlights.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { checkLength } from './sheet-limits.ts';
import { validationsOf } from './validations.ts';

const empty: Cell = {
  value: { kind: 'blank' },
  format: 'general',
  role: 'none',
  align: 'left',
  input: false,
};

/** A laid-out grid as a sheet, its formulas resolved against all sheets of the workbook. */
export function composeSheet(layout: SheetLayout, sheets: readonly SheetLayout[], findings: Findings): Sheet {
  const { grid, frame, sheetName, firstHeadRow, firstBodyRow, lastBodyRow } = layout;
  const { sheet: definition } = grid;
  const width = grid.columns.length;
  const above = [
    frame.mark === null ? null : lineAcross('mark', frame.mark, 'left', width),
    lineAcross('title', frame.title, 'center', width),
    frame.subtitle === null ? null : lineAcross('subtitle', frame.subtitle.text, 'left', width),
  ].filter((row) => row !== null);
  const formulas = { layout, sheets, findings };
  const notes = frame.notes.map(({ text }) => lineAcross('note', text, 'left', width));
  const rows = new SheetRowsMaker(width, lastBodyRow + notes.length);
  const merges = [...acrossFrom(1, above.length, width)];
  for (const row of above) rows.add(row);
  for (const { row, joined } of ruledRows(grid, firstHeadRow, formulas)) {
    rows.add(row);
    for (const range of joined) merges.push(range);
  }
  for (const row of notes) rows.add(row);
  merges.push(...acrossFrom(lastBodyRow + 1, notes.length, width));
  const dataColumns = { firstColumn: 1, lastColumn: width };
  return {
    name: sheetName,
    size: grid.size,
    columns: grid.columns.map((column) => column.width),
    rows: rows.finish(),
    merges,
    head: grid.head.length === 0 ? null : { first: firstHeadRow, last: firstBodyRow - 1 },
    frozenColumns: definition?.frozenColumns ?? 0,
    filter:
      definition?.filter === true
        ? { firstRow: firstBodyRow - 1, lastRow: layout.dataRuns.at(-1)?.last ?? lastBodyRow, ...dataColumns }
        : null,
    validations: validationsOf(grid.body, firstBodyRow),
    remarks: [],
    highlights: definition === null ? [] : highlightsOf(definition.highlights, formulas),
    protected: definition?.protected ?? false,
    print: {
      orientation: definition?.orientation === '横排' ? 'landscape' : 'portrait',
      margins: definition?.margins === '公文' ? 'type-area' : 'narrow',
    },
  };
}

interface Formulas {
  readonly layout: SheetLayout;
  readonly sheets: readonly SheetLayout[];
  readonly findings: Findings;
}

/** A line of words over the whole width, outside the ruled grid. */
function lineAcross(role: Cell['role'], words: string, align: Cell['align'], width: number): SheetRow {
  const first: Cell = { ...empty, value: { kind: 'text', text: words }, role, align };
  return {
    cells: [first, ...Array.from({ length: width - 1 }, (): Cell => ({ ...empty, role }))],
    minimumLines: 1,
  };
}

const acrossFrom = (firstRow: number, count: number, width: number): readonly CellRange[] =>
  width === 1
    ? []
    : Array.from({ length: count }, (_, index) => ({
        firstRow: firstRow + index,
        lastRow: firstRow + index,
        firstColumn: 1,
        lastColumn: width,
      }));

const mergesOf = ({ cells }: GridRow, row: number): readonly CellRange[] =>
  cells
    .filter(({ columnSpan, rowSpan }) => columnSpan > 1 || rowSpan > 1)
    .map(({ column, columnSpan, rowSpan }) => ({
      firstRow: row,
      lastRow: row + rowSpan - 1,
      firstColumn: column + 1,
      lastColumn: column + columnSpan,
    }));

/** A row of the ruled grid, and the merges that begin in it. */
interface RuledRow {
  readonly row: SheetRow;
  readonly joined: readonly CellRange[];
}

/** Rows of the ruled grid one by one: what a merge covers is blank, but ruled like the cell it belongs to. */
function* ruledRows(
  { head, body, columns }: Grid,
  firstRow: number,
  formulas: Formulas,
): Generator<RuledRow> {
  const same = new SameCells();
  /** What cells further up cover of each column, down to a row. */
  const covers = new Map<number, { readonly blank: Cell; readonly last: number }>();
  let number = firstRow;
  for (const row of chain(head, body)) {
    const cells = new Array<Cell>(columns.length).fill(empty);
    for (const [column, { blank, last }] of covers) {
      if (last < number) covers.delete(column);
      else cells[column] = blank;
    }
    for (const cell of row.cells) {
      const { column, columnSpan, rowSpan } = cell;
      cells[column] = same.cell(cell, (content) => {
        const value = cellValue(content, row, cell, formulas);
        checkLength(value, cell.place, formulas.findings);
        return value;
      });
      if (rowSpan === 1 && columnSpan === 1) continue;
      const blank = same.blank(cell);
      for (let across = 0; across < columnSpan; across += 1) {
        if (across > 0) cells[column + across] = blank;
        if (rowSpan > 1) covers.set(column + across, { blank, last: number + rowSpan - 1 });
      }
    }
    const { minimumLines } = row;
    yield { row: { cells, minimumLines }, joined: mergesOf(row, number) };
    number += 1;
  }
}

function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

/** Cells that are the same, once: in a ledger every village has the same tasks. */
class SameCells {
  readonly #written = new Map<GridCell, Cell>();
  readonly #known = new Map<string, Cell>();

  /** A cell of the grid as one of the sheet; `worth` tells what it holds. */
  cell(cell: GridCell, worth: (content: Content) => CellValue): Cell {
    const before = this.#written.get(cell);
    if (before !== undefined) return before;
    const made = this.#once(cell, worth(cell.content));
    // The sums of two groups are worded alike and are about different rows.
    if (cell.content.kind !== 'formula') this.#written.set(cell, made);
    return made;
  }

  /** What a cell covers. */
  blank(cell: GridCell): Cell {
    return this.#once(cell, empty.value);
  }

  #once({ look: { format, role, align, input } }: GridCell, value: CellValue): Cell {
    const key = `${format} ${role} ${align} ${input} ${valueKey(value)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // Spread out of another object, each would have a hidden class of its own, several times as large as the cell.
    const cell: Cell = { value, format, role, align: alignOf[align], input };
    this.#known.set(key, cell);
    return cell;
  }
}

function valueKey(value: CellValue): string {
  switch (value.kind) {
    case 'blank':
      return '';
    case 'text':
      return `"${value.text}`;
    case 'number':
      return String(value.value);
    case 'formula':
      return `=${typeof value.result} ${value.result} ${value.formula}`;
  }
}

const alignOf: Readonly<Record<Alignment, Cell['align']>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  // Excel would stretch last lines too.
  justify: 'left',
};

function cellValue(
  content: Content,
  { group }: GridRow,
  { column }: GridCell,
  { layout, sheets, findings }: Formulas,
): CellValue {
  switch (content.kind) {
    case 'phrase':
    case 'paragraphs': {
      const words = wordsOf(content);
      return words === '' ? { kind: 'blank' } : { kind: 'text', text: words };
    }
    case 'number':
      return { kind: 'number', value: content.value };
    case 'formula': {
      const { firstBodyRow } = layout;
      const run =
        group === null ? null : { first: firstBodyRow + group.first, last: firstBodyRow + group.last };
      const site = { layout, sheets, row: ownRow, column: column + 1, group: run, findings } as const;
      return {
        kind: 'formula',
        formula: resolveFormula(content.formula, site),
        result: content.result,
      };
    }
  }
}
