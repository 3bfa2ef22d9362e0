import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Findings } from '../diagnostics/findings.ts';
import { formatPlace } from '../diagnostics/place.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { recall } from '../keeping/recall.ts';
import { noShelf, type Shelf } from '../keeping/shelf.ts';
import { type Acknowledgement, acknowledgementsOf } from '../plan/acknowledgements.ts';
import type { SourceMap } from '../plan/loading/source-tree.ts';
import { joinedProofreader } from './joined-texts.ts';
import { lexiconOf, namesIn } from './lexicon.ts';
import { planTexts } from './plan-texts.ts';
import { adjoiningMarks } from './rules/adjoining-marks.ts';
import { blanks } from './rules/blanks.ts';
import { campaign } from './rules/campaign.ts';
import { dates, deadlines } from './rules/dates.ts';
import { documentNumbers } from './rules/document-numbers.ts';
import { doubledMarks } from './rules/doubled-marks.ts';
import { doubledWords } from './rules/doubled-words.ts';
import { ellipsis } from './rules/ellipsis.ts';
import { endMarks, titleForm } from './rules/end-marks.ts';
import { estimates } from './rules/estimates.ts';
import { fullWidthDigits } from './rules/full-width-digits.ts';
import { grammar } from './rules/grammar.ts';
import { halfWidth } from './rules/half-width.ts';
import { mistyped } from './rules/mistyped.ts';
import { numbering } from './rules/numbering.ts';
import { numberingGap } from './rules/numbering-gap.ts';
import { nestedMarks, unpaired } from './rules/pairs.ts';
import { persons } from './rules/persons.ts';
import { placeholders } from './rules/placeholders.ts';
import { places } from './rules/places.ts';
import { ranges } from './rules/ranges.ts';
import { redundant } from './rules/redundant.ts';
import { relativeDates } from './rules/relative-dates.ts';
import { setPhrases } from './rules/set-phrases.ts';
import { findTitleSlips } from './rules/titles.ts';
import { units } from './rules/units.ts';
import { words } from './rules/words.ts';
import { years } from './rules/years.ts';
import { templateTexts } from './template-texts.ts';
import type { FoundSlip, Lexicon, PlacedText, Slip, TextRule } from './text.ts';
import { readWordList, wordListFile } from './word-list.ts';

const rules: readonly TextRule[] = [
  words,
  setPhrases,
  mistyped,
  doubledWords,
  redundant,
  grammar,
  persons,
  places,
  campaign,
  placeholders,
  relativeDates,
  dates,
  deadlines,
  years,
  ranges,
  estimates,
  fullWidthDigits,
  units,
  documentNumbers,
  numbering,
  numberingGap,
  adjoiningMarks,
  unpaired,
  nestedMarks,
  halfWidth,
  doubledMarks,
  ellipsis,
  blanks,
  endMarks,
  titleForm,
];

/** What the rules find in some texts. Pure. */
export const findSlips = (texts: readonly PlacedText[], lexicon: Lexicon): readonly FoundSlip[] => [
  ...slipsIn(texts, lexicon).map(([index, rule, slip]) => foundIn(texts, index, rule, slip)),
  ...titleSlips(texts, lexicon),
];

/** A slip as plain data: which of some texts it stands in, the rule it breaks. */
type NumberedSlip = readonly [text: number, rule: RuleId, slip: Slip];

function foundIn(texts: readonly PlacedText[], index: number, rule: RuleId, slip: Slip): FoundSlip {
  const text = texts[index];
  if (text === undefined) throw new RangeError(`there is no text ${index}`);
  return { rule, text, slip };
}

