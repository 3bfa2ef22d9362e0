import type { OfficialDocument } from '../document/official-document.ts';
import type { Table } from '../document/table.ts';

/** A table of a document that another thread keeps, since it comes again. */
export interface KeptTable {
  /** Where it stands in the document. */
  readonly section: number;
  readonly block: number;
  /** What the other thread knows it by. */
  readonly number: number;
  /** The table, where it is new to the other thread; null further on. */
  readonly table: Table | null;
}

/** A document on the way to another thread: in the places of its kept tables stand empty ones. */
export interface SentDocument {
  readonly document: OfficialDocument;
  readonly kept: readonly KeptTable[];
}

/**
 * What was sent to another thread. Copying a table takes longer than anything else in sending a document, and a copy is not
 * known to be the table of the village before: one that comes a second time is kept there.
 */
export class TableSender {
  readonly #met = new WeakSet<Table>();
  readonly #numbers = new WeakMap<Table, number>();
  #count = 0;

  /** Prepares a document for sending. */
  pack(document: OfficialDocument): SentDocument {
    const kept: KeptTable[] = [];
    const sections = document.sections.map(({ blocks, ...section }, at) => ({
      ...section,
      blocks: blocks.map((block, index) => {
        const comesAgain = block.kind === 'table' && this.#met.has(block);
        if (block.kind === 'table') this.#met.add(block);
        if (!comesAgain) return block;
        kept.push({ section: at, block: index, ...this.#kept(block) });
        return { ...block, head: [], body: [] };
      }),
    }));
    return kept.length === 0 ? { document, kept } : { document: { ...document, sections }, kept };
  }

  #kept(table: Table): Pick<KeptTable, 'number' | 'table'> {
    const known = this.#numbers.get(table);
    if (known !== undefined) return { number: known, table: null };
    this.#count += 1;
    this.#numbers.set(table, this.#count);
    return { number: this.#count, table };
  }
}

/** The tables kept of the documents another thread has sent, in the order it sent them. */
export class TableKeeper {
  readonly #tables = new Map<number, Table>();

  /** The document as it was before it was sent. */
  unpack({ document, kept }: SentDocument): OfficialDocument {
    if (kept.length === 0) return document;
    const tables = new Map(
      kept.map(({ section, block, number, table }) => [`${section} ${block}`, this.#keep(number, table)]),
    );
    const sections = document.sections.map((section, at) => ({
      ...section,
      blocks: section.blocks.map((block, index) => tables.get(`${at} ${index}`) ?? block),
    }));
    return { ...document, sections };
  }

  #keep(number: number, sent: Table | null): Table {
    const table = sent ?? this.#tables.get(number);
    if (table === undefined) throw new RangeError(`table ${number} was never sent`);
    this.#tables.set(number, table);
    return table;
  }
}
