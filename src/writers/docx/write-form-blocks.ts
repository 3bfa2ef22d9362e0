import type { Attendance, StampedSignature } from '../../document/block.ts';
import { linesOfPart, type PartFitting } from '../../document/fitting.ts';
import { attendanceWords } from '../../format/attendance.ts';
import type { Format } from '../../format/format.ts';
import { besideStamp, minutes, stamped } from '../../format/forms.ts';
import { characterWidth } from '../../format/page.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { type Points, toTwips } from '../../format/units.ts';
import { indents, paragraph } from './paragraph.ts';
import { inlineRuns, plainRun, textRuns, tracked } from './runs.ts';
import { tag } from './xml.ts';

const before = (height: Points): string => tag('spacing', { before: toTwips(height) });

/**
 * 签发人签名章 §7.3.5.3: each post beside the room for its stamp, the date a line below the last one, with what keeps it
 * with what follows.
 */
export function writeStampedSignature(
  { posts, date }: StampedSignature,
  format: Format,
  keep: string,
): string {
  const { line, profile } = format;
  const body = plainRun(bodyRun, format);
  const { above, below } = besideStamp(profile.linePitch);
  const first = line(stamped.linesAbove.value) + above;
  const lines = posts.map((post, index) =>
    paragraph('StampedPost', textRuns(post, body), before(index === 0 ? first : below + above)),
  );
  const right = tag('ind', { right: toTwips(stamped.dateRight.value * characterWidth) });
  const room = before(below + line(stamped.linesBelow.value));
  return lines.join('') + paragraph('DateOfIssue', textRuns(date, body), keep + room + right);
}

/** 出席、请假、列席 §10.3: label in 黑体, names hang behind it. */
export const writeAttendance = (
  { lists }: Attendance,
  parts: readonly PartFitting[],
  format: Format,
): string =>
  lists
    .map((list, index) => {
      const lines = linesOfPart(parts, index);
      const runs = inlineRuns(attendanceWords(list), tracked(plainRun(bodyRun, format), lines));
      const above = index === 0 ? before(format.line(minutes.linesAboveAttendance.value)) : '';
      return paragraph('Attendance', runs, above + indents(lines, 'left'));
    })
    .join('');
