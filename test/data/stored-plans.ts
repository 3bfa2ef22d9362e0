import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type CalendarDate, isoDate } from '../../src/document/calendar-date.ts';
import { type Plan, planSchema } from '../../src/plan/schema.ts';

type Stored = Readonly<Record<string, unknown>>;

/** The keys of all files of a plan's folder in one record; a key that stands in two files is an error. */
function readStored(folder: string): Stored {
  const base = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  const merged: Record<string, unknown> = {};
  for (const file of readdirSync(base).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const part = parse(readFileSync(base + file, 'utf8')) as Stored;
    for (const [key, value] of Object.entries(part)) {
      if (key in merged) throw new Error(`${file}：${key} 在别的文件里已经有了`);
      merged[key] = value;
    }
  }
  return merged;
}

/** Every text of a value with the way to it, as `工作任务/0/名称`. */
function texts(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => texts(part, path === '' ? key : `${path}/${key}`));
}

/** The texts that go on paper: all but the record of corrections, which quotes the slips. */
export function printedTexts(stored: Stored): ReturnType<typeof texts> {
  return texts(Object.fromEntries(Object.entries(stored).filter(([key]) => key !== '更正记录')));
}

export const day = (date: CalendarDate | null): string | null => (date === null ? null : isoDate(date));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
export const marks = (plan: Plan): number =>
  sum(plan.evaluation.fields.flatMap((field) => field.indicators.map((indicator) => indicator.marks)));

export const stored = readStored('data/2022-清廉村居创建');
export const plan = planSchema.parse(stored);
export const printed = printedTexts(stored)
  .map(([, text]) => text)
  .join('\n');

export const secondStored = readStored('test/fixtures/plans/2024-人居环境整治');
export const second = planSchema.parse(secondStored);
