import type { AttendanceList, Block, RosterEntry } from '../document/block.ts';
import { text } from '../document/inline.ts';
import { turnAnnotation } from '../format/annotation.ts';
import { attendanceWords } from '../format/attendance.ts';
import { imprint as imprintRules, main, noteNames, type RosterColumns } from '../format/elements.ts';
import type { Format } from '../format/format.ts';
import { minutes } from '../format/forms.ts';
import { characterWidth, type Frame } from '../format/page.ts';
import { bodyRun, cellRun, type TypeStyle, tableRoles, tableStyles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { type Glyph, type Typecase, widthOf } from './glyph.ts';
import type { Measure } from './set-text.ts';

/** A paragraph before it is broken into lines. */
export interface Unbroken {
  readonly glyphs: readonly Glyph[];
  /** How many of them are the run-in heading that opens it. */
  readonly opening: number;
  readonly style: Pick<TypeStyle, 'pitch' | 'align'>;
  readonly measure: Measure;
}

/** What a paragraph's words and measure depend on. */
export interface UnbrokenSetting {
  readonly typecase: Typecase;
  readonly frame: Frame;
  readonly format: Format;
}

/** What those of a block depend on. */
export interface UnbrokenBlockSetting extends UnbrokenSetting {
  /** The block above it; undefined for a section's first. 附注 gives way to its seal. */
  readonly above: Block | undefined;
}

export const whole = (frame: Frame, left: Points = 0, firstLeft = left): Measure => ({
  left,
  firstLeft,
  right: frame.width,
});

/** Kinds of blocks that are one paragraph. */
type SingleKind = 'addressee' | 'heading' | 'paragraph' | 'annotation' | 'table-note';

const noteStyle = { role: tableRoles.body, size: tableStyles.小四.size, ...cellRun };

/** The paragraphs that are blocks by themselves. */
export const unbroken: {
  readonly [K in SingleKind]: (block: Extract<Block, { kind: K }>, setting: UnbrokenBlockSetting) => Unbroken;
} = {
  addressee: ({ inlines }, { typecase, frame, format }) => ({
    glyphs: typecase.inlines(inlines, bodyRun),
    opening: 0,
    style: { ...format.styles.body, align: 'left' },
    measure: whole(frame),
  }),
  heading: ({ level, number, inlines }, { typecase, frame, format }) => ({
    glyphs: typecase.inlines([text(number), ...inlines], format.headings[level]),
    opening: 0,
    style: format.headings[level],
    measure: whole(frame, 0, main.firstLineIndent.value),
  }),
  // A run-in heading stands at the beginning in the face of its level.
  paragraph: ({ lead, inlines, indent }, { typecase, frame, format }) => {
    const words = typecase.inlines(inlines, bodyRun);
    const opening =
      lead === null
        ? []
        : typecase.inlines([text(lead.number), ...lead.inlines], format.headings[lead.level]);
    return {
      glyphs: lead === null ? words : [...opening, ...words],
      opening: opening.length,
      style: format.styles.body,
      measure: whole(frame, 0, indent === 'first-line' ? main.firstLineIndent.value : 0),
    };
  },
  annotation: (block, { typecase, frame, format, above }) => {
    const { body } = format.styles;
    const { inlines, turned } = turnAnnotation(block, above, format.profile.linePitch);
    return {
      glyphs: typecase.inlines(inlines, bodyRun),
      opening: 0,
      style: turned ? { ...body, align: 'left' } : body,
      measure: whole(frame, 0, main.annotationIndent.value),
    };
  },
  'table-note': ({ inlines }, { typecase, frame }) => ({
    glyphs: typecase.inlines(inlines, noteStyle),
    opening: 0,
    style: { pitch: tableStyles.小四.pitch, align: 'justify' },
    measure: whole(frame),
  }),
};

/** The name of one of so many attachments in 附件说明, behind 附件： and its number. */
export function unbrokenName(
  title: string,
  count: number,
  { typecase, frame, format }: UnbrokenSetting,
): Unbroken {
  const style = { ...format.styles.body, align: 'left' } as const;
  return { glyphs: typecase.text(title, style), opening: 0, style, measure: whole(frame, noteNames(count)) };
}

/** A list of 出席、请假、列席: label in 黑体, names hang behind it. */
export function unbrokenAttendance(
  list: AttendanceList,
  { typecase, frame, format }: UnbrokenSetting,
): Unbroken {
  const first = minutes.attendanceIndent.value * characterWidth;
  const left = first + minutes.attendanceHanging.value * characterWidth;
  return {
    glyphs: typecase.inlines(attendanceWords(list), bodyRun),
    opening: 0,
    style: { ...format.styles.body, align: 'left' },
    measure: whole(frame, left, first),
  };
}

/** What stands before the names in 版记. */
export type CopiesLabel = '抄送' | '主送';

/** Names in 版记: one character free at both ends, further lines behind the colon. */
export function unbrokenCopies(
  label: CopiesLabel,
  names: string,
  { typecase, frame, format }: UnbrokenSetting,
): Unbroken {
  const style = format.styles.imprint;
  const side = imprintRules.sideIndent.value * style.size;
  return {
    glyphs: typecase.text(`${label}：${names}。`, style),
    opening: 0,
    style,
    measure: { left: side + 3 * style.size, firstLeft: side, right: frame.width - side },
  };
}

/** What may take several lines of an entry of 名单: the post behind its name or, where there is none, the name. */
export function unbrokenEntry(
  { name, post }: RosterEntry,
  columns: RosterColumns,
  { typecase, frame, format }: UnbrokenSetting,
): Unbroken {
  const style = { ...format.styles.body, align: 'left' } as const;
  const at = (characters: number) => characters * characterWidth;
  if (post === null) {
    return {
      glyphs: typecase.text(name, style),
      opening: 0,
      style,
      measure: whole(frame, at(columns.name.left)),
    };
  }
  // A name wider than its column moves the first line of the post.
  const spread = typecase.inlines([{ kind: 'spread', text: name, width: columns.name.width }], style);
  const over = Math.max(0, widthOf(spread) - at(columns.post.left - columns.name.left));
  const left = at(columns.post.left + over / characterWidth);
  return { glyphs: typecase.text(`（${post}）`, style), opening: 0, style, measure: whole(frame, left) };
}
