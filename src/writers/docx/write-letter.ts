import { widthInCharacters } from '../../document/character-width.ts';
import type { LetterHeader } from '../../document/header.ts';
import { red } from '../../format/colours.ts';
import { header, markSize, markTop } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { belowLetterRule, doubleRule, footRuleTop, letter, letterRuleTop } from '../../format/forms.ts';
import type { Frame } from '../../format/page.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { type Points, toTwips } from '../../format/units.ts';
import { type HorizontalRule, horizontalRule } from './drawing.ts';
import { paragraph } from './paragraph.ts';
import { plainRun, tabRun, textRuns } from './runs.ts';
import { gap, writeMark, writeMarkings } from './write-header.ts';
import { tag } from './xml.ts';

/** A red double rule, longer than the type area and centred on the paper, its upper edge so far down. */
function writeDoubleRule(
  position: 'upper' | 'lower',
  top: Points,
  from: HorizontalRule['from'],
  frame: Frame,
): string {
  const left = (frame.pageWidth - letter.ruleLength.value) / 2 - frame.left;
  const width = letter.ruleLength.value;
  return doubleRule(position)
    .map(({ down, weight }, index) =>
      horizontalRule({
        id: index + 1,
        name: `红色双线${index + 1}`,
        colour: red,
        weight,
        width,
        left,
        down: top + down,
        from,
      }),
    )
    .join('');
}

/** The second double rule of a letter §10.1: fixed at the foot of its first page. */
export const writeFootRule = (frame: Frame, { profile }: Format): string =>
  profile.preprinted ? '' : writeDoubleRule('lower', footRuleTop(frame), 'page', frame);

/** 信函格式 §10.1: mark, first double rule, markings and number, and the two blank lines above the title. */
export function writeLetterHead(head: LetterHeader, frame: Frame, format: Format): string {
  const body = plainRun(bodyRun, format);
  const boxed = { ...plainRun(format.styles.classification, format), characterStyle: 'SetApart' };
  const { mark, documentNumber, copyNumber, classification, urgency } = head;
  const size = markSize(widthInCharacters(mark));
  const above = markTop(size, letter.markDown.value) - frame.top;
  const markBottom = frame.top + above + header.markPitch.value * size;
  const below = belowLetterRule(size, format.profile.linePitch);
  const rule = format.profile.preprinted
    ? ''
    : writeDoubleRule('upper', letterRuleTop(size) - below, 'paragraph', frame);
  const [first, ...rest] = [copyNumber, classification, urgency].filter((words) => words !== null);
  const opening = first === undefined ? '' : textRuns(first, first === copyNumber ? body : boxed);
  const room = format.line(letter.linesAboveTitle.value);
  const number = paragraph(
    'LetterNumber',
    rule + opening + tabRun + textRuns(documentNumber, body),
    rest.length === 0 ? tag('spacing', { after: toTwips(room) }) : '',
  );
  const markings = writeMarkings(
    {
      copyNumber: null,
      classification: first === classification ? null : classification,
      urgency: first === urgency ? null : urgency,
    },
    format,
  );
  const under = rest.length === 0 ? '' : markings.join('') + gap(room);
  return writeMark(mark, size, above, format, below - markBottom) + number + under;
}
