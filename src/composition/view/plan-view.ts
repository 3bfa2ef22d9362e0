import * as z from 'zod';
import type { Place } from '../../diagnostics/place.ts';
import type { DataPath } from '../../plan/loading/source-tree.ts';
import { type Plan, planSchema, type Village } from '../../plan/schema.ts';
import { Datum, type View } from '../wording.ts';
import { countsOf, scheduleOf, shareText } from './statistics.ts';

/**
 * The plan as templates see it: its Chinese keys, texts as data with their places, 是 and 否 as yes and no, and
 * under 统计 what is counted from it. Made once a plan; documents of a village add 村 to it.
 */
export function planView(plan: Plan, placeOf: (path: DataPath) => Place): View {
  const stored = viewOf(z.encode(planSchema, plan), [], placeOf) as Readonly<Record<string, unknown>>;
  return { ...stored, 统计: statistics(plan, stored.村居 as readonly unknown[]) };
}

/** The view of a village's own documents: the plan's, with 村, the village's record. */
export function villageView(view: View, plan: Plan, village: Village): View {
  const index = plan.villages.indexOf(village);
  const 村 = (view.村居 as readonly unknown[])[index];
  if (村 === undefined) throw new RangeError(`${village.name} is no village of the plan`);
  return { ...view, 村 };
}

function viewOf(value: unknown, path: DataPath, placeOf: (path: DataPath) => Place): unknown {
  if (typeof value === 'string') {
    if (value === '是') return true;
    return value === '否' ? false : new Datum(value, placeOf(path));
  }
  if (Array.isArray(value)) return value.map((item, index) => viewOf(item, [...path, index], placeOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, viewOf(item, [...path, key], placeOf)]),
  );
}

/** `villages` are the village records of the view, in the order of the plan. */
function statistics(plan: Plan, villages: readonly unknown[]): View {
  const recordOf = new Map(plan.villages.map((village, index) => [village, villages[index]]));
  const schedule = scheduleOf(plan).map(({ year, villages: own, reached }) => ({
    年度: year,
    村数: own.length,
    累计村数: reached,
    累计比例: shareText(reached, plan.villages.length),
    村居: own.map((village) => recordOf.get(village)),
  }));
  return { ...countsOf(plan), 年度安排: schedule };
}
