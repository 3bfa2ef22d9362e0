import { LineCounter } from 'yaml';
import type { Place } from '../../diagnostics/place.ts';

/** A data file and its lines: turns offsets into places. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly lineCounter = new LineCounter();
  readonly #linesBefore: number;

  /** `stored` may begin with a byte order mark; of a part of a file so many lines come before it. */
  constructor(file: string, stored: string, linesBefore = 0) {
    this.file = file;
    this.text = stored.replace(/^\uFEFF/, '');
    this.#linesBefore = linesBefore;
  }

  /** The place of an offset of UTF-16 units; its column counts characters (code points). */
  placeOf(offset: number): Place {
    const { line, col } = this.lineCounter.linePos(offset);
    const start = offset - col + 1;
    const column = [...this.text.slice(start, offset)].length + 1;
    return { kind: 'file', file: this.file, line: line + this.#linesBefore, column };
  }

  /** The text of a line, from 1, without its end. */
  lineText(line: number): string {
    return (this.text.split('\n', line)[line - 1] ?? '').replace(/\r$/, '');
  }
}
