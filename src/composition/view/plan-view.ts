import * as z from 'zod';
import type { Place } from '../../diagnostics/place.ts';
import type { DataPath } from '../../plan/loading/source-tree.ts';
import { type Plan, planSchema, type Village } from '../../plan/schema.ts';
import { Datum, type View } from '../wording.ts';
import { countsOf, modelsOf, scheduleOf, shareText } from './statistics.ts';

/** Told what is read of a plan's view. */
export interface ViewReading {
  /** Something that is about all villages and says more of them than their names. */
  readonly villages: () => void;
  /** An entry the view was extended with, which other documents' views have otherwise or not at all. */
  readonly own: () => void;
}

const unwatched: ViewReading = { villages: () => undefined, own: () => undefined };

/** Where a view has the records of its villages for those who want one of them: 村居 is all of them. */
const records = Symbol('村居');
/** Where a view that tells of its reading has how it is made with further entries. */
const withEntries = Symbol('extended');

interface PlanView extends View {
  readonly [records]: ReadonlyMap<Village, unknown>;
  readonly [withEntries]: (entries: View) => PlanView;
}

/**
 * The plan as templates see it: its Chinese keys, texts as data with their places, 是 and 否 as yes and no, and
 * under 统计 what is counted from it. Made once a plan; documents of a village add 村 to it.
 */
export function planView(
  plan: Plan,
  placeOf: (path: DataPath) => Place,
  reading: ViewReading = unwatched,
): View {
  const stored = viewOf(z.encode(planSchema, plan), [], placeOf) as Readonly<Record<string, unknown>>;
  const villages = stored.村居 as readonly unknown[];
  const recordOf = new Map(plan.villages.map((village, index) => [village, villages[index]]));
  const counted = statistics(plan, recordOf, reading.villages);
  const viewWith = (entries: View): PlanView => {
    const view: PlanView = {
      ...stored,
      [records]: recordOf,
      [withEntries]: (further) => viewWith({ ...entries, ...further }),
      get 村居() {
        reading.villages();
        return villages;
      },
      统计: counted,
    };
    for (const key of Object.keys(entries)) {
      const get = (): unknown => {
        reading.own();
        return entries[key];
      };
      Object.defineProperty(view, key, { get, enumerable: true, configurable: true });
    }
    return view;
  };
  return viewWith({});
}

/** A view with further entries; what tells of its reading goes on telling. The entries of a plan's view are values. */
export function extended(view: View, entries: View): View {
  if (withEntries in view) return (view as PlanView)[withEntries](entries);
  const own = { ...Object.getOwnPropertyDescriptors(view), ...Object.getOwnPropertyDescriptors(entries) };
  return Object.defineProperties({}, own);
}

/** The view of a village's own documents: the plan's, with 村, the village's record. */
export function villageView(view: View, village: Village): View {
  const 村 = (view as PlanView)[records].get(village);
  if (村 === undefined) throw new RangeError(`${village.name} is no village of the plan`);
  return extended(view, { 村 });
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

/** `recordOf` has the village records of the view. */
function statistics(plan: Plan, recordOf: ReadonlyMap<Village, unknown>, villagesRead: () => void): View {
  let schedule: readonly View[] | null = null;
  return {
    ...countsOf(plan),
    get 标杆村数() {
      villagesRead();
      return modelsOf(plan);
    },
    get 年度安排() {
      villagesRead();
      schedule ??= scheduleView(plan, recordOf);
      return schedule;
    },
  };
}

function scheduleView(plan: Plan, recordOf: ReadonlyMap<Village, unknown>): readonly View[] {
  return scheduleOf(plan).map(({ year, villages: own, reached }) => ({
    年度: year,
    村数: own.length,
    累计村数: reached,
    累计比例: shareText(reached, plan.villages.length),
    村居: own.map((village) => recordOf.get(village)),
  }));
}
