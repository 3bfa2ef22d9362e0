import { page as paper } from '../../format/page.ts';
import { type SealPlace, sealsByDate } from '../../format/signature.ts';
import type { Points } from '../../format/units.ts';
import { distanceTolerance, quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, blocksOfKind, levelRules, linesOfKind } from '../subject.ts';

/** A rectangle on a page. */
interface Box {
  readonly left: Points;
  readonly right: Points;
  readonly top: Points;
  readonly bottom: Points;
}

const within = (value: Points, least: Points, most: Points): Points => Math.min(most, Math.max(least, value));

/** Whether a seal covers part of a box: its nearest point is closer than the rim. */
const covers = ({ x, y, radius }: SealPlace, { left, right, top, bottom }: Box): boolean =>
  Math.hypot(within(x, left, right) - x, within(y, top, bottom) - y) < radius - distanceTolerance;

/** 印章 is pressed on 署名 and 成文日期 alone: nothing else stands where it goes. */
export const sealRoom: PreflightRule = {
  id: 'preflight/seal-room',
  check(subject, report) {
    const [block, ...more] = blocksOfKind(subject.document, 'signature');
    const signed = linesOfKind(subject, 'signature');
    const date = signed.at(-1);
    if (block === undefined || more.length > 0 || date === undefined) return;
    const lines = subject.pages[date.page] ?? [];
    const name = signed.findLast(({ baseline }) => baseline < date.baseline);
    const pitch = name === undefined ? subject.document.profile.linePitch : date.baseline - name.baseline;
    const seals = sealsByDate(block, pitch).map((place) => ({
      ...place,
      x: place.x + paper.bindingMargin.value,
      y: place.y + date.baseline,
    }));
    const isCovered = (box: Box) => seals.some((place) => covers(place, box));
    for (const line of lines) {
      if (line.kind === 'signature') continue;
      const boxes = line.texts.map(({ x, width }) => ({ ...line, left: x, right: x + width }));
      if (!boxes.some(isCovered)) continue;
      report({
        ...at(line),
        message: `印章会盖住${quoted(line.words)}`,
        hint: '增减几个字，使盖章的地方空出来。',
      });
    }
    const rules = levelRules(subject, date.page).filter(({ colour }) => colour === 'black');
    if (rules.some(({ x1, x2, y1 }) => isCovered({ left: x1, right: x2, top: y1, bottom: y1 }))) {
      report({
        ...at(date),
        message: '印章会盖住版记的分隔线',
        hint: '增减几个字，使盖章的地方空出来。',
      });
    }
  },
};
