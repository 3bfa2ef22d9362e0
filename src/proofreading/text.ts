import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Place } from '../diagnostics/place.ts';
import type { CommonWords } from './common-words.ts';
import type { Phrases } from './phrases.ts';

/**
 * What a text is on paper, because not every rule fits every text: `prose` is a paragraph or more and ends with a
 * mark; `title` is a document's; `name` is a heading, a task, an attachment; `clause` is joined to others by a
 * template and carries no mark of its own; `deadline` is a 完成时限; `person` a name; `phrase` anything shorter, as a
 * unit or a post; `wording` the literal words of a template, with `gap` where data go.
 */
export type TextRole = 'prose' | 'title' | 'name' | 'clause' | 'deadline' | 'person' | 'phrase' | 'wording';

/** Stands for a piece of data in the words of a template: no letter, no digit, no mark. */
export const gap = '\uFFFC';

/** A text that reaches paper, with its place. */
export interface PlacedText {
  readonly role: TextRole;
  readonly text: string;
  /** The place of a character; `offset` counts UTF-16 units of `text`. */
  readonly placeOf: (offset: number) => Place;
}

/** Texts that are read together: those of a part of the plan, or of a template. */
export interface TextGroup {
  readonly name: string;
  readonly texts: readonly PlacedText[];
}

/** Something wrong in a text, from `start` up to `end` (UTF-16 units). */
export interface Slip {
  readonly start: number;
  readonly end: number;
  /** What is wrong, in the clerk's words. */
  readonly message: string;
  /** How to write it; null where that is not certain. */
  readonly expected: string | null;
}

/** A slip with the rule it breaks and the text it stands in. */
export interface FoundSlip {
  readonly rule: RuleId;
  readonly text: PlacedText;
  readonly slip: Slip;
}

/** A rule that looks at one text at a time. Pure: the same text gives the same slips. */
export interface TextRule {
  readonly id: RuleId;
  /** Texts it looks at. */
  readonly roles: readonly TextRole[];
  readonly find: (text: string, lexicon: Lexicon, role: TextRole) => readonly Slip[];
}

/** Names the plan knows, and words the office wants watched. */
export interface Lexicon {
  /** Titles of documents: of the plan and its attachments. */
  readonly titles: readonly string[];
  readonly persons: readonly string[];
  /** Of villages, units, persons, the township and the addressees: words that stand in no dictionary. */
  readonly names: readonly string[];
  /** Names and aliases of the register of units. */
  readonly units: readonly string[];
  /** As 三管镇; null where unknown. */
  readonly township: string | null;
  /** As 清廉村居创建; null where unknown. */
  readonly campaign: string | null;
  /** Confusable words, by their first character. */
  readonly words: ReadonlyMap<string, readonly WatchedWord[]>;
  /** Names of other places that have no business in a text of this office. */
  readonly otherPlaces: readonly string[];
  readonly phrases: Phrases;
  readonly common: CommonWords;
}

/** A word of the word list. */
export interface WatchedWord {
  readonly wrong: string;
  readonly right: string;
  /** Longer words that hold it and are right. */
  readonly except: readonly string[];
}

/** Every role but those named. */
const everyRole: readonly TextRole[] = [
  'prose',
  'title',
  'name',
  'clause',
  'deadline',
  'person',
  'phrase',
  'wording',
];

export const allRoles = everyRole;
/** Texts with sentences in them. */
export const runningRoles: readonly TextRole[] = ['prose', 'name', 'clause', 'deadline', 'phrase', 'wording'];

/** A pattern with what to say of what it finds. `expected` makes the right words of the match. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly message: string | ((match: RegExpExecArray) => string);
  readonly expected?: string | ((match: RegExpExecArray) => string);
}

/** The slips of some patterns (with the flag `g`) in a text. */
export function matchAll(text: string, patterns: readonly Pattern[]): Slip[] {
  const slips: Slip[] = [];
  for (const { pattern, message, expected } of patterns) {
    // Most texts have nothing to find, and `matchAll` copies its pattern.
    if (text.search(pattern) === -1) continue;
    for (const match of text.matchAll(pattern)) {
      slips.push({
        start: match.index,
        end: match.index + match[0].length,
        message: typeof message === 'string' ? message : message(match),
        expected: typeof expected === 'function' ? expected(match) : (expected ?? null),
      });
    }
  }
  return slips;
}

/** `“布署”宜写“部署”` for a slip with a known right form. */
export const better = (wrong: string, right: string): string => `“${wrong}”宜写“${right}”`;
