import type { Points } from '../../format/units.ts';
import { childOf, elementsOf, type XmlElement } from '../xml.ts';

/** A rule of a table: its weight, null where none is drawn, and its colour, RRGGBB. */
export interface Border {
  readonly weight: Points | null;
  readonly colour: string;
}

/** A table without its words. */
export interface WrittenTable {
  /** Text runs around it: 版记 at the foot of its page. */
  readonly floats: boolean;
  /** Floats at the foot of its page or of the text area. */
  readonly atFoot: boolean;
  /** Edges of its columns from its left edge. */
  readonly edges: readonly Points[];
  readonly rows: readonly WrittenRow[];
}

/** The rules around the cells of a row. */
export interface WrittenRow {
  readonly cells: readonly Readonly<Record<Side, Border>>[];
}

const sides = ['top', 'bottom', 'left', 'right'] as const;
export type Side = (typeof sides)[number];

const none: Border = { weight: null, colour: '000000' };

function borderOf(borders: XmlElement | undefined, ...names: readonly string[]): Border | null {
  const found = names.map((name) => childOf(borders, `w:${name}`)).find((element) => element !== undefined);
  if (found === undefined) return null;
  const { 'w:val': kind, 'w:sz': eighths, 'w:color': colour = 'auto' } = found.attributes;
  const drawn = kind !== undefined && kind !== 'nil' && kind !== 'none';
  return {
    weight: drawn ? Number(eighths ?? 0) / 8 : null,
    colour: colour === 'auto' ? '000000' : colour.toUpperCase(),
  };
}

/** Names of a side, as borders of cells and tables have them. */
const namesOf: Readonly<Record<Side, readonly string[]>> = {
  top: ['top'],
  bottom: ['bottom'],
  left: ['left', 'start'],
  right: ['right', 'end'],
};

/** Reads `w:tbl` but for what stands in its cells. */
export function readTableFrame(table: XmlElement): WrittenTable {
  const properties = childOf(table, 'w:tblPr');
  const own = childOf(properties, 'w:tblBorders');
  const edges = [0];
  const grid = childOf(table, 'w:tblGrid');
  for (const column of grid === undefined ? [] : elementsOf(grid)) {
    if (column.name !== 'w:gridCol') continue;
    edges.push((edges.at(-1) ?? 0) + Number(column.attributes['w:w'] ?? 0) / 20);
  }
  const lines = elementsOf(table).filter(({ name }) => name === 'w:tr');
  const rows = lines.map((line, row): WrittenRow => {
    const cells = elementsOf(line).filter(({ name }) => name === 'w:tc');
    return {
      cells: cells.map((cell, column) => {
        const borders = childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders');
        const atEdge = {
          top: row === 0,
          bottom: row === lines.length - 1,
          left: column === 0,
          right: column === cells.length - 1,
        };
        const of = (side: Side): Border => {
          const within = side === 'top' || side === 'bottom' ? 'insideH' : 'insideV';
          const names = atEdge[side] ? namesOf[side] : [within];
          return borderOf(borders, ...namesOf[side]) ?? borderOf(own, ...names) ?? none;
        };
        return { top: of('top'), bottom: of('bottom'), left: of('left'), right: of('right') };
      }),
    };
  });
  const place = childOf(properties, 'w:tblpPr');
  const atFoot = place?.attributes['w:tblpYSpec'] === 'bottom';
  return { floats: place !== undefined, atFoot, edges, rows };
}
