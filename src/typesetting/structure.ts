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

  /** How many elements there are: the index of the next one. */
  get length(): number {
    return this.#elements.length;
  }

  /** Adds what another structure has from here up to `end`, where all before is alike. */
  addAlike(other: Structure, end: number): void {
    for (let index = this.#elements.length; index < end; index++) {
      this.#elements.push(other.#elements[index] as StructureElement);
    }
  }

  /** All elements, parents before children. */
  get elements(): readonly StructureElement[] {
    return this.#elements;
  }
}