/** What the rules find that look at one text at a time. The same words are looked at once, however often they stand there. */
function slipsIn(texts: readonly PlacedText[], lexicon: Lexicon): readonly NumberedSlip[] {
  const seen = new Map<string, readonly (readonly [RuleId, Slip])[]>();
  return texts.flatMap(({ role, text }, index) => {
    const key = `${role}|${text}`;
    let slips = seen.get(key);
    if (slips === undefined) {
      slips = toldOnce(
        rules
          .filter(({ roles }) => roles.includes(role))
          .flatMap((rule) => rule.find(text, lexicon, role).map((slip) => [rule.id, slip] as const)),
      );
      seen.set(key, slips);
    }
    return slips.map(([rule, slip]): NumberedSlip => [index, rule, slip]);
  });
}

const titleSlips = (texts: readonly PlacedText[], { titles }: Lexicon): readonly FoundSlip[] =>
  findTitleSlips(texts, titles).map(({ text, slip }) => ({ rule: 'text/titles', text, slip }));

/** What looks like a word mistyped is left out where another rule knows the very slip. */
function toldOnce(slips: readonly (readonly [RuleId, Slip])[]): readonly (readonly [RuleId, Slip])[] {
  return slips.filter(
    ([id, slip]) =>
      id !== 'text/mistyped' ||
      !slips.some(([other, { start, end }]) => other !== id && start < slip.end && end > slip.start),
  );
}

/** A plan as it is stored, and the templates by path below `templates/`. */
export interface ProofreadingInput {
  readonly source: SourceMap;
  readonly templates: ReadonlyMap<string, string>;
}

/** How composed documents are read. */
export interface JoinedReading {
  /** Reads a document for what goes wrong where the words of data and template meet. */
  readonly read: (document: OfficialDocument) => void;
  /** What it goes by besides the documents: the same basis finds the same in the same documents. */
  readonly basis: string;
}

/**
 * Proofreads every text that reaches paper, of data and templates. All it finds are warnings. What stands in parts that did not
 * change since an earlier run comes from the shelf. Returns how the composed documents
 * are read; what is found then goes to `composing`.
 */
export function proofread(
  { source, templates }: ProofreadingInput,
  findings: Findings,
  shelf: Shelf = noShelf,
  composing: Findings = findings,
): JoinedReading {
  const lexicon = lexiconOf(source, readWordList(templates, findings, shelf));
  const acknowledged = acknowledgementsOf(source);
  const groups = [...planTexts(source), ...templateTexts(templates)];
  // All that a lexicon is made from.
  const known = JSON.stringify([namesIn(lexicon), templates.get(wordListFile)]);
  const folder = formatPlace(source.place);
  const single = groups.flatMap(({ name, texts }) => {
    const basis = `${known}\n${JSON.stringify(texts.map(({ role, text }) => [role, text]))}`;
    return recall(shelf, `slips ${folder} ${name}`, basis, () => slipsIn(texts, lexicon)).map(
      ([index, rule, slip]) => foundIn(texts, index, rule, slip),
    );
  });
  const texts = groups.flatMap((group) => group.texts);
  const found = [...single, ...titleSlips(texts, lexicon)];
  for (const { rule, text, slip } of found) {
    if (isAcknowledged(rule, text.text, slip, acknowledged)) continue;
    findings.report(rule, slip.message, text.placeOf(slip.start), {
      actual: text.text.slice(slip.start, slip.end),
      ...(slip.expected === null ? {} : { expected: slip.expected }),
    });
  }
  return {
    read: joinedProofreader(texts, found, lexicon, composing, (rule, text, slip) =>
      isAcknowledged(rule, text, slip, acknowledged),
    ),
    basis: JSON.stringify([acknowledged, found.map(({ rule, text, slip }) => [rule, text.text, slip])]),
  };
}

/** Whether the office has looked at a slip: words it has noted cover part of it. */
function isAcknowledged(
  rule: RuleId,
  text: string,
  { start, end }: Slip,
  acknowledged: readonly Acknowledgement[],
): boolean {
  return acknowledged.some((entry) => {
    if (entry.rule !== rule) return false;
    for (let at = text.indexOf(entry.words); at !== -1; at = text.indexOf(entry.words, at + 1)) {
      if (at < end && at + entry.words.length > start) return true;
    }
    return false;
  });
}
