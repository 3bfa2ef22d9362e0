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

/** Names of the plan that stand in the titles of a document, each once: only these matter to it. */
export function titleNames(plan: Plan, sections: readonly Section[]): readonly string[] {
  const titles = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : [])),
  );
  const names = [...namesOf(plan)].filter(
    (name) => name.length > 1 && titles.some((title) => title.includes(name)),
  );
  return [...new Set(names)];
}
