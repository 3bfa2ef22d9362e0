import type { View } from '../composition/wording.ts';

/**
 * The document every engine is given: a title, eight paragraphs and a table of thirty rows of five columns, other
 * words in each, so that nothing of one document can be remembered for the next.
 */
export interface VillageLetter {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly VillageRow[];
}

/** A row of the table; columns 序号, 事项, 要求, 时限, 责任人. */
export interface VillageRow {
  readonly number: string;
  readonly matter: string;
  readonly demand: string;
  readonly due: string;
  readonly person: string;
}

/** Heads of the table's columns with their widths in characters. */
export const letterColumns = [
  { head: '序号', key: 'number', width: 4 },
  { head: '事项', key: 'matter', width: 9 },
  { head: '要求', key: 'demand', width: 16 },
  { head: '时限', key: 'due', width: 6 },
  { head: '责任人', key: 'person', width: 5 },
] as const satisfies readonly { head: string; key: keyof VillageRow; width: number }[];

const clauses = [
  '认真落实村务公开制度',
  '及时排查矛盾纠纷',
  '按季度公布收支情况',
  '完善集体资产台账',
  '组织党员干部集中学习',
  '健全村民议事协商机制',
  '规范合同签订和管理',
  '主动接受群众监督',
  '做好走访记录和问题整改',
  '推动移风易俗落到实处',
  '对照清单逐项自查自纠',
  '把责任分解到岗到人',
  '按时报送工作进展',
  '加强环境卫生日常保洁',
  '落实值班和请销假制度',
  '引导村民参与共建共治',
];
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const names = '建国志强秀英丽华明德文军海燕晓东春梅玉兰振宇俊杰佳宁少波庆生红霞立新永福桂芳';

/** A sequence of whole numbers below a bound, the same for the same seed (mulberry32). */
function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The document of a number; every number gives another one. */
export function villageLetter(number: number): VillageLetter {
  const draw = sequence(number * 7919 + 17);
  const pick = <T>(list: ArrayLike<T>): T => list[draw(list.length)] as T;
  const name = () => pick(surnames) + pick(names) + pick(names);
  const village = `${pick(surnames)}家庄第${number + 1}村`;
  const paragraph = (index: number) => {
    const sentences = Array.from({ length: 4 }, () => `${pick(clauses)}，${pick(clauses)}`);
    return `${village}第${index + 1}项工作由${name()}负责。${sentences.join('；')}，编号${draw(100_000)}。`;
  };
  return {
    title: `${village}清廉村居创建工作提示函`,
    paragraphs: Array.from({ length: 8 }, (_, index) => paragraph(index)),
    rows: Array.from({ length: 30 }, (_, index) => ({
      number: String(index + 1),
      matter: pick(clauses),
      demand: `${pick(clauses)}，${pick(clauses)}`,
      due: `${1 + draw(12)}月${1 + draw(28)}日`,
      person: name(),
    })),
  };
}

/** The document as our templates see it. */
export const letterView = ({ title, paragraphs, rows }: VillageLetter): View => ({
  标题: title,
  正文: paragraphs,
  事项: rows.map(({ number, matter, demand, due, person }) => ({
    序号: number,
    事项: matter,
    要求: demand,
    时限: due,
    责任人: person,
  })),
});
