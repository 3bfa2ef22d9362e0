import { plainText, text } from '../../document/inline.ts';
import type { Table, TableCell } from '../../document/table.ts';
import type { CellMaker } from './cells.ts';
import { numberFrom } from './filling.ts';
import type { Content, Grid } from './grid.ts';

/** A grid of cells on paper as a table. */
export function paperTable({ name, size, columns, head, body, place }: Grid<TableCell>): Table {
  return {
    kind: 'table',
    name,
    size,
    columns: columns.map(({ width }) => ({ width })),
    head: head.map(({ cells, minimumLines }) => ({ cells, minimumLines })),
    body: Array.from(body, ({ cells, minimumLines }) => ({ cells, minimumLines })),
    place,
  };
}

function paragraphsOf(content: Content): TableCell['paragraphs'] {
  switch (content.kind) {
    case 'phrase':
      return [[text(content.text)]];
    case 'paragraphs':
      return content.paragraphs.map((phrase) => [text(phrase.text)]);
    case 'number':
      return [[text(content.words.text)]];
    case 'formula':
      return [];
  }
}

const tableCell = (
  column: number,
  columnSpan: number,
  rowSpan: number,
  paragraphs: TableCell['paragraphs'],
  { align, vertical, role }: Pick<TableCell, 'align' | 'vertical' | 'role'>,
  place: TableCell['place'],
): TableCell => ({ column, columnSpan, rowSpan, paragraphs, align, vertical, role, place });

/** Cells on paper: a table is written as it is, so that none need stand for another. */
export const paperCells: CellMaker<TableCell> = {
  make: (column, columnSpan, rowSpan, content, look, _, place) =>
    tableCell(column, columnSpan, rowSpan, paragraphsOf(content), look, place),
  reaching: (cell, columnSpan, rowSpan) =>
    tableCell(cell.column, columnSpan, rowSpan, cell.paragraphs, cell, cell.place),
  isAlike: () => false,
  wordsOf: ({ paragraphs }) => paragraphs.map(plainText).join('\n'),
  numberOf({ paragraphs: [words] }, { kind, paragraphs, numbered }) {
    const isNumber = kind !== '文字' && paragraphs === null && numbered === null;
    return isNumber && words !== undefined ? numberFrom(kind, plainText(words)) : null;
  },
};
