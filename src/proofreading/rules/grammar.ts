import { better, matchAll, type Pattern, runningRoles, type TextRule } from '../text.ts';

const patterns: readonly Pattern[] = [
  {
    pattern: /(?<=^|[。；\n])通过[^，。；]{2,24}，使(?!得?用|命)/gu,
    message: '“通过……使……”缺主语，删去“通过”或“使”',
  },
  {
    pattern:
      /加大对[^，。；]{2,20}的(?:监督|查处|打击|宣传|整治|检查|支持|扶持|管理|培训|投入)(?=[，。；、]|$)/gu,
    message: (match) => `“${match[0]}”后面缺“力度”`,
    expected: (match) => `${match[0]}力度`,
  },
  {
    pattern:
      /(积极|认真|扎实|深入|全面|稳步|有序|严格|广泛|充分|妥善|努力|及时|主动|自觉|耐心|大力|切实|高度重视)的(?=(?:做好|推动|抓好|解决|开展|落实|完成|推进|配合|组织|处理|学习|贯彻|执行|参与|宣传)(?!的|方案|措施|办法|计划|情况|过程|效果|态度|精神|作风|能力))/gu,
    message: (match) => `动词前用“地”：${better(match[0], `${match[1]}地`)}`,
    expected: (match) => `${match[1]}地`,
  },
  {
    pattern:
      /(?<=开展|落实|推进|完成|执行|管理|做|办|干|抓|搞|变)的(?=(?:有声有色|井井有条|红红火火|扎扎实实|有条不紊|很|非常|十分|不够|更加|更)[一-鿿]{0,4}[，。；])/gu,
    message: '说做得怎样，用“得”不用“的”',
    expected: '得',
  },
  {
    pattern:
      /(?<=取得|实现|收到|有)了?(?:较|更|很)?(?:新|大|好|明显|显著|积极|良好)地(?=成效|成绩|成果|进展|效果|突破|提升|提高|变化|改善)/gu,
    message: (match) => `名词前用“的”：${better(match[0], `${match[0].slice(0, -1)}的`)}`,
    expected: (match) => `${match[0].slice(0, -1)}的`,
  },
  {
    pattern: /由[^，。；、由以]{2,14}为(?:主体|主导|核心|依托|基础)/gu,
    message: (match) => better(match[0], `以${match[0].slice(1)}`),
    expected: (match) => `以${match[0].slice(1)}`,
  },
];

/** Turns of phrase that lack something. */
export const grammar: TextRule = {
  id: 'text/grammar',
  roles: runningRoles,
  find: (text) => matchAll(text, patterns),
};
