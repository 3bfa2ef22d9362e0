import { plainText } from '../../document/inline.ts';
import type { PreflightRule } from '../rule.ts';
import { blocksOfKind } from '../subject.ts';

/** A table that goes over to another page repeats its head there. */
export const tableHead: PreflightRule = {
  id: 'preflight/table-head',
  *check(subject) {
    const { typeset, document, pages } = subject;
    const tables = typeset.structure.flatMap(({ role }, index) => (role === 'Table' ? [index] : []));
    for (const [order, { head, name }] of blocksOfKind(document, 'table').entries()) {
      const table = tables[order];
      const label = head
        .flatMap(({ cells }) => cells)
        .flatMap(({ paragraphs }) => paragraphs.map(plainText))
        .join('');
      if (table === undefined || label === '') continue;
      const on = pages.flatMap((lines, page) =>
        lines.some(({ element }) => element !== null && isWithin(element, table, subject)) ? [page] : [],
      );
      for (const page of on.slice(1)) {
        const repeated = (pages[page] ?? []).filter(({ element }) => element === null);
        const characters = new Set(repeated.flatMap(({ words }) => [...words]));
        if ([...label].every((character) => characters.has(character) || character === '\n')) continue;
        yield { message: `“${name}”转到这一页，没有重复表头`, page, element: table };
      }
    }
  },
};

/** Whether an element stands anywhere below another. */
function isWithin(
  element: number,
  ancestor: number,
  { typeset }: Parameters<PreflightRule['check']>[0],
): boolean {
  for (let index: number | null = element; index !== null; index = typeset.structure[index]?.parent ?? null) {
    if (index === ancestor) return true;
  }
  return false;
}
