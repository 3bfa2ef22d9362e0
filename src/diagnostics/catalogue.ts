import type { Severity } from './finding.ts';

/** What a rule rests on: the standard's own words, what follows from them, or custom. */
export type Evidence = 'direct' | 'derived' | 'local';

interface Rule {
  readonly severity: Severity;
  /** What the rule is about, for the clerk. */
  readonly title: string;
  /** The clause it rests on, null where it is not about the standard. */
  readonly clause: string | null;
  readonly evidence: Evidence;
}

const rule = (
  severity: Severity,
  title: string,
  clause: string | null = null,
  evidence: Evidence = 'local',
) => ({ severity, title, clause, evidence }) satisfies Rule;

/** Every rule a finding can carry. Ids are stable: they stand in manifests and documentation. */
export const rules = {
  'command/usage': rule('error', '命令用法不对'),
  'data/no-plan': rule('error', '没有找到方案'),
  'data/unreadable': rule('error', '数据文件读不出来'),
  'data/syntax': rule('error', 'YAML 写法有误'),
  'data/duplicate-key': rule('error', '同一项写了两次'),
  'data/unknown-key': rule('error', '不认识的项'),
  'data/missing': rule('error', '缺少必填项'),
  'data/type': rule('error', '内容的类型不对'),
  'data/value': rule('error', '内容不合要求'),
  'data/date': rule('error', '日期不存在或写法不对'),
  'data/duplicate-village': rule('error', '村居重复'),
  'data/year-outside-plan': rule('error', '年度不在方案之内'),
  'data/percentage-mismatch': rule('error', '比例与村居安排不符'),
  'data/unknown-reference': rule('error', '引用的名称没有定义'),
  'data/number-year': rule('error', '发文字号年份与成文日期不一致', '7.2.5', 'derived'),
  'data/imprint-before-issue': rule('error', '印发日期早于成文日期', '7.4.3', 'derived'),
  'data/stage-order': rule('error', '实施步骤的先后不对'),
  'data/marks': rule('error', '分值合计不符'),
  'template/missing': rule('error', '没有这个模板'),
  'template/syntax': rule('error', '模板写法有误'),
  'template/missing-field': rule('error', '模板用到的数据不存在'),
  'template/value': rule('error', '模板用到的数据不合用'),
  'template/unknown-directive': rule('error', '模板里有不认识的版面指令'),
  'template/table': rule('error', '表格定义有误'),
  'fonts/substitute': rule('note', '字体用了代用字体'),
  'fonts/configured': rule('error', '指定的字体文件不能用'),
  'fonts/unreadable': rule('warning', '字体文件读不出来'),
  'fonts/missing': rule('error', '找不到可用的字体'),
  'fonts/missing-glyph': rule('error', '字体缺字'),
  'layout/too-wide': rule('warning', '内容超出版心'),
  'delivery/unwritable': rule('error', '写不进输出文件夹'),
} as const satisfies Record<string, Rule>;

/** Id of a rule. */
export type RuleId = keyof typeof rules;
