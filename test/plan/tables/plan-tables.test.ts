import { describe, expect, test } from 'vitest';
import { planJsonSchema, type Shape } from '../../../src/plan/json-schema/plan-json-schema.ts';
import { columnsOf, type Level } from '../../../src/plan/tables/description.ts';
import { plainHead } from '../../../src/plan/tables/match-heads.ts';
import { planTables } from '../../../src/plan/tables/plan-tables.ts';

/** What the schema says of the entries of a list at a path of keys. */
function entriesAt(path: readonly string[]): Shape | undefined {
  const list = path.reduce<Shape | undefined>((shape, key) => shape?.properties?.[key], planJsonSchema());
  return list?.items;
}

const keysOf = ({ columns, children }: Level): readonly string[] =>
  [...columns.map(({ key }) => key), ...children.map(({ key }) => key)].sort();

describe.each(planTables.map((table) => [table.name, table] as const))('%s', (_, table) => {
  test('has a column for every key of its entries, required where the schema requires it', () => {
    const compare = (level: Level, shape: Shape | undefined): void => {
      expect(keysOf(level)).toEqual(Object.keys(shape?.properties ?? {}).sort());
      for (const { key, required } of level.columns) {
        expect([key, required]).toEqual([key, shape?.required?.includes(key) === true]);
      }
      for (const child of level.children) {
        if (child.kind === 'items') compare(child.level, shape?.properties?.[child.key]?.items);
      }
    };
    compare(table.level, entriesAt(table.path));
  });

  test('has no head twice, and no name that a head of its own could be taken for', () => {
    const heads = columnsOf(table).map(({ head }) => plainHead(head));
    expect(new Set(heads).size).toBe(heads.length);
  });
});

test('no two tables go by one name', () => {
  const names = planTables.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
