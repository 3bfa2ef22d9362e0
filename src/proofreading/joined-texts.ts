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

/** Takes a text with its place. */
type Take = (text: string, place: Place) => void;

/** Gives the running texts of a block one by one, as a reader reads them. */
function readBlock(block: Block, take: Take): void {
  switch (block.kind) {
    case 'title':
      take(block.text, block.place);
      return;
    case 'paragraph': {
      const lead = block.lead === null ? '' : plainText(block.lead.inlines);
      take(`${lead}${plainText(block.inlines)}`, block.place);
      return;
    }
    case 'heading':
    case 'table-note':
    case 'annotation':
      take(plainText(block.inlines), block.place);
      return;
    case 'table':
      for (const { cells } of block.body) {
        for (const { paragraphs, place } of cells) {
          for (const inlines of paragraphs) take(plainText(inlines), place);
        }
      }
      return;
    // Names, marks and dates: each is one datum, or counted.
    case 'addressee':
    case 'attachment-note':
    case 'signature':
    case 'stamped-signature':
    case 'attendance':
    case 'attachment-label':
    case 'roster':
      return;
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
  const read: Take = (text, place) => {
    if (seen.has(text)) return;
    seen.add(text);
    for (const { id, find } of rules) {
      for (const slip of find(text, lexicon, 'prose')) {
        if (known.has(keyOf(id, text, slip)) || isAcknowledged(id, text, slip)) continue;
        const { start, end, message, expected } = slip;
        const details = expected === null ? {} : { expected };
        findings.reportIn(text, id, message, place, { actual: text.slice(start, end), ...details });
      }
    }
  };
  // The documents of all villages may share a table.
  const tables = new WeakSet<Block>();
  const take = (block: Block): void => {
    if (tables.has(block)) return;
    if (block.kind === 'table') tables.add(block);
    readBlock(block, read);
  };
  return ({ sections }) => {
    for (const { blocks } of sections) blocks.forEach(take);
  };
}
