import { allRoles, type Slip, type TextRule } from '../text.ts';

const full: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '"': '“”',
  "'": '‘’',
  '<': '〈',
  '>': '〉',
};

const chinese = /[一-鿿，。；：、！？（）《》〈〉“”‘’〔〕【】…]/u;
/** Addresses and what stands in them keep their own marks. */
const addresses = /(?:https?:\/\/|www\.)[\w./?=&%#:;,~+-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** The neighbour of a character, over blanks and digits between. */
function besides(text: string, index: number): boolean {
  const before = text.slice(0, index).replace(/ +$/u, '').at(-1) ?? '';
  const after =
    text
      .slice(index + 1)
      .replace(/^ +/u, '')
      .at(0) ?? '';
  return chinese.test(before) || chinese.test(after);
}

const isBetweenDigits = (text: string, index: number): boolean =>
  /\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? '');

/** Marks of Western text in Chinese text. */
export const halfWidth: TextRule = {
  id: 'text/half-width',
  roles: allRoles,
  find: (written) => {
    const text = written.replace(addresses, (address) => 'x'.repeat(address.length));
    const slips: Slip[] = [];
    for (const match of text.matchAll(/[,;:!?()"'<>]/g)) {
      const { index } = match;
      const right = full[match[0]] ?? '';
      if ((match[0] === ':' || match[0] === ',') && isBetweenDigits(text, index)) continue;
      if (!besides(text, index)) continue;
      const message = `中文里误用半角的“${match[0]}”，用全角的“${right}”`;
      slips.push({ start: index, end: index + 1, message, expected: right });
    }
    // A full stop of Western text after a Chinese character; after a number at the beginning it counts.
    for (const match of text.matchAll(/(?<=[一-鿿）”》]|\d%)\.(?=$|[一-鿿“《])/gu)) {
      if (/^[一二三四五六七八九十]{1,3}$/u.test(text.slice(0, match.index))) continue;
      slips.push({
        start: match.index,
        end: match.index + 1,
        message: '句末用句号“。”，不用英文句点',
        expected: '。',
      });
    }
    return slips;
  },
};
