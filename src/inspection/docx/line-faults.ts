import type { OfficialDocument } from '../../document/official-document.ts';
import { header, nominalMarkInk } from '../../format/elements.ts';
import { formatOf } from '../../format/format.ts';
import { flushPitch, page as paper } from '../../format/page.ts';
import { imprintRun, tableStyles } from '../../format/type-styles.ts';
import { mm, type Points } from '../../format/units.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { type Deviation, millimetres, points } from '../deviation.ts';
import { elementName, headKinds, type PageCharacter } from '../page-characters.ts';
import type { ParagraphLook } from './looks.ts';
import type { MatchedParagraph } from './match.ts';
import { type ExpectedSection, sectionAt } from './page-frames.ts';
import type { WrittenSection } from './section.ts';
import { segmentFaults } from './segment-faults.ts';

/** What a reader with a ruler would see. */
const tolerance: Points = mm(0.5);

/** Programs round line pitches to a tenth of a point: over a page that is a hair's breadth. */
const pitchTolerance: Points = 0.15;

/** What paragraphs are measured against. */
export interface LineMeasures {
  readonly document: OfficialDocument;
  readonly typeset: TypesetDocument;
  readonly sections: readonly WrittenSection[];
  readonly expected: readonly ExpectedSection[];
}

/** From line to line of an element; several where its place on the page decides. */
function pitchesOf(
  { item, element }: PageCharacter,
  section: ExpectedSection | undefined,
  { document, typeset }: LineMeasures,
): readonly Points[] {
  const { styles, profile } = formatOf(document.profile);
  const origin = typeset.structure[element]?.origin.kind;
  const table = Object.values(tableStyles).find(({ size }) => size === item.size);
  const body = section?.pitch ?? profile.linePitch;
  switch (origin) {
    case 'title':
      return [section?.titlePitch ?? styles.title.pitch];
    case 'issuer-mark':
      return [item.size * header.markPitch.value];
    case 'table':
    case 'table-note':
      return [table?.pitch ?? body];
    case 'attachment-label':
      return [body, flushPitch(styles.attachmentLabel.size)];
    case 'copy-to':
    case 'printed-by':
    case 'print-run':
      return [styles.imprint.pitch];
    case 'addressee':
      return [item.size === imprintRun.size ? styles.imprint.pitch : body];
    default:
      // What stands above the title keeps the profile's lines, however close those of the text stand.
      return [headKinds.has(origin ?? '') ? profile.linePitch : body];
  }
}

/** Elements whose full lines end at both edges. */
const justified: ReadonlySet<string> = new Set([
  'paragraph',
  'run-in-heading',
  'heading',
  'copy-to',
  'table-note',
]);

const isJustified = ({ element }: PageCharacter, { structure }: TypesetDocument): boolean =>
  justified.has(structure[element]?.origin.kind ?? '');

/** The height of a line box; null where the look does not fix it. */
const boxOf = ({ line, lineRule }: ParagraphLook): Points | null => (lineRule === 'exact' ? line : null);

function describePitch({ line, lineRule }: ParagraphLook): string {
  if (lineRule === 'exact') return `固定值 ${points(line)}`;
  return lineRule === 'atLeast' ? `最小值 ${points(line)}` : `${Math.round(line * 100) / 100} 倍`;
}

/** Line pitch, indents and white of a Word file's paragraphs against the finished pages. */
export function* lineFaults(
  matched: readonly MatchedParagraph[],
  measures: LineMeasures,
): Generator<Deviation> {
  const { sections, expected, typeset } = measures;
  const nominal = nominalBaselines(matched, measures);
  const above = new Map<number, Above>();
  for (const each of matched) {
    const { paragraph, pages } = each;
    const { look, words, container, follows } = paragraph;
    const written = sections[paragraph.section];
    const turned = written !== undefined && written.width > written.height;
    const section = sectionAt(expected, paragraph.section, sections.length, turned);
    if (!follows) above.delete(container);
    const before = above.get(container);
    const [first] = pages;
    const last = pages.at(-1);
    const whole = first !== null && first !== undefined && last !== null && last !== undefined;
    if (words === '' || !whole) {
      const white = look.before + (boxOf(look) ?? Number.NaN) + look.after;
      if (words !== '') above.delete(container);
      else if (before !== undefined) above.set(container, { ...before, white: before.white + white });
      continue;
    }
    const subject = elementName(typeset.structure, first.element);
    const fault = (
      aspect: string,
      actual: string,
      wanted: string,
      rule: Deviation['rule'] = 'written/layout',
    ): Deviation => ({ rule, subject, aspect, actual, expected: wanted, sample: words, page: null });
    const pitches = pitchesOf(first, section, measures);
    const box = boxOf(look);
    if (box === null || !pitches.some((pitch) => Math.abs(pitch - box) <= pitchTolerance)) {
      const inTable = paragraph.table !== null && !paragraph.table.floats;
      const rule = inTable ? 'written/layout' : 'written/pitch';
      yield fault('行距', describePitch(look), `固定值 ${points(pitches[0] ?? 0)}`, rule);
    }
    if (section !== undefined) yield* segmentFaults(each, section.frame, isJustified(first, typeset), fault);
    const pitch = pitches.find((one) => Math.abs(one - (box ?? 0)) <= pitchTolerance) ?? pitches[0] ?? 0;
    const share = paper.baselineShare.value;
    if (before !== undefined && before.page === first.page && before.section === paragraph.section) {
      const should = nominal(first) - before.baseline - (1 - share) * before.pitch - share * pitch;
      const is = before.white + look.before;
      if (!(Math.abs(is - should) <= tolerance)) {
        yield fault('与上一段的间距', describeWhite(is), describeWhite(should));
      }
    }
    above.set(container, {
      baseline: nominal(last),
      page: last.page,
      pitch,
      white: look.after,
      section: paragraph.section,
    });
  }
}

/**
 * Where characters would stand if the face of the mark had nominal ink: PDF files place the mark, and in a letter the
 * line below it, by the ink of the face that draws it, which a Word file cannot know.
 */
function nominalBaselines(
  matched: readonly MatchedParagraph[],
  { document, typeset: { structure } }: LineMeasures,
): (character: PageCharacter) => Points {
  const kindOf = ({ element }: PageCharacter) => structure[element]?.origin.kind;
  const marked = matched
    .flatMap(({ pages }) => pages)
    .find((each) => each !== null && each.item.ink !== null);
  const mark = marked?.item;
  if (mark?.ink == null) return ({ item }) => item.y;
  const usual = nominalMarkInk(mark.size);
  const lower = mark.ink.top - usual.top;
  const isLetter = document.header?.form === 'letter';
  const higher = isLetter ? lower - (mark.ink.bottom - usual.bottom) : 0;
  return (character) => {
    const kind = kindOf(character);
    if (kind === 'issuer-mark') return character.item.y - lower;
    return kind !== undefined && headKinds.has(kind) ? character.item.y - higher : character.item.y;
  };
}

const describeWhite = (white: Points): string => (Number.isNaN(white) ? '自动' : millimetres(white));

/** What stands above a paragraph in its container. */
interface Above {
  readonly baseline: Points;
  readonly page: number;
  readonly pitch: Points;
  /** White below it, empty paragraphs included. */
  readonly white: Points;
  readonly section: number;
}
