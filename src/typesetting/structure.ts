import type { Origin, StructureElement } from './page.ts';

/** Columns and rows a cell spans. */
type Spans = Pick<StructureElement, 'columnSpan' | 'rowSpan'>;

/** Collects the structure of a document while it is set. */
export class Structure {
  readonly #elements: StructureElement[] = [];

  /** Adds an element below a parent; returns its index. */
  add(
    role: StructureElement['role'],
    parent: number | null,
    origin: Origin,
    { columnSpan, rowSpan }: Spans = { columnSpan: 1, rowSpan: 1 },
  ): number {
    this.#elements.push({ role, parent, columnSpan, rowSpan, origin });
    return this.#elements.length - 1;
  }

  /** All elements, parents before children. */
  get elements(): readonly StructureElement[] {
    return this.#elements;
  }
}
