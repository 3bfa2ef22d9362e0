import type { Finding } from './finding.ts';
import { formatPlace } from './place.ts';

/** Findings that are told as one: the same thing on several pages, or notes that make a list. */
export type Group = readonly [Finding, ...Finding[]];

/** A group as it is shown, with the groups of its rule that are told in short after it. */
export interface Shown {
  readonly group: Group;
  readonly rest: readonly Group[];
}

/** Faults of one rule up to this number are told in full. */
const mostAlike = 5;
/** Of more faults of one rule, how many are told in full. */
const shownAlike = 3;

/**
 * Notes of one rule that stand nowhere, and what is the same but for the page, together where the first of them
 * stands; of more than `mostAlike` groups of one rule the first `shownAlike` in full, the rest after them.
 */
export function foldFindings(findings: readonly Finding[]): readonly Shown[] {
  const groups = collect(findings, keyOf);
  const byRule = collect(groups, ([{ rule, severity }]) => `${severity}|${rule}`);
  const ofRule = new Map(byRule.flatMap((same) => same.map((group) => [group, same] as const)));
  const told = new Map<readonly Group[], number>();
  return groups.flatMap((group): readonly Shown[] => {
    const same = ofRule.get(group) ?? [group];
    if (same.length <= mostAlike) return [{ group, rest: [] }];
    const position = told.get(same) ?? 0;
    told.set(same, position + 1);
    if (position >= shownAlike) return [];
    return [{ group, rest: position === shownAlike - 1 ? same.slice(shownAlike) : [] }];
  });
}

export const isNowhere = ({ place, paper }: Finding): boolean => place.kind === 'nowhere' && paper === null;

/** What findings told as one have in common; null for one that is told by itself. */
function keyOf(finding: Finding): string | null {
  const { rule, severity, message, place, paper } = finding;
  if (severity === 'note' && isNowhere(finding)) return rule;
  return paper === null ? null : [rule, message, formatPlace(place)].join('\n');
}

/** Items with the same key together, where the first of them stands. */
function collect<T>(items: readonly T[], key: (item: T) => string | null): readonly (readonly [T, ...T[]])[] {
  const groups: [T, ...T[]][] = [];
  const byKey = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const own = key(item);
    const same = own === null ? undefined : byKey.get(own);
    if (same !== undefined) {
      same.push(item);
      continue;
    }
    const group: [T, ...T[]] = [item];
    groups.push(group);
    if (own !== null) byKey.set(own, group);
  }
  return groups;
}
