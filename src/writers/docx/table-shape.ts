import type { LineFitting } from '../../document/fitting.ts';
import type { Alignment, Table, TableCell } from '../../document/table.ts';
import { columnEdges, heightOfLines } from '../../format/table-geometry.ts';
import { cellRun, type TableStyle, tableRule, tableStyles } from '../../format/type-styles.ts';
import { type Points, toEighths, toTwips } from '../../format/units.ts';
import { Seam } from './markup.ts';
import { indents, paragraphOpening } from './paragraph.ts';
import { plainRunClosing, plainRunOpening } from './runs.ts';
import { cellStyle } from './style-ids.ts';
import { tag } from './xml.ts';

const cellClosing = '</w:p></w:tc>';

/** What a cell and its paragraphs begin with, and all of the cell that it depends on. */
export interface CellLook {
  readonly cell: TableCell;
  readonly begins: boolean;
  readonly keepsWithNext: boolean;
  readonly lines: LineFitting;
  readonly opening: Seam;
  /** The opening up to words that stand in one plain run. */
  readonly plainOpening: Seam;
  /** What each further paragraph begins with, behind the one before it. */
  readonly nextParagraph: Seam;
}

const isLike = (
  look: CellLook,
  cell: TableCell,
  begins: boolean,
  keepsWithNext: boolean,
  lines: LineFitting,
): boolean =>
  look.cell.align === cell.align &&
  look.cell.role === cell.role &&
  look.cell.vertical === cell.vertical &&
  look.cell.columnSpan === cell.columnSpan &&
  look.cell.rowSpan > 1 === cell.rowSpan > 1 &&
  look.begins === begins &&
  look.keepsWithNext === keepsWithNext &&
  look.lines.tracking === lines.tracking &&
  look.lines.narrower === lines.narrower;

const words = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

/** Alignments the paragraph styles of cells have already. */
const styledAlign: Readonly<Record<TableCell['role'], Alignment>> = {
  head: 'center',
  label: 'center',
  body: 'left',
};

/** What tables with the same columns have in common: a batch has the same tables again and again. */
export class TableShape {
  readonly style: TableStyle;
  /** Edges of the columns. */
  readonly edges: readonly Points[];
  /** The table up to its first row, and what it ends with. */
  readonly opening: Seam;
  readonly closing = new Seam('</w:tbl>');
  readonly rowClosing = new Seam('</w:tr>');
  /** What a cell ends with, and one of words that stand in one plain run. */
  readonly cellClosing = new Seam(cellClosing);
  readonly plainClosing = new Seam(plainRunClosing + cellClosing);
  readonly #size: Table['size'];
  readonly #looks: readonly CellLook[][];
  /** By least height, for each way a row may behave. */
  readonly #rowOpenings = [0, 1, 2, 3].map(() => new Map<number, Seam>());

  constructor({ size, columns }: Pick<Table, 'size' | 'columns'>, width: Points) {
    this.style = tableStyles[size];
    this.edges = columnEdges(
      columns.map((column) => column.width),
      width,
    );
    this.opening = new Seam(tableOpening(this.edges.map(toTwips), this.style));
    this.#size = size;
    this.#looks = columns.map(() => []);
  }

  /** How a cell with a paragraph of such lines looks where it begins, or in a row it reaches into. */
  lookOf(cell: TableCell, begins: boolean, keepsWithNext: boolean, lines: LineFitting): CellLook {
    const looks = this.#looks[cell.column] ?? [];
    for (const look of looks) if (isLike(look, cell, begins, keepsWithNext, lines)) return look;
    const paragraph = this.#paragraphOpening(cell, begins, keepsWithNext, lines);
    const opening = this.#cellOpening(cell, begins) + paragraph;
    const look = {
      cell,
      begins,
      keepsWithNext,
      lines,
      opening: new Seam(opening),
      plainOpening: new Seam(
        opening + plainRunOpening(lines.tracking === 0 ? null : cellRun.tracking + lines.tracking),
      ),
      nextParagraph: new Seam(`</w:p>${paragraph}`),
    };
    looks.push(look);
    return look;
  }

