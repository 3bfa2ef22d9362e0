import * as z from 'zod';
import { planSchema } from '../schema.ts';
import type { Level, TableDescription } from '../tables/description.ts';
import { planTables } from '../tables/plan-tables.ts';
import { keyDescriptions } from './key-descriptions.ts';

/** The part of a JSON Schema that is looked into here; the rest rides along. */
export interface Shape {
  readonly [key: string]: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly description?: string;
}

/** Descriptions by path of keys, joined by `/`; list positions are left out. */
type Descriptions = ReadonlyMap<string, string>;

/**
 * The JSON Schema of a data file, by which editors complete and check YAML. A plan's keys may be spread over files and
 * tables, so no file needs any of the topmost ones, nor what a table could hold.
 */
export function planJsonSchema(): Shape {
  const whole = z.toJSONSchema(planSchema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as Shape;
  const { required, ...shape } = described(whole, [], descriptions());
  return {
    ...shape,
    title: '方案数据',
    description: `一个方案的数据，可以分写在几个文件里。可以写的项：${(required ?? []).join('、')}等。`,
  };
}

/** The JSON Schema as it stands in its file. */
export const planJsonSchemaText = (): string => `${JSON.stringify(planJsonSchema(), null, 2)}\n`;

function described(shape: Shape, path: readonly string[], texts: Descriptions): Shape {
  const { properties, items, anyOf, required } = shape;
  const description = texts.get(path.join('/'));
  const inTables = planTables
    .filter(
      (table) => table.path.length > path.length && path.every((key, index) => table.path[index] === key),
    )
    .map((table) => table.path[path.length]);
  return {
    ...shape,
    ...(description === undefined ? {} : { description }),
    ...(required === undefined || path.length === 0
      ? {}
      : { required: required.filter((key) => !inTables.includes(key)) }),
    // What a list is said to be is said of the list, not of its entries.
    ...(items === undefined ? {} : { items: described(items, path, withoutOwn(texts, path)) }),
    ...(anyOf === undefined
      ? {}
      : { anyOf: anyOf.map((choice) => described(choice, path, withoutOwn(texts, path))) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [key, described(value, [...path, key], texts)]),
          ),
        }),
  };
}

const withoutOwn = (texts: Descriptions, path: readonly string[]): Descriptions =>
  new Map([...texts].filter(([key]) => key !== path.join('/')));

/** What is said of keys: what their columns say in tables, and a list for the rest. */
function descriptions(): Descriptions {
  return new Map([...planTables.flatMap(tableDescriptions), ...Object.entries(keyDescriptions)]);
}

function tableDescriptions({ path, about, common, level }: TableDescription): [string, string][] {
  const holder = path.slice(0, -1).join('/');
  return [
    [path.join('/'), about],
    ...common.map(({ key, note }): [string, string] => [`${holder}/${key}`, note]),
    ...levelDescriptions(level, path.join('/')),
  ];
}

function levelDescriptions({ columns, children }: Level, path: string): [string, string][] {
  return [
    ...columns.map(({ key, note }): [string, string] => [`${path}/${key}`, note]),
    ...children.flatMap((child): [string, string][] =>
      child.kind === 'values'
        ? [[`${path}/${child.key}`, child.column.note]]
        : levelDescriptions(child.level, `${path}/${child.key}`),
    ),
  ];
}

/** Every path of keys there is, for checks of the descriptions. */
export function keyPaths(shape: Shape = planJsonSchema(), path: readonly string[] = []): readonly string[] {
  const choices = [shape, ...(shape.anyOf ?? [])];
  return choices.flatMap(({ properties, items }) => [
    ...(items === undefined ? [] : keyPaths(items, path)),
    ...Object.entries(properties ?? {}).flatMap(([key, value]) => [
      [...path, key].join('/'),
      ...keyPaths(value, [...path, key]),
    ]),
  ]);
}
