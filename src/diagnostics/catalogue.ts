import { archiveRules } from './catalogue/archive-rules.ts';
import { checkRules } from './catalogue/check-rules.ts';
import { commandRules } from './catalogue/command-rules.ts';
import { dataRules } from './catalogue/data-rules.ts';
import { deliveryRules } from './catalogue/delivery-rules.ts';
import { fontRules } from './catalogue/font-rules.ts';
import { layoutRules } from './catalogue/layout-rules.ts';
import { preflightRules } from './catalogue/preflight-rules.ts';
import { printingRules } from './catalogue/printing-rules.ts';
import type { Rule } from './catalogue/rule.ts';
import { tableRules } from './catalogue/table-rules.ts';
import { templateRules } from './catalogue/template-rules.ts';
import { textRules } from './catalogue/text-rules.ts';
import { writtenRules } from './catalogue/written-rules.ts';

/** Every rule a finding can carry. Ids are stable: they stand in manifests and documentation. */
export const rules = {
  ...commandRules,
  ...dataRules,
  ...checkRules,
  ...tableRules,
  ...textRules,
  ...templateRules,
  ...fontRules,
  ...layoutRules,
  ...preflightRules,
  ...deliveryRules,
  ...writtenRules,
  ...archiveRules,
  ...printingRules,
} as const satisfies Record<string, Rule>;

/** Id of a rule. */
export type RuleId = keyof typeof rules;

/** Areas of the catalogue by the first part of the ids, in the order in which they are listed. */
export const areas: Readonly<Record<AreaOf<RuleId>, string>> = {
  command: '命令',
  data: '数据',
  table: '表格数据',
  text: '校对',
  template: '模板',
  fonts: '字体',
  layout: '排版',
  preflight: '印前检查',
  delivery: '写出文件',
  written: '生成的文件',
  archive: '归档',
  printing: '打印和登记',
};

type AreaOf<Id extends string> = Id extends `${infer Area}/${string}` ? Area : never;
