import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Findings } from '../diagnostics/findings.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Block } from '../document/block.ts';
import { plainText } from '../document/inline.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { adjoiningMarks } from './rules/adjoining-marks.ts';
import { doubledMarks } from './rules/doubled-marks.ts';
import { doubledWords } from './rules/doubled-words.ts';
import { nestedMarks, unpaired } from './rules/pairs.ts';
import type { FoundSlip, Lexicon, PlacedText, Slip } from './text.ts';

/** Rules about what can go wrong where words of data and template meet. */
const rules = [doubledMarks, doubledWords, unpaired, nestedMarks, adjoiningMarks];

/** A rule with the words that break it: what one text had already. */
const keyOf = (rule: RuleId, text: string, { start, end }: Slip): string =>
  `${rule}|${text.slice(start, end)}`;

interface Joined {
  readonly text: string;
  readonly place: Place;
}

/** The running texts of a block, as a reader reads them. */
function textsOf(block: Block): readonly Joined[] {
  switch (block.kind) {
    case 'title':
      return [{ text: block.text, place: block.place }];
    case 'paragraph': {
      const lead = block.lead === null ? '' : plainText(block.lead.inlines);
      return [{ text: `${lead}${plainText(block.inlines)}`, place: block.place }];
    }
    case 'heading':
    case 'table-note':
    case 'annotation':
      return [{ text: plainText(block.inlines), place: block.place }];
    case 'table':
      return block.body.flatMap(({ cells }) =>
        cells.flatMap(({ paragraphs, place }) =>
          paragraphs.map((inlines) => ({ text: plainText(inlines), place })),
        ),
      );
    // Names, marks and dates: each is one datum, or counted.
    case 'addressee':
    case 'attachment-note':
    case 'signature':
    case 'stamped-signature':
    case 'attendance':
    case 'attachment-label':
    case 'roster':
      return [];
  }
}

/**
 * Reads composed documents where words of data and template meet: 。。 where both bring a full stop, a word said by
 * both. What stood in one text was found there. Documents of a kind share their texts, which are read once.
 */
export function joinedProofreader(
  texts: readonly PlacedText[],
  found: readonly FoundSlip[],
  lexicon: Lexicon,
  findings: Findings,
  isAcknowledged: (rule: RuleId, text: string, slip: Slip) => boolean,
): (document: OfficialDocument) => void {
  const known = new Set(found.map(({ rule, text, slip }) => keyOf(rule, text.text, slip)));
  const seen = new Set(texts.map(({ text }) => text));
  return (document) => {
    for (const { text, place } of document.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf))) {
      if (seen.has(text)) continue;
      seen.add(text);
      for (const { id, find } of rules) {
        for (const slip of find(text, lexicon, 'prose')) {
          if (known.has(keyOf(id, text, slip)) || isAcknowledged(id, text, slip)) continue;
          const { start, end, message, expected } = slip;
          const details = expected === null ? {} : { expected };
          findings.report(id, message, place, { actual: text.slice(start, end), ...details });
        }
      }
    }
  };
}
