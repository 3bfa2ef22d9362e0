import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyDescriptions } from '../../../src/plan/json-schema/key-descriptions.ts';
import {
  keyPaths,
  planJsonSchema,
  planJsonSchemaText,
  type Shape,
} from '../../../src/plan/json-schema/plan-json-schema.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const schemaFile = 'data/数据格式.schema.json';

// After the schema changed: npm run data:schema
test('the committed schema file is what the program says', () => {
  expect(readFileSync(join(root, schemaFile), 'utf8')).toBe(planJsonSchemaText());
});

test('the shipped data files point to it', () => {
  const folder = join(root, 'data', '2022-清廉村居创建');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
    const [first] = readFileSync(join(folder, name), 'utf8').split('\n');
    expect(first, name).toBe('# yaml-language-server: $schema=../数据格式.schema.json');
  }
});

describe('the schema', () => {
  const schema = planJsonSchema();

  test('wants no topmost key in a file, nor what a table may hold', () => {
    expect(schema.required).toBeUndefined();
    expect(schema.properties?.评价?.required).toEqual(['标题', '说明', '满分', '达标分数', '签字']);
    expect(schema.properties?.年度任务?.required).toEqual(['年度']);
    expect(schema.properties?.公文?.required).toContain('发文字号');
  });

  test('refuses keys nobody knows, and offers words to choose from', () => {
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties?.附件?.items?.properties?.版式?.enum).toEqual(['竖排', '横排']);
  });

  // A new key is described in its table's column or in key-descriptions.ts.
  test('speaks of every key in Chinese', () => {
    const silent = keyPaths(schema).filter((path) => !/[\u4E00-\u9FA5]/.test(descriptionAt(path) ?? ''));
    expect(silent).toEqual([]);
  });

  test('has no description of a key that is not there', () => {
    const paths = new Set(keyPaths(schema));
    expect(Object.keys(keyDescriptions).filter((path) => !paths.has(path))).toEqual([]);
  });

  function descriptionAt(path: string): string | undefined {
    const found = path.split('/').reduce<Shape | undefined>((shape, key) => {
      const holders = [shape, shape?.items, ...(shape?.anyOf ?? [])];
      return holders.map((holder) => holder?.properties?.[key]).find((found) => found !== undefined);
    }, schema);
    return found?.description;
  }
});
