import type { Attendance, StampedSignature } from '../document/block.ts';
import { linesOfPart } from '../document/fitting.ts';
import { besideStamp, minutes, postRight, stamped } from '../format/forms.ts';
import { characterWidth } from '../format/page.ts';
import { bodyRun } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { GalleyItem, Space } from './galley.ts';
import type { BlockSetting } from './set-block.ts';
import { setParagraph } from './set-text.ts';
import { unbrokenAttendance } from './unbroken.ts';

const kept = (height: Points): Space => ({ kind: 'space', height, keepWithNext: true });

/** A line of its own that ends so many characters from the right edge. */
function flushRight(words: string, characters: number, setting: BlockSetting, keepWithNext: boolean) {
  const { typecase, structure, root, frame, format, origin } = setting;
  const measure = { left: 0, firstLeft: 0, right: frame.width - characters * characterWidth };
  const traits = { element: structure.add('P', root, origin), keepWithNext };
  return setParagraph(
    typecase.text(words, bodyRun),
    { ...format.styles.body, align: 'right' },
    measure,
    traits,
  );
}

/** 签发人签名章 §7.3.5.3: each post beside the room for its stamp, the date a line below the last one. */
export function setStampedSignature({ posts, date }: StampedSignature, setting: BlockSetting): GalleyItem[] {
  const { line, profile } = setting.format;
  const beside = besideStamp(profile.linePitch);
  return [
    kept(line(stamped.linesAbove.value)),
    ...posts.flatMap((post) => [
      kept(beside.above),
      ...flushRight(post, postRight, setting, true),
      kept(beside.below),
    ]),
    kept(line(stamped.linesBelow.value)),
    ...flushRight(date, stamped.dateRight.value, setting, false),
  ];
}

/** 出席、请假、列席 §10.3: label in 黑体, names hang behind it. */
export function setAttendance({ lists }: Attendance, setting: BlockSetting): GalleyItem[] {
  const { structure, root, format, origin, fitting } = setting;
  const list = structure.add('L', root, origin);
  const rows = lists.flatMap((each, index) => {
    const { glyphs, style, measure } = unbrokenAttendance(each, setting);
    const element = structure.add('LI', list, origin);
    const lines = linesOfPart(fitting.parts, index);
    return setParagraph(glyphs, style, measure, { element, keepWithNext: false, lines });
  });
  return [
    { kind: 'space', height: format.line(minutes.linesAboveAttendance.value), keepWithNext: false },
    ...rows,
  ];
}
