import type { Fitting } from '../../document/fitting.ts';
import type { OfficialDocument } from '../../document/official-document.ts';
import type { Table } from '../../document/table.ts';
import { frameOf } from '../../format/page.ts';
import { columnEdges } from '../../format/table-geometry.ts';
import { tableRule } from '../../format/type-styles.ts';
import { mm, type Points } from '../../format/units.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { colourName, type Deviation, millimetres, points } from '../deviation.ts';
import { fittedLines } from './fitted-lines.ts';
import type { MatchedParagraph } from './match.ts';
import type { Side, WrittenTable } from './table.ts';

/** What a reader with a ruler would see. */
const tolerance: Points = mm(0.5);
/** Borders come in eighths of a point. */
const borderTolerance: Points = 0.13;

const sides: readonly Side[] = ['top', 'bottom', 'left', 'right'];
const aligns: Readonly<Record<string, string>> = {
  left: '左对齐',
  center: '居中',
  right: '右对齐',
  both: '两端对齐',
};

/** The ruled tables of a document, with the width each is given. */
const tablesOf = ({ sections }: OfficialDocument): readonly (Table & { readonly across: Points })[] =>
  sections.flatMap(({ orientation, blocks }) =>
    blocks
      .filter((block) => block.kind === 'table')
      .map((table) => ({ ...table, across: frameOf(orientation, true, 0).width })),
  );

/** What columns, rules and cells of a Word file's tables have against their definitions. */
export function* tableFaults(
  matched: readonly MatchedParagraph[],
  document: OfficialDocument,
  { structure }: TypesetDocument,
  fitting: Fitting,
): Generator<Deviation> {
  const inCells = matched.filter(({ paragraph, pages: [first] }) => {
    const role = first === undefined || first === null ? undefined : structure[first.element]?.role;
    return paragraph.table !== null && (role === 'TD' || role === 'TH');
  });
  const written = [...new Set(inCells.map(({ paragraph }) => paragraph.table))];
  const tables = tablesOf(document);
  // Half at each end of what is centred.
  const narrower = fittedLines(fitting).flatMap((lines) => [lines.narrower, lines.narrower / 2]);
  if (written.length !== tables.length) return;
  for (const [index, table] of tables.entries()) {
    const found = written[index];
    if (found === null || found === undefined) continue;
    yield* gridFaults(found, table);
    yield* cellFaults(
      inCells.filter(({ paragraph }) => paragraph.table === found),
      table,
      narrower,
    );
  }
}

function* gridFaults(
  { edges, rows }: WrittenTable,
  table: Table & { readonly across: Points },
): Generator<Deviation> {
  const fault = faultOf(table);
  const should = columnEdges(
    table.columns.map(({ width }) => width),
    table.across,
  );
  if (edges.length !== should.length) {
    yield fault('列数', `${edges.length - 1} 列`, `${should.length - 1} 列`);
  } else {
    const astray = edges.findIndex((edge, index) => Math.abs(edge - (should[index] ?? 0)) > tolerance);
    if (astray > 0) {
      const [is, wanted] = [edges, should].map((all) => (all[astray] ?? 0) - (all[astray - 1] ?? 0));
      yield fault(`第${astray}列宽度`, millimetres(is ?? 0), millimetres(wanted ?? 0));
    }
  }
  const borders = rows.flatMap(({ cells }) => cells.flatMap((cell) => sides.map((side) => cell[side])));
  const odd = borders.find(({ weight }) => Math.abs((weight ?? 0) - tableRule) > borderTolerance);
  if (odd !== undefined)
    yield fault('框线', odd.weight === null ? '没有' : points(odd.weight), points(tableRule));
  const coloured = borders.find(({ weight, colour }) => weight !== null && colour !== '000000');
  if (coloured !== undefined) yield fault('框线颜色', colourName(coloured.colour), colourName('000000'));
}

/** Alignment and indents of what stands in cells. */
function* cellFaults(
  cells: readonly MatchedParagraph[],
  table: Table,
  narrower: readonly Points[],
): Generator<Deviation> {
  const fault = faultOf(table);
  const aligned = [...table.head, ...table.body].flatMap((row) =>
    row.cells.flatMap(({ paragraphs, align }) => paragraphs.map((inlines) => ({ align, words: inlines }))),
  );
  const worded = aligned.filter(({ words }) => words.some((inline) => inline.kind !== 'blank'));
  for (const [index, { paragraph }] of cells.entries()) {
    const { look, words } = paragraph;
    const align = worded[index]?.align;
    if (cells.length === worded.length && align !== undefined) {
      const should = align === 'justify' ? 'both' : align;
      if (look.align !== should) {
        const [is, wanted] = [look.align, should].map((name) => aligns[name] ?? name);
        yield { ...fault('对齐', is ?? '', wanted ?? ''), sample: words };
      }
    }
    const indent = [look.left, look.right, look.firstLine].find(
      (place) => Math.abs(place) > tolerance && !narrower.some((far) => Math.abs(place - far) <= tolerance),
    );
    if (indent !== undefined) yield { ...fault('缩进', millimetres(indent), '没有'), sample: words };
  }
}

const faultOf =
  ({ name }: Table) =>
  (aspect: string, actual: string, expected: string): Deviation => ({
    rule: 'written/layout',
    subject: `表格“${name}”`,
    aspect,
    actual,
    expected,
    sample: '',
    page: null,
  });
