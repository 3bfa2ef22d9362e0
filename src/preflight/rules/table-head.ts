import { plainText } from '../../document/inline.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import type { PreflightRule } from '../rule.ts';
import { blocksOfKind, type Subject } from '../subject.ts';

/** A table that goes over to another page repeats its head there. */
export const tableHead: PreflightRule = {
  id: 'preflight/table-head',
  check(subject, report) {
    const { typeset, document, pages } = subject;
    const tables = typeset.structure.flatMap(({ role }, index) => (role === 'Table' ? [index] : []));
    for (const [order, { head, name }] of blocksOfKind(document, 'table').entries()) {
      const table = tables[order];
      if (table === undefined) continue;
      const [, ...later] = pagesOf(table, subject);
      if (later.length === 0) continue;
      const label = head
        .flatMap(({ cells }) => cells)
        .flatMap(({ paragraphs }) => paragraphs.map(plainText))
        .join('');
      if (label === '') continue;
      for (const page of later) {
        let repeated = '\n';
        for (const { element, words } of pages[page] ?? []) if (element === null) repeated += words;
        if ([...label].every((character) => repeated.includes(character))) continue;
        report({ message: `“${name}”转到这一页，没有重复表头`, page, element: table });
      }
    }
  },
};

/** Pages on which something of an element stands. */
function pagesOf(ancestor: number, { typeset, pages }: Subject): readonly number[] {
  const on: number[] = [];
  for (const [page, lines] of pages.entries()) {
    if (lines.some(({ element }) => element !== null && isWithin(element, ancestor, typeset))) on.push(page);
  }
  return on;
}

/** Whether an element stands anywhere below another. Parents stand before their children. */
function isWithin(element: number, ancestor: number, typeset: TypesetDocument): boolean {
  let index: number | null = element;
  while (index !== null && index > ancestor) index = typeset.structure[index]?.parent ?? null;
  return index === ancestor;
}
