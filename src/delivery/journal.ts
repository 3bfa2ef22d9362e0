import { dirname, join } from 'node:path';
import { asideName } from './aside.ts';
import type { Disk } from './disk.ts';
import { type Pause, patiently } from './faults.ts';
import { makeFolders, removeEmpty } from './folders.ts';
import { sha256Of } from './sha256.ts';
import type { StagingPlace } from './staging.ts';

const journalName = 'journal.json';

/** Where steps are done. */
export interface Site extends StagingPlace {
  readonly disk: Disk;
  readonly pause: Pause;
}

/** One thing to be done to the output folder; paths are from there, with `/`. */
export type Step =
  /** Puts a staged file in its place, where `before` (its SHA-256) or nothing (null) stands. */
  | {
      readonly kind: 'place';
      readonly staged: string;
      readonly path: string;
      readonly sha256: string;
      readonly before: string | null;
    }
  /** Keeps a file that was edited by hand under another name. */
  | { readonly kind: 'keep'; readonly path: string; readonly as: string }
  /** Removes a file nobody makes any more, if it still is what was made. */
  | { readonly kind: 'remove'; readonly path: string; readonly before: string };

/** Steps in their order, one by one, as often as they are asked for. */
export interface Steps extends Iterable<Step> {
  readonly length: number;
}

/** SHA-256 of a file; null where there is none. */
export const hashOf = (disk: Disk, file: string): string | null =>
  disk.standing(file)?.kind === 'file' ? sha256Of(disk.read(file)) : null;

/**
 * Decides a set of steps: written in one rename, so that after any interruption either all of them or none are to
 * be done.
 */
export function decide({ disk, staging }: Site, steps: Steps): void {
  if (disk.standing(staging) === null) disk.makeFolder(staging);
  const file = join(staging, journalName);
  disk.write(`${file}.new`, jsonOf(steps));
  disk.rename(`${file}.new`, file);
}

/** Steps as JSON, one by one: those of many thousand files are never one text. */
function* jsonOf(steps: Steps): Generator<string> {
  let before = '[';
  for (const step of steps) {
    yield `${before}${JSON.stringify(step)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

/** The steps an interrupted build had decided; null where it had not come so far. */
export function decided({ disk, staging }: Site): readonly Step[] | null {
  const file = join(staging, journalName);
  if (disk.standing(file)?.kind !== 'file') return null;
  try {
    return JSON.parse(new TextDecoder().decode(disk.read(file))) as readonly Step[];
  } catch {
    return null;
  }
}

/** A step that could not be done. */
export interface Failure {
  readonly path: string;
  readonly error: unknown;
}

/**
 * Does decided steps in their order, those that were done before again without effect. A step that fails does not
 * keep the others from being done, but the manifest, the last, waits for all.
 */
export async function carryOut(site: Site, steps: Steps): Promise<readonly Failure[]> {
  const { disk, folder, pause } = site;
  const failures: Failure[] = [];
  const made = new Set<string>();
  const left = new Set<string>();
  let last = steps.length;
  for (const step of steps) {
    last -= 1;
    if (last === 0 && failures.length > 0) break;
    if (step.kind === 'remove') left.add(dirname(join(folder, step.path)));
    try {
      await patiently(pause, () => take(site, step, made));
    } catch (error) {
      failures.push({ path: step.path, error });
    }
  }
  if (failures.length > 0) return failures;
  removeEmpty(
    disk,
    [...left].filter((each) => each !== folder && each.startsWith(folder)),
  );
  clearStaging(site);
  return [];
}

/** Does one step; `made` are folders that stand by now. */
function take({ disk, folder, staging }: Site, step: Step, made: Set<string>): void {
  const target = join(folder, step.path);
  switch (step.kind) {
    case 'keep': {
      const aside = join(folder, step.as);
      if (disk.standing(target) !== null && disk.standing(aside) === null) disk.rename(target, aside);
      return;
    }
    case 'place': {
      const staged = join(staging, step.staged);
      if (disk.standing(staged) === null) return;
      const home = dirname(target);
      if (!made.has(home)) makeFolders(disk, home);
      made.add(home);
      disk.rename(staged, target);
      return;
    }
    case 'remove':
      if (hashOf(disk, target) === step.before) disk.remove(target);
  }
}

/**
 * The steps of an interrupted build as they have to be done now: a staged file that did not reach the disk whole
 * is left out, what somebody saved in the meantime is kept.
 */
export function resumed({ disk, folder, staging }: Site, steps: readonly Step[]): readonly Step[] {
  const kept = new Set(steps.flatMap((step) => (step.kind === 'keep' ? [step.path] : [])));
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind !== 'place') return [step];
    const staged = hashOf(disk, join(staging, step.staged));
    if (staged !== step.sha256) return staged === null ? [step] : [];
    const now = hashOf(disk, join(folder, step.path));
    if (now === null || now === step.before || now === step.sha256 || kept.has(step.path)) return [step];
    return [{ kind: 'keep', path: step.path, as: asideName(disk, folder, step.path) }, step];
  });
}

/** Removes the staging folder with what is in it, the journal first: without it nothing is left to be done. */
export function clearStaging({ disk, staging }: Site): void {
  if (disk.standing(staging) === null) return;
  disk.remove(join(staging, journalName));
  for (const name of disk.list(staging)) disk.remove(join(staging, name));
  removeEmpty(disk, [staging]);
}
