import { codeUnitAt } from '../../document/code-unit.ts';
import { KnownRepetitions } from '../../packaging/known-repetitions.ts';
import {
  farthestRepetition,
  longestRepetition,
  shortestRepetition,
} from '../../packaging/repetition-symbols.ts';
import { ByteWriter, type Phrase } from './byte-writer.ts';
import { operatorStreams } from './stream-codes.ts';

/** A phrase of operators, which knows where it stood last. */
export interface OperatorPhrase {
  readonly bytes: Phrase;
  /** Number of the content it stood in, and the place there. */
  content: number;
  at: number;
}

export const operatorPhrase = (text: string): OperatorPhrase => ({
  bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)),
  content: 0,
  at: 0,
});

const showing = operatorPhrase(')Tj\n');

/** How many contents were written. */
let contents = 0;

/** Where two codes stood last, by their hash; counted through all contents, so that older places need not be cleared away. */
const places = new Int32Array(1 << 12);
const hashOf = (first: number): number => Math.imul(first, 0x9e3779b1) >>> 20;
/** How far the contents before reach; places beyond this are begun anew. */
let before = 1;
const mostBefore = 1 << 29;
/** Bytes of a code. */
const codeSize = 2;

/** Where numbers stood last, first or second of a pair, by their hash: the number, the content and the place there. */
const numbers = { first: new Int32Array(4 << 7), second: new Int32Array(4 << 7) } as const;
const hashOfNumber = (value: number): number => Math.imul(value, 0x9e3779b1) >>> 25;

/** Units of UTF-16 that begin a character of two. */
const surrogates = { first: 0xd800, last: 0xdbff } as const;

/** Finds the code of a character. */
interface Codes {
  code(codePoint: number): number;
}

/**
 * Operators of a page under way. They are few phrases, again and again, and numbers and texts between them: phrases know
 * where they stood before, and only in texts the same codes are looked for.
 */
class OperatorWriter extends ByteWriter {
  readonly #repetitions = new KnownRepetitions();

  /** Begins the next content. */
  begin(): void {
    before += this.length;
    if (before > mostBefore) {
      places.fill(0);
      before = 1;
    }
    contents++;
    this.#repetitions.clear();
    this.clear();
  }

  /** A phrase; where it stood in this content before, it need only be told where. */
  known(phrase: OperatorPhrase): this {
    this.#note(phrase, this.length);
    return this.phrase(phrase.bytes);
  }

  #note(phrase: OperatorPhrase, at: number): void {
    if (phrase.content === contents) this.#repetitions.add(at, phrase.bytes.length, at - phrase.at);
    phrase.content = contents;
    phrase.at = at;
  }

  /** Two numbers of hundredths. */
  pair(first: number, second: number): this {
    this.#number(numbers.first, first);
    this.space();
    this.#number(numbers.second, second);
    return this;
  }

  /** A number of hundredths, as it stood before at the same side of a pair. */
  #number(known: Int32Array, value: number): void {
    const at = this.length;
    this.hundredths(value);
    const entry = 4 * hashOfNumber(value);
    if (known[entry] === value && known[entry + 1] === contents) {
      this.#repetitions.add(at, this.length - at, at - (known[entry + 2] as number));
    }
    known[entry] = value;
    known[entry + 1] = contents;
    known[entry + 2] = at;
  }

  /** The codes that show a text, in a string that has begun, and the operator that shows it. */
  show(text: string, codes: Codes): void {
    const { length } = text;
    this.reserveCodes(length);
    const start = this.length;
    for (let index = 0; index < length; index++) {
      let codePoint = codeUnitAt(text, index);
      if (codePoint >= surrogates.first && codePoint <= surrogates.last) {
        codePoint = text.codePointAt(index) ?? 0;
        index++;
      }
      this.code(codes.code(codePoint));
    }
    const end = this.length;
    this.phrase(showing.bytes);
    this.#search(start, end);
    this.#note(showing, end);
  }

  /** The content so far, compressed. */
  deflated(): Uint8Array {
    return operatorStreams.stream(this.written, this.#repetitions);
  }

  /** Looks for what stands between two places in the texts before, code by code, with the operator behind the last one. */
  #search(start: number, end: number): void {
    const { bytes } = this;
    for (let at = start; at < end; ) {
      const next =
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      const hash = hashOf(next);
      const place = (places[hash] as number) - before;
      places[hash] = before + at;
      let length = 0;
      if (place >= 0 && at - place <= farthestRepetition) {
        const most = Math.min(longestRepetition, this.length - at);
        while (length < most && bytes[place + length] === bytes[at + length]) length++;
      }
      if (length >= shortestRepetition) {
        this.#repetitions.add(at, length, at - place);
        at += length & ~1;
      } else at += codeSize;
    }
  }
}

export type { OperatorWriter };

/** Where the operators of pages are written, one page after another. */
export const operators = new OperatorWriter(1 << 14);
