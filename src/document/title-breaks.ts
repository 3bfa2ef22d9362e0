import { type Word, wordsOf } from './title-lexicon.ts';
import { adverbs, closers, openers, terms } from './title-words.ts';

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
  attribute: 7,
  /** Between two words of one thought. */
  between: 15,
  /** Behind 关于, parted from what it is about. */
  afterAbout: 14,
  /** Behind a verb, parted from what it is done to. */
  afterVerb: 10,
  /** Behind 和, parted from the second of two things. */
  afterAnd: 15,
  /** Behind a word that says whose, parted from what it says it of. */
  afterWhose: 40,
  /** Behind 在, parted from where. */
  afterPreposition: 60,
  /** Before a noun that belongs to what stands before it. */
  closer: 35,
  /** Behind an adverb, parted from its verb. */
  afterAdverb: 130,
  /** Behind 第三次, parted from what it counts. */
  afterOrdinal: 60,
  /** Beside a single character that is no word: it is part of one the list does not know. */
  besideUnknown: 60,
  /** Inside what the list does not know, where it might be two words, and elsewhere in it. */
  insideUnknown: 80,
  insideUnknownWord: 130,
  /** Inside a term: only where a title has no other place. */
  insideTerm: 400,
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

/** What a village has is not parted from its name, whether the plan knows it or not. */
const ofVillage = /^村(?:民委员会|民小组|委会|支部)/u;

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

/** Terms so long are held against every break; shorter ones stand by chance where two other words meet. */
const leastOfTerm = 3;
const heldTerms = terms.filter(({ length }) => length >= leastOfTerm);

/** Characters that belong to what follows unless they end a name: 镇领导班子, 各村. */
const prefix = /^[镇乡县市省各本我该全新]$/u;
/** Endings of words, as of 村级, 规范化, 合格率: alone they begin no line. */
const ending = /^[级化性率者员类型度厂局院所站室场区段家们]/u;
const adverb: ReadonlySet<string> = new Set(adverbs);
const verb: ReadonlySet<string> = new Set(openers);
const ordinal = /(?:第[\d〇一二三四五六七八九十百]+|首)(?:次|届|批|轮|期|个|条)$/u;
const whose = /(?:[全我本][镇乡县市省]|全国|[镇乡村县]级|农村|城乡|基层)$/u;
/** Offsets inside what stays whole. */
function insideWholes(text: string, names: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  const keep = (from: number, length: number): void => {
    for (let at = from + 1; at < from + length; at++) inside.add(at);
  };
  for (const pattern of wholes) {
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

/** Offsets inside terms, however they overlap. */
function insideTerms(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const term of heldTerms) {
    for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + 1)) {
      for (let at = from + 1; at < from + term.length; at++) inside.add(at);
    }
  }
  return inside;
}

/** A place between two words, or inside one the list does not know, with what that alone costs. */
interface Seam {
  readonly at: number;
  readonly cost: number;
  readonly before: string;
  readonly after: string;
}

/** Characters that join two things, and those that lead one in. */
const joins = /^(?:和|与|及|以及|暨|或|并)$/u;
const leads = /^(?:在|同|对|把|将|向|从|由|为|于|按|以|被|让)$/u;

/** Places at which words meet. */
function seams(text: string, names: readonly string[], whole: ReadonlySet<number>): readonly Seam[] {
  const isLone = ({ start, end, known }: Word): boolean =>
    !known && end - start === 1 && !whole.has(start) && !whole.has(end);
  const words = wordsOf(text, names);
  return words.flatMap((word, index): Seam[] => {
    const { start, end, known } = word;
    const before = words[index - 1];
    const seam = (at: number, cost: number): Seam => ({
      at,
      cost,
      before: text.slice(before === undefined || at > start ? start : before.start, at),
      after: text.slice(at, end),
    });
    const beside = isLone(word) || (before !== undefined && isLone(before));
    const found = [seam(start, beside ? costs.besideUnknown : 0)];
    for (let at = start + 1; !known && at < end; at++) {
      found.push(seam(at, (at - start) % 2 === 0 ? costs.insideUnknown : costs.insideUnknownWord));
    }
    return found;
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

function costOf(before: string, after: string, seam: Seam): number {
  if (/^(?:关于|《)/u.test(after) || before.endsWith(' ')) return costs.pause;
  if (joins.test(seam.before)) return costs.afterAnd;
  if (leads.test(seam.before)) return costs.afterPreposition;
  if (after.startsWith('（')) return costs.closer;
  if (adverb.has(seam.before)) return costs.afterAdverb;
  if (ordinal.test(before)) return costs.afterOrdinal;
  if (
    closers.some((word) =>
      word.length > 1 ? seam.after.startsWith(word) : seam.after === word && !prefix.test(word),
    )
  )
    return costs.closer;
  if (whose.test(before)) return costs.afterWhose;
  if (before.endsWith('关于')) return costs.afterAbout;
  if (verb.has(seam.before)) return costs.afterVerb;
  if (openers.some((word) => seam.after.startsWith(word)) || adverb.has(seam.after)) return costs.opener;
  if (/(?:的|、|》|年度?)$/u.test(before)) return costs.attribute;
  return costs.between;
}

/**
 * Places at which a title may be broken, in order: never inside a name, a number with its unit, a short 《》, and inside a
 * term or an unknown word only where nothing else is left. `names` are names of the plan that the title may hold: places,
 * offices, persons, the work itself.
 */
export function titleBreaks(text: string, names: readonly string[]): readonly TitleBreak[] {
  const whole = insideWholes(text, names);
  const inTerm = insideTerms(text);
  return seams(text, names, whole).flatMap((seam): TitleBreak[] => {
    const { at } = seam;
    const [before, after] = [text.slice(0, at), text.slice(at)];
    if (at === 0 || whole.has(at) || after.startsWith(' ')) return [];
    if (notFirst.test(after) || notLast.test(before)) return [];
    if (prefix.test(seam.before) && !whole.has(at - 1)) return [];
    if (ending.test(after) && seam.after.length === 1) return [];
    if (before.endsWith('村') && ofVillage.test(after)) return [];
    if (issuing.test(before) && !/^[《〈]/u.test(after)) return [];
    const inName = nameCost(text, at);
    if (inName === null) return [];
    const words = inTerm.has(at) ? costs.insideTerm : seam.cost + costOf(before, after, seam);
    return [{ at, cost: words + inName }];
  });
}
