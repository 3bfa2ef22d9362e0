import { closers, openers, terms } from './title-words.ts';

/** A place in a title at which a line may end, by what it costs the sense: 0 where the sense pauses by itself. */
export interface TitleBreak {
  /** Offset in code units: the next line begins here. */
  readonly at: number;
  readonly cost: number;
}

/** What breaks cost, by the words around them; the scale is that of `shapeTitle`: squared characters. */
const costs = {
  /** Before 关于, before 《 behind 印发, between issuers. */
  pause: 0,
  /** Before a verb that opens a thought. */
  opener: 4,
  /** Behind 的, a year, a mark of enumeration. */
  attribute: 6,
  /** Between two words of one thought. */
  between: 15,
  /** Behind 关于, parted from what it is about. */
  afterAbout: 14,
  /** Behind 和, parted from the second of two things. */
  afterAnd: 18,
  /** Behind a word that says whose, parted from what it says it of. */
  afterWhose: 30,
  /** Before a noun that belongs to what stands before it. */
  closer: 30,
  /** Behind an adverb, parted from its verb. */
  afterAdverb: 30,
  /** Inside a name in 《》 too long for a line; more where little of it stays behind its first mark. */
  insideName: 20,
  fewOfName: 40,
} as const;

/** Words and marks that may not begin a line. */
const notFirst = /^[的和与及暨或等、》〉”’）〕！？：；，。—～%％]/u;
/** Characters that may not end a line. */
const notLast = /[《〈“‘（〔第]$/u;
/** 印发 and its like stay with what they issue, unless that is a name in 《》. */
const issuing = /(?:印发|批转|转发)$/u;

/** A name in 《》 of at most so many characters is not broken; of longer ones at least so many stay at each mark. */
const shortName = 12;
const leastOfName = 4;
/** So many characters behind 《 at a line's end are few. */
const few = 7;

const digits = String.raw`[\d〇一二三四五六七八九十百千万两.]`;
/** What stays whole whatever it says: numbers with their units, what stands in short quotes and brackets, issuers before 关于. */
const wholes: readonly RegExp[] = [
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d+月\d+日/gu,
  /\d+(?:[—～至-]\d+)?(?:年度?|月份?|日|号|期|届|次|批|[%％]|个|名|项|条|户|人|亩|万元|亿元|元|公里|米|吨|周年|岁)?/gu,
  new RegExp(
    `第${digits}+(?:次|届|批|季度|期|号|轮|个|条)?|${digits}+(?:年度?|周年|届|次|批|项|类|级|大|型)(?:以上|以下)?`,
    'gu',
  ),
  /“[^”]{1,12}”/gu,
  /（[^）]{1,8}）/gu,
  new RegExp(`《[^《》]{1,${shortName}}》|〈[^〈〉]{1,${shortName}}〉`, 'gu'),
  /(?<=^|[《〈])[^关《〈 、]{2,22}(?=关于)/gu,
];

/** Names of several issuers before 关于, parted by spaces: each stays whole. */
const jointIssuers = /^[^关《]+(?: [^关《]+)+(?=关于)/u;

/** What may follow a name of a place as part of it. */
const behindName = '(?:村?(?:村民委员会|村委会|党支部)|社区|村(?!务|居|民|级|规|庄|容))?';

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const termPattern = new RegExp(terms.map(escaped).join('|'), 'gu');
const single = /^\p{sc=Han}$/u;
/** Characters that belong to what follows unless they end a name: 镇领导班子, 各村. */
const prefix = /^[镇乡县市省各本我该全]$/u;
/** Endings of words, as of 村级, 规范化, 合格率: alone they begin no line. */
const ending = /^[级化性率者员类型度]$/u;
const adverb = /(?:进一步|切实|扎实|全面|深入|加快|认真|严厉|坚决|依法)$/u;
const whose = /(?:[全我本][镇乡县市省]|全国|[镇乡村县]级|农村|城乡|基层)$/u;
/** Characters that are words by themselves in a title. */
const ownWord = /^[的和与及暨或对为在于同向从由把将]$/u;

/** Offsets inside what stays whole. */
function insideWholes(text: string, names: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  const keep = (from: number, length: number): void => {
    for (let at = from + 1; at < from + length; at++) inside.add(at);
  };
  for (const pattern of [...wholes, termPattern]) {
    for (const { index, 0: match } of text.matchAll(pattern)) keep(index, match.length);
  }
  const [issuers = ''] = jointIssuers.exec(text) ?? [];
  for (const { index, 0: match } of issuers.matchAll(/[^ ]+/gu)) keep(index, match.length);
  for (const name of names) {
    if (!text.includes(name)) continue;
    for (const { index, 0: match } of text.matchAll(new RegExp(escaped(name) + behindName, 'gu'))) {
      keep(index, match.length);
    }
  }
  return inside;
}

/** Offsets at which words begin; single characters a dictionary leaves stand with their neighbours. */
function wordStarts(text: string, whole: ReadonlySet<number>): readonly number[] {
  const segments = [...segmenter.segment(text)];
  return segments.flatMap(({ index, segment }, position) => {
    const before = segments[position - 1]?.segment ?? '';
    const lone = single.test(segment) && !ownWord.test(segment);
    const loneBefore = single.test(before) && !ownWord.test(before);
    const edge = whole.has(index - 1) !== whole.has(index + 1);
    const prefixed = prefix.test(before) && !whole.has(index - 1);
    return prefixed || ending.test(segment) || (lone && loneBefore && !edge) ? [] : [index];
  });
}

/** What a break costs for standing inside a name in 《》; null where so little stays at a mark that there is none. */
function nameCost(text: string, at: number): number | null {
  const opened = text.lastIndexOf('《', at - 1);
  if (opened < 0 || text.slice(opened, at).includes('》')) return 0;
  const closed = text.indexOf('》', at);
  const [behind, ahead] = [at - opened - 1, (closed < 0 ? text.length : closed) - at];
  if (Math.min(behind, ahead) < leastOfName) return null;
  return costs.insideName + (behind < few ? costs.fewOfName : 0);
}

function costOf(before: string, after: string): number {
  if (/^(?:关于|《)/u.test(after) || before.endsWith(' ')) return costs.pause;
  if (/[和与及暨或]$/u.test(before)) return costs.afterAnd;
  if (closers.some((word) => after.startsWith(word))) return costs.closer;
  if (adverb.test(before)) return costs.afterAdverb;
  if (whose.test(before)) return costs.afterWhose;
  if (before.endsWith('关于')) return costs.afterAbout;
  if (openers.some((word) => after.startsWith(word))) return costs.opener;
  if (/(?:的|、|》|年度?)$/u.test(before)) return costs.attribute;
  return costs.between;
}

/**
 * Places at which a title may be broken, in order: never inside a word, a name, a number with its unit, a short 《》.
 * `names` are names of the plan that the title may hold: places, offices, persons, the work itself.
 */
export function titleBreaks(text: string, names: readonly string[]): readonly TitleBreak[] {
  const whole = insideWholes(text, names);
  return wordStarts(text, whole).flatMap((at): TitleBreak[] => {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    if (at === 0 || whole.has(at) || after.startsWith(' ')) return [];
    if (notFirst.test(after) || notLast.test(before)) return [];
    if (issuing.test(before) && !/^[《〈]/u.test(after)) return [];
    const inName = nameCost(text, at);
    return inName === null ? [] : [{ at, cost: costOf(before, after) + inName }];
  });
}
