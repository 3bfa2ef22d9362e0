import type { PhrasingContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { withoutMarks } from '../marks.ts';

/** A directive of any form: `:填空{宽=8}`, `::标题[…]`, `:::名单[…]`. */
export type Directive = ContainerDirective | LeafDirective | TextDirective;

/** The label of a directive: what stands between its square brackets. */
export function labelOf(directive: Directive): readonly PhrasingContent[] {
  if (directive.type !== 'containerDirective') return directive.children;
  const [first] = directive.children;
  return first?.type === 'paragraph' && first.data?.directiveLabel === true ? first.children : [];
}

/** An attribute's value, as `横排` of `{版式=横排}`; null where it is not given. */
export function attributeOf(directive: Directive, name: string): string | null {
  const value = directive.attributes?.[name];
  return value === undefined || value === null ? null : withoutMarks(value).trim();
}

/** An attribute that is a whole number; null where it is not given or no such number. */
export function numberAttribute(directive: Directive, name: string): number | null {
  const value = Number(attributeOf(directive, name) ?? Number.NaN);
  return Number.isInteger(value) && value > 0 ? value : null;
}

/** Whether an attribute says yes: `有`, `是`. */
export const isSet = (directive: Directive, name: string): boolean =>
  ['有', '是'].includes(attributeOf(directive, name) ?? '');