  /** What a row begins with: its least height in lines, whether it may be cut at a page's end and is repeated on each. */
  rowOpening(minimumLines: number, mayBeCut: boolean, repeated: boolean): Seam {
    const openings = this.#rowOpenings[(mayBeCut ? 2 : 0) + (repeated ? 1 : 0)];
    let opening = openings?.get(minimumLines);
    if (opening === undefined) {
      const least = toTwips(heightOfLines(minimumLines, this.style));
      const properties =
        (mayBeCut ? '' : tag('cantSplit')) +
        (minimumLines > 1 ? tag('trHeight', { val: least, hRule: 'atLeast' }) : '') +
        (repeated ? tag('tblHeader') : '');
      opening = new Seam(properties === '' ? '<w:tr>' : `<w:tr><w:trPr>${properties}</w:trPr>`);
      openings?.set(minimumLines, opening);
    }
    return opening;
  }

  #cellOpening({ column, columnSpan, rowSpan, vertical }: TableCell, begins: boolean): string {
    const width = toTwips(this.edges[column + columnSpan] ?? 0) - toTwips(this.edges[column] ?? 0);
    const span = columnSpan > 1 ? tag('gridSpan', { val: columnSpan }) : '';
    const merge = rowSpan > 1 ? (begins ? tag('vMerge', { val: 'restart' }) : tag('vMerge')) : '';
    const align = vertical === 'middle' ? tag('vAlign', { val: 'center' }) : '';
    return `<w:tc><w:tcPr>${tag('tcW', { w: width, type: 'dxa' })}${span}${merge}${align}</w:tcPr>`;
  }

  #paragraphOpening(
    { role, align }: TableCell,
    begins: boolean,
    keepsWithNext: boolean,
    lines: LineFitting,
  ): string {
    const keep = keepsWithNext ? tag('keepNext') : '';
    const departure = !begins || align === styledAlign[role] ? '' : tag('jc', { val: words[align] });
    return paragraphOpening(cellStyle(this.#size, role), keep + indents(lines, align) + departure);
  }
}

const rule = { val: 'single', sz: toEighths(tableRule), space: 0, color: 'auto' } as const;
const rules = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => tag(side, rule))
  .join('');

function tableOpening(edges: readonly number[], style: TableStyle): string {
  // Programs let the upper rule of a row take its width from the row: padding gives it back.
  const down = toTwips(style.paddingDown);
  const across = toTwips(style.paddingAcross);
  const margins = [
    tag('top', { w: down - toTwips(tableRule), type: 'dxa' }),
    tag('left', { w: across, type: 'dxa' }),
    tag('bottom', { w: down, type: 'dxa' }),
    tag('right', { w: across, type: 'dxa' }),
  ].join('');
  const properties = [
    tag('tblW', { w: edges.at(-1) ?? 0, type: 'dxa' }),
    tag('tblInd', { w: 0, type: 'dxa' }),
    `<w:tblBorders>${rules}</w:tblBorders>`,
    tag('tblLayout', { type: 'fixed' }),
    `<w:tblCellMar>${margins}</w:tblCellMar>`,
  ].join('');
  const grid = edges.slice(1).map((edge, index) => tag('gridCol', { w: edge - (edges[index] ?? 0) }));
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>`;
}

const shapes = new Map<string, TableShape>();
/** So many are remembered before all are forgotten. */
const remembered = 200;

/** The shape of a table in a frame of a width. */
export function shapeOf(table: Table, width: Points): TableShape {
  let key = `${table.size} ${width}`;
  for (const column of table.columns) key += ` ${column.width}`;
  let shape = shapes.get(key);
  if (shape === undefined) {
    shape = new TableShape(table, width);
    if (shapes.size >= remembered) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}
