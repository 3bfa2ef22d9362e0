import { better, type Slip, type TextRole, type TextRule } from '../text.ts';

const roles: readonly TextRole[] = ['prose', 'title', 'name', 'clause', 'deadline'];

/** A deadline up to this length is a phrase and takes no full stop. */
const longestPhrase = 30;

function endOf(text: string, role: TextRole): Slip | null {
  const last = text.at(-1) ?? '';
  const at = { start: text.length - 1, end: text.length };
  if (role === 'prose') {
    if (/[。！？：；…”’）》]/u.test(last) || text.length === 0) return null;
    return { ...at, start: Math.max(0, text.length - 2), message: '句末缺少标点', expected: '。' };
  }
  if (!/[。；，、：]/u.test(last)) return null;
  const isPhrase = role !== 'deadline' || (text.length <= longestPhrase && !/[。；].+/u.test(text));
  if (!isPhrase) return null;
  const what = role === 'title' ? '标题' : role === 'deadline' ? '短语' : '名称';
  return { ...at, message: `${what}末尾不用“${last}”`, expected: '' };
}

/** What a sentence ends with, and what a title, a name, a phrase does not. */
export const endMarks: TextRule = {
  id: 'text/end-marks',
  roles,
  find: (text, _, role) => {
    const slip = endOf(text, role);
    return slip === null ? [] : [slip];
  },
};

/** Titles and names: no 书名号 around, no number before, no kind of document twice. */
export const titleForm: TextRule = {
  id: 'text/title-form',
  roles: ['title', 'name'],
  find: (text, _, role) => {
    const slips: Slip[] = [];
    const whole = /^《([^《》]*)》$/u.exec(text);
    if (whole !== null && role === 'name') {
      slips.push({
        start: 0,
        end: text.length,
        message: '附件、任务的名称不加书名号',
        expected: whole[1] ?? '',
      });
    }
    const number =
      /^(?:附件\s*\d*[：:.]?|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．、](?!\d))/u.exec(
        text,
      );
    if (number !== null && number[0].length < text.length) {
      slips.push({ start: 0, end: number[0].length, message: '序号由程序编排，不写在名称里', expected: '' });
    }
    const twice = /(?:的)?(通知|报告|请示|意见|决定|批复|方案)》?的\1$/u.exec(text);
    if (twice !== null) {
      slips.push({ start: twice.index, end: text.length, message: `文种“${twice[1]}”重复`, expected: null });
    }
    const bare = /》(通知|意见|决定|批复|函)$/u.exec(text);
    if (bare !== null) {
      const right = `》的${bare[1]}`;
      slips.push({ start: bare.index, end: text.length, message: better(bare[0], right), expected: right });
    }
    return slips;
  },
};
