import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { blocksOfKind, linesOfKind } from '../subject.ts';

/** The fifteen kinds of official documents (文种). */
const genres = [
  '决议',
  '决定',
  '命令',
  '令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
];

/** The title under a head names one of the fifteen kinds of documents at its end, once. */
export const titleGenre: PreflightRule = {
  id: 'preflight/title-genre',
  check(subject, report) {
    const title = blocksOfKind(subject.document, 'title').find(({ role }) => role === 'document');
    const { header } = subject.document;
    if (title === undefined || header?.form === 'minutes' || header?.form === 'order') return;
    const line = linesOfKind(subject, 'title')[0];
    const place = { element: line?.element ?? null, page: line?.page ?? 0, actual: title.text };
    const words = title.text.replace(/（[^）]*）$/u, '');
    const genre = genres.find((name) => words.endsWith(name));
    if (genre === undefined) {
      report({
        ...place,
        message: `标题${quoted(title.text, 40)}没有以文种收尾`,
        hint: '“方案”“办法”“要点”“规划”不是文种，要用“关于印发《……》的通知”来印发。',
      });
    } else if (words.endsWith(`${genre}的${genre}`) && genre !== '令') {
      report({ ...place, message: `标题${quoted(title.text, 40)}的文种重复：“${genre}的${genre}”` });
    }
  },
};
