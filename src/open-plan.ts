import type { Reading } from './composition/shared-tables.ts';
import { isIn, type Shard } from './delivery/shards.ts';
import type { Findings } from './diagnostics/findings.ts';
import { type BasisOf, jobBasis } from './job-basis.ts';
import { type Job, planJobs, reportUnfitNames } from './jobs.ts';
import { noShelf, type Shelf } from './keeping/shelf.ts';
import { openComposition } from './open-composition.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import type { LoadedPlan } from './plan/loading/read-plan.ts';
import { placeAt, withoutItems } from './plan/loading/source-tree.ts';
import type { Plan } from './plan/schema.ts';
import { proofread } from './proofreading/proofread.ts';
import type { TextFiles } from './workspace.ts';

/** A plan that is read, with everything that can be made from it. */
export interface OpenPlan {
  readonly plan: Plan;
  /** As of `LoadedPlan`, but of a village the place of their list: what is composed carries its own places already. */
  readonly placeOf: LoadedPlan['placeOf'];
  /** All jobs, in the order of use. */
  readonly jobs: readonly Job[];
  readonly basisOf: BasisOf;
  /** Composes something; tells what was read for it. */
  readonly watched: <T>(compose: () => T) => Watched<T>;
}

/** Something composed, and what was read for it. */
export interface Watched<T> {
  readonly composed: T;
  /** Whether the data of all villages were read. */
  readonly allVillages: boolean;
  /** Templates and definitions of tables, as `templates/通知.md`. */
  readonly templates: ReadonlySet<string>;
}

/**
 * Reads a plan, proofreads it and plans its jobs. `files` are its data by name, `templates` by path below `templates/`; what is
 * read of those that did not change comes from the shelf. What is found when something is composed goes to `composing`. Null
 * when the data have errors.
 */
export function openPlan(
  files: ReadonlyMap<string, DataFile>,
  templates: TextFiles,
  findings: Findings,
  shelf: Shelf = noShelf,
  composing: Findings = findings,
): OpenPlan | null {
  let allVillages = false;
  const rendered = new Set<string>();
  const reading: Reading = {
    villages: () => {
      allVillages = true;
    },
    template: (file) => void rendered.add(file),
  };
  const open = openComposition(files, templates, findings, shelf, reading, composing);
  if (open === null) return null;
  const { plan, placeOf, source } = open.loaded;
  const joined = proofread({ source, templates }, findings, shelf, composing);
  reportUnfitNames(plan, placeOf, findings);
  const outline = withoutItems(source, '村居');
  return {
    plan,
    placeOf: (path) => placeAt(outline, path),
    jobs: planJobs(plan, open, joined.read),
    basisOf: jobBasis(plan, templates, joined.basis),
    watched: (compose) => {
      allVillages = false;
      rendered.clear();
      const composed = compose();
      return { composed, allVillages, templates: new Set(rendered) };
    },
  };
}

/** The plan with the jobs of a shard alone; with all where there is none. */
export const ofShard = (open: OpenPlan, shard: Shard | null): OpenPlan =>
  shard === null ? open : { ...open, jobs: open.jobs.filter(({ id }) => isIn(shard, id)) };
