import type { Section } from '../document/official-document.ts';
import type { Plan } from '../plan/schema.ts';

/** Names a plan knows: of places, offices, persons and of the work itself. */
function* namesOf({ scheme, notice, units, villages, taskForce }: Plan): Generator<string> {
  yield* [scheme.township, scheme.campaign];
  yield* [...notice.issuers, ...notice.issuerMark, notice.printedBy];
  for (const { name, aliases } of units) yield* [name, ...aliases];
  for (const { name } of villages) yield name;
  for (const { members } of taskForce) for (const { name } of members) yield name;
}

/** The names of a plan, to be looked up in texts: how many there are takes no time. */
interface NameIndex {
  /** Each name with its place in the order of the plan. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Lengths of the names that begin with a character (a UTF-16 unit). */
  readonly lengths: ReadonlyMap<number, ReadonlySet<number>>;
}

function indexOf(plan: Plan): NameIndex {
  const ranks = new Map<string, number>();
  const lengths = new Map<number, Set<number>>();
  for (const name of namesOf(plan)) {
    if (name.length < 2 || ranks.has(name)) continue;
    ranks.set(name, ranks.size);
    const first = name.charCodeAt(0);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(name.length));
  }
  return { ranks, lengths };
}

/** The index of each plan that documents are composed of. */
const indices = new WeakMap<Plan, NameIndex>();

function indexFor(plan: Plan): NameIndex {
  const index = indices.get(plan) ?? indexOf(plan);
  indices.set(plan, index);
  return index;
}

/** Names of the plan that stand in the titles of a document, each once, in the order of the plan: only these matter to it. */
export function titleNames(plan: Plan, sections: readonly Section[]): readonly string[] {
  const { ranks, lengths } = indexFor(plan);
  const found = new Map<number, string>();
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if (block.kind !== 'title') continue;
      for (let start = 0; start < block.text.length; start++) {
        for (const length of lengths.get(block.text.charCodeAt(start)) ?? []) {
          const name = block.text.slice(start, start + length);
          const rank = ranks.get(name);
          if (rank !== undefined) found.set(rank, name);
        }
      }
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, name]) => name);
}
