import { sha256Of } from './delivery/sha256.ts';
import type { Plan } from './plan/schema.ts';
import type { TextFiles } from './workspace.ts';

/** Gives the hash of all that a job is composed from; null for the village of a job that is about none. */
export type BasisOf = (village: string | null, allVillages: boolean) => string;

/**
 * What jobs are composed from: the plan but for its villages, the village a job is about, and, where it reads them, all.
 * Names of villages count for every job, because titles are broken around them. `proofreading` is what reading the composed
 * documents goes by.
 */
export function jobBasis(plan: Plan, templates: TextFiles, proofreading: string): BasisOf {
  const { villages, ...rest } = plan;
  const names = villages.map(({ name }) => name);
  const common = sha256Of(JSON.stringify([rest, names, [...templates], proofreading]));
  const own = new Map(villages.map((village) => [village.name, village]));
  let all: string | null = null;
  return (village, allVillages) => {
    if (allVillages) all ??= sha256Of(JSON.stringify(villages));
    const about = village === null ? null : own.get(village);
    return sha256Of(JSON.stringify([common, about, allVillages ? all : null]));
  };
}
