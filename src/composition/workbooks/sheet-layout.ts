import type { Grid, GridRows, RowRun } from '../tables/grid.ts';
import type { Phrase } from '../wording.ts';

/** The lines above and below the ruled grid of a sheet. */
export interface SheetFrame {
  /** `附件2` at the top left; null for what is no attachment. */
  readonly mark: string | null;
  readonly title: string;
  readonly subtitle: Phrase | null;
  readonly notes: readonly Phrase[];
}

/** Where the parts of a grid come to stand on its sheet. Rows and columns count from 1. */
export interface SheetLayout {
  readonly sheetName: string;
  readonly grid: Grid;
  readonly frame: SheetFrame;
  readonly firstHeadRow: number;
  readonly firstBodyRow: number;
  readonly lastBodyRow: number;
  /** Runs of data rows, parted by fixed rows. */
  readonly dataRuns: readonly RowRun[];
}

/** Counts out where everything stands, so that formulas of any sheet can refer to it. */
export function layOutSheet(sheetName: string, grid: Grid, frame: SheetFrame): SheetLayout {
  const above = [frame.mark, frame.title, frame.subtitle].filter((line) => line !== null).length;
  const firstHeadRow = above + 1;
  const firstBodyRow = firstHeadRow + grid.head.length;
  return {
    sheetName,
    grid,
    frame,
    firstHeadRow,
    firstBodyRow,
    lastBodyRow: firstBodyRow + grid.body.length - 1,
    dataRuns: runsOf(grid.body).map(({ first, last }) => ({
      first: firstBodyRow + first,
      last: firstBodyRow + last,
    })),
  };
}

function runsOf(rows: GridRows): readonly RowRun[] {
  const runs: RowRun[] = [];
  let row = 0;
  for (const { kind } of rows) {
    const last = runs.at(-1);
    if (kind === 'data') {
      if (last !== undefined && last.last === row - 1)
        runs[runs.length - 1] = { first: last.first, last: row };
      else runs.push({ first: row, last: row });
    }
    row += 1;
  }
  return runs;
}
