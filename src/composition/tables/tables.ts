import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Table } from '../../document/table.ts';
import { noShelf, type Shelf } from '../../keeping/shelf.ts';
import type { View, Wording } from '../wording.ts';
import { buildGrid } from './build-grid.ts';
import { type LoadedDefinition, loadDefinition } from './definition-source.ts';
import type { Filling } from './filling.ts';
import { type Grid, sheetCells } from './grid.ts';
import { paperCells, paperTable } from './paper-table.ts';
import { countRows } from './records.ts';

/** The table definitions of `templates/表格`, ready to be filled in. */
export interface Tables {
  has(name: string): boolean;
  /** The table on paper; null when there is no such definition, which is reported at `place`. */
  composeTable(name: string, context: View, place: Place): Table | null;
  /** The same as cells of a sheet; null, and reported, when there is no such definition. */
  composeGrid(name: string, context: View, place: Place): Grid | null;
  /** The sheets of a workbook by the rows their records take, before any is composed; none of definitions that are missing or not sound. */
  countRecords(name: string, context: View): readonly CountedSheet[];
}

/** A sheet that is still to be composed. */
export interface CountedSheet {
  /** Name of its definition. */
  readonly name: string;
  /** Rows its records take, fixed rows not counted. */
  readonly rows: number;
  /** Where its definition says what they are about. */
  readonly place: Place;
}

/** Folder of the templates, as places name it. */
const folder = 'templates';
const definitionFile = /^表格\/([^/]+)\.ya?ml$/;

/**
 * Reads the definitions among the templates, which stand by their path below `templates/`, as `表格/任务清单.yaml`; faults of all of them are
 * reported as `template/table`. A faulty definition counts as present: its faults are reported once. `used` is told of each
 * definition when something is composed by it.
 */
export function createTables(
  templates: ReadonlyMap<string, string>,
  wording: Wording,
  findings: Findings,
  shelf: Shelf = noShelf,
  used: (file: string) => void = () => undefined,
): Tables {
  const definitions = new Map<string, LoadedDefinition | null>();
  const files = new Map<string, string>();
  for (const [file, source] of templates) {
    const name = definitionFile.exec(file)?.[1];
    if (name === undefined) continue;
    const path = `${folder}/${file}`;
    files.set(name, path);
    definitions.set(name, loadDefinition(name, path, source, findings, shelf));
  }

  const choicesOf = (reference: string): readonly string[] | null => {
    const [table = '', column] = reference.split('.');
    const columns = definitions.get(table)?.definition.columns ?? [];
    return columns.find(({ name, head }) => (name ?? head) === column)?.entry?.choices ?? null;
  };

  const fillingOf = (name: string, root: View, medium: Filling['medium'], place: Place): Filling | null => {
    const loaded = definitions.get(name);
    used(files.get(name) ?? '');
    if (loaded === undefined) {
      const known = [...definitions.keys()].map((each) => `「${each}」`).join('');
      findings.report('template/missing', `没有表格「${name}」`, place, {
        hint: `在 templates/表格 里建“${name}.yaml”，或者改用已有的表格：${known}`,
      });
      return null;
    }
    return loaded === null ? null : { loaded, root, medium, wording, findings, choicesOf };
  };

  const countRecords: Tables['countRecords'] = (name, root) => {
    const loaded = definitions.get(name) ?? null;
    if (loaded === null) return [];
    const filling = { loaded, root, medium: '电子表格', wording, findings, choicesOf } as const;
    const own = { name, rows: countRows(filling), place: loaded.placeOf('行') };
    return [own, ...(loaded.definition.sheet?.further ?? []).flatMap((each) => countRecords(each, root))];
  };

  return {
    has: (name) => definitions.has(name),
    composeTable(name, context, place) {
      const filling = fillingOf(name, context, '纸面', place);
      return filling === null ? null : paperTable(buildGrid(filling, paperCells));
    },
    composeGrid(name, context, place) {
      const filling = fillingOf(name, context, '电子表格', place);
      return filling === null ? null : buildGrid(filling, sheetCells);
    },
    countRecords,
  };
}
