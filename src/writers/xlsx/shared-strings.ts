import { markup } from './xml-text.ts';

/** The texts of a workbook, each once; cells name them by number. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #count = 0;

  /** Number of a text, from 0. */
  numberOf(text: string): number {
    this.#count += 1;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /** Counts a text that stands once more. */
  again(): void {
    this.#count += 1;
  }

  /** The part that holds them, bit by bit. */
  *part(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#count}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) {
      const kept = /^\s|\n|\s$/u.test(text) ? ' xml:space="preserve"' : '';
      yield `<si><t${kept}>${markup(text)}</t></si>`;
    }
    yield '</sst>';
  }
}
