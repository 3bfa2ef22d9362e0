import { text } from '../../document/inline.ts';
import type { Table, TableCell, TableRow } from '../../document/table.ts';
import type { Content, Grid, GridCell, GridRow } from './grid.ts';

/** A grid as a table on paper. */
export function paperTable({ name, size, columns, head, body, place }: Grid): Table {
  return {
    kind: 'table',
    name,
    size,
    columns: columns.map(({ width }) => ({ width })),
    head: head.map(tableRow),
    body: Array.from(body, tableRow),
    place,
  };
}

const tableRow = ({ cells, minimumLines }: GridRow): TableRow => ({
  cells: cells.map(tableCell),
  minimumLines,
});

const tableCell = ({
  column,
  columnSpan,
  rowSpan,
  content,
  look: { align, vertical, role },
  place,
}: GridCell): TableCell => ({
  column,
  columnSpan,
  rowSpan,
  paragraphs: paragraphs(content),
  align,
  vertical,
  role,
  place,
});

function paragraphs(content: Content): TableCell['paragraphs'] {
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
