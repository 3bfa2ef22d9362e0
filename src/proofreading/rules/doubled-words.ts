import { wordStarts } from '../segments.ts';
import { matchAll, type Pattern, runningRoles, type Slip, type TextRule } from '../text.ts';

/** Verbs that may be said twice: 研究研究. */
const reduplicated =
  /^(?:研究|考虑|商量|讨论|学习|了解|打听|休息|锻炼|收拾|整理|合计|交流|宣传|检查|一[一-鿿]|逐[一-鿿]|彼此|多少|如此|这样|很多|许多|常常|天天|人人|处处|时时|事事|家家|户户|村村|年年|月月|层层|步步|件件|个个)$/u;

/** Two to five characters at once again: 治理治理, 进一步进一步. */
const words = /([一-鿿]{2,5})\1/gu;

/** A word and itself joined by 的 at the end of a phrase: 资格的资格. */
const joined = /(?<![能应该可要需愿会不已未][一-鿿]{0,3})([一-鿿]{2,4})的\1(?=[，。；、！？]|$)/gu;

/**
 * Single characters that are never doubled, unless the second one begins a word (`before` what follows) or the first
 * ends one (`after` what precedes).
 */
const single: Readonly<Record<string, { readonly follows?: string; readonly precedes?: string }>> = {
  的: { follows: '确', precedes: '目标' },
  和: { follows: '谐平睦解美气善蔼', precedes: '总人共缓饱温平祥随柔谐' },
  对: { follows: '账口方象照立策外联手应标接内比抗待付等', precedes: '核面针反绝相配应' },
  要: { follows: '事求点素件害领闻务义职案目', precedes: '需必主重纪摘首简概次扼紧提索' },
  经: { follows: '济营费过验办常管理手典纪由历', precedes: '财曾神途' },
  于: { follows: '家姓庄' },
  为: { follows: '民人政止期主农群此何企', precedes: '行作人成认以因' },
  把: { follows: '关握手脉柄控', precedes: '' },
  被: { follows: '褥服子动告' },
  将: { follows: '来军士领要', precedes: '即' },
  与: { follows: '会其否时', precedes: '参给赠' },
  及: { follows: '时格其早', precedes: '以涉普危触' },
  已: { follows: '', precedes: '早而不' },
  并: { follows: '且购入列存', precedes: '合兼' },
  由: { follows: '于此', precedes: '理自缘事' },
  以: { follows: '', precedes: '可所予加难足得给' },
  各: { follows: '自' },
  请: { follows: '示求假教柬', precedes: '申提恳邀聘' },
  向: { follows: '您你我他她其阳导好上外前心往来量', precedes: '方面去意倾' },
  在: { follows: '建校岗职', precedes: '存现所正内潜实旨好外' },
  上: {
    follows: '下级升报缴届传海访午台墙线学税行周月年班岗任市述门游来前交山',
    precedes: '以之马早晚身路网线海',
  },
  是: { follows: '否非', precedes: '于但可只总还若凡就都' },
};

const doubled = /([一-鿿])\1/gu;

function singles(text: string): readonly Slip[] {
  const slips: Slip[] = [];
  if (text.search(doubled) === -1) return slips;
  for (const match of text.matchAll(doubled)) {
    const [both, character = ''] = match;
    const allowed = single[character];
    if (allowed === undefined) continue;
    const before = text[match.index - 1] ?? '';
    const after = text[match.index + 2] ?? '';
    if (after !== '' && (allowed.follows ?? '').includes(after)) continue;
    if (before !== '' && (allowed.precedes ?? '').includes(before)) continue;
    if (before === character || after === character) continue;
    slips.push({
      start: match.index,
      end: match.index + both.length,
      message: `“${character}”重复`,
      expected: character,
    });
  }
  return slips;
}

/** Words that end with a character which is then written again: 配合合完成. A general dictionary parts the words. */
function endings(text: string): readonly Slip[] {
  if (text.search(doubled) === -1) return [];
  const starts = wordStarts(text);
  return [...text.matchAll(doubled)].flatMap(({ index, 1: character = '' }) => {
    const at = starts.indexOf(index + 1);
    const begin = starts[at - 1] ?? index;
    const next = starts[at + 2] ?? text.length;
    // The second is a word by itself, and what follows is a whole word or no word at all.
    if (at < 1 || starts[at + 1] !== index + 2 || character in single) return [];
    const follows = text.slice(index + 2, next);
    if (
      /^[一-鿿]$/u.test(follows) ||
      index - begin < 1 ||
      text[index - 1] === text[index - 2] ||
      /^[一逐每]/u.test(text.slice(begin))
    )
      return [];
    return [{ start: index, end: index + 2, message: `“${character}”重复`, expected: character }];
  });
}

const patterns: readonly Pattern[] = [
  { pattern: words, message: (match) => `“${match[1]}”重复`, expected: (match) => match[1] ?? '' },
  { pattern: joined, message: (match) => `“${match[1]}”重复` },
];

/** Words written twice. */
export const doubledWords: TextRule = {
  id: 'text/doubled-words',
  roles: runningRoles,
  find: (text) => [
    ...matchAll(text, patterns).filter(({ start, expected }) => {
      if (expected === null) return true;
      if (reduplicated.test(expected)) return false;
      // 一件一件, 干干净净净净…: the same character over and over is not a word.
      return (
        new Set(expected).size > 1 && !(expected.startsWith('一') && expected.length === 2) && start >= 0
      );
    }),
    ...singles(text),
    ...endings(text),
  ],
};
