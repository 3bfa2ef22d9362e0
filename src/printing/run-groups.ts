import type { PrintRun } from './dispatch.ts';
import { withoutVillage } from './sheet-count.ts';

/** Runs that are treated alike, with a name for all of them. */
export interface RunGroup {
  readonly name: string;
  readonly runs: readonly PrintRun[];
}

const keyOf = ({ document: { id, kind, village } }: PrintRun): string => (village === null ? id : kind);

/** Runs by kind: those of a kind that villages have are together, every other one is by itself. */
export const groupByKind = (runs: readonly PrintRun[]): readonly RunGroup[] => grouped(runs, keyOf);

/** The same, but together only where pages and copies are the same too. */
export const groupAlike = (runs: readonly PrintRun[]): readonly RunGroup[] =>
  grouped(runs, (run) => [keyOf(run), run.document.pages, run.document.ending, run.copies].join('|'));

function grouped(runs: readonly PrintRun[], key: (run: PrintRun) => string): readonly RunGroup[] {
  const groups = new Map<string, PrintRun[]>();
  for (const run of runs) {
    const group = groups.get(key(run));
    if (group === undefined) groups.set(key(run), [run]);
    else group.push(run);
  }
  return [...groups.values()].map((group) => ({ name: nameOf(group, runs), runs: group }));
}

/** `各村2022年任务书`; of some of the villages `西姚等2个村2022年任务书`. */
function nameOf(group: readonly PrintRun[], all: readonly PrintRun[]): string {
  const [first] = group;
  if (first === undefined) throw new RangeError('a group without runs');
  const { title, village } = first.document;
  if (group.length === 1 || village === null) return title;
  const ofKind = all.filter((run) => keyOf(run) === keyOf(first));
  const whose = group.length === ofKind.length ? '各村' : `${village}等${group.length}个村`;
  return `${whose}${withoutVillage(first.document)}`;
}
