import { imprintOrder } from '../../../src/preflight/rules/imprint-order.ts';
import { imprintPlace } from '../../../src/preflight/rules/imprint-place.ts';
import { imprintRules } from '../../../src/preflight/rules/imprint-rules.ts';
import { imprintSide } from '../../../src/preflight/rules/imprint-side.ts';
import { type Case, mm, notice, rules, texts } from '../example.ts';
import { apart, moved } from './edits.ts';

/** Rules about 版记. */
export const imprintCases: readonly Case[] = [
  {
    rule: imprintPlace,
    says: ['版记末条分隔线没有与版心下边缘重合，差 0.5 毫米'],
    breaks: { edit: rules('black', (rule) => [{ ...rule, y1: rule.y1 - mm(0.53), y2: rule.y2 - mm(0.53) }]) },
    barely: { edit: rules('black', (rule) => [{ ...rule, y1: rule.y1 - mm(0.47), y2: rule.y2 - mm(0.47) }]) },
  },
  {
    rule: imprintPlace,
    says: ['版记不在公文的最后一面'],
    breaks: { edit: (pages) => ({ ...pages, pages: pages.pages.toReversed() }) },
    // On a page of its own it is on the last one too.
    barely: { edit: apart((kind) => kind === 'copy-to' || kind === 'printed-by' || kind === null) },
  },
  {
    rule: imprintPlace,
    says: ['版记缺少首条或末条分隔线'],
    breaks: { edit: rules('black', (rule, index) => (index === 2 ? [] : [rule])) },
    barely: { document: notice({ foot: { copyTo: null } }) },
  },
  {
    rule: imprintSide,
    says: ['双面印刷，版记在第3面，不是双数面'],
    breaks: {
      edit: (pages) => ({ ...pages, pages: [...pages.pages.slice(0, 2), ...pages.pages.slice(-1)] }),
    },
    barely: { document: { ...notice(), profile: { ...notice().profile, duplex: false } } },
  },
  {
    rule: imprintRules,
    says: ['版记末条分隔线粗 0.30 毫米，推荐 0.35 毫米'],
    breaks: {
      edit: rules('black', (rule, index) => [{ ...rule, weight: index === 2 ? mm(0.297) : rule.weight }]),
    },
    barely: {
      edit: rules('black', (rule, index) => [{ ...rule, weight: index === 2 ? mm(0.304) : rule.weight }]),
    },
  },
  {
    rule: imprintOrder,
    says: ['抄送机关应当在印发机关的上一行'],
    breaks: { edit: texts({ kind: 'copy-to' }, (item) => ({ ...item, y: item.y + 24.9 })) },
    barely: { edit: texts({ kind: 'copy-to' }, (item) => ({ ...item, y: item.y + 24.6 })) },
  },
  {
    rule: imprintOrder,
    says: ['抄送机关末尾要用一个句号'],
    breaks: { document: notice({ foot: { copyTo: '县委办公室。' } }) },
    barely: { document: notice({ foot: { copyTo: '县委办公室、县政府办公室' } }) },
  },
  {
    rule: imprintOrder,
    says: ['印发日期没有右空一字'],
    breaks: { edit: moved('印发', mm(0.53)) },
    barely: { edit: moved('印发', mm(0.47)) },
  },
];
