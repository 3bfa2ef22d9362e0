import type { Evidence, Rule } from './catalogue/rule.ts';
import { areas, type RuleId, rules } from './catalogue.ts';
import { type Severity, severityNames } from './finding.ts';

/** What a rule rests on, in the clerk's words; a custom is never called the standard. */
export const evidenceNames: Readonly<Record<Evidence, string>> = {
  direct: '国标原文',
  derived: '由国标推出',
  local: '惯例',
};

const effects: Readonly<Record<Severity, string>> = {
  error: '不改正就不写出文件',
  warning: '照常写出文件，请核对',
  note: '不用处理',
};

/** An area of the catalogue, as `校对`, with its rules in the order of the catalogue. */
export interface RuleArea {
  readonly name: string;
  readonly rules: readonly (readonly [id: RuleId, rule: Rule])[];
}

/** All rules by area. */
export function rulesByArea(): readonly RuleArea[] {
  const entries = Object.entries(rules) as [RuleId, Rule][];
  return Object.entries(areas).flatMap(([prefix, name]) => {
    const own = entries.filter(([id]) => id.startsWith(`${prefix}/`));
    return own.length === 0 ? [] : [{ name, rules: own }];
  });
}

/** `GB/T 9704-2012 第7.2.5条`, `GB/T 15834-2011 4.5.3.5`; null where no standard speaks of it. */
export function clauseText({ clause }: Rule): string | null {
  if (clause === null) return null;
  return /^\d/.test(clause) ? `GB/T 9704-2012 第${clause}条` : clause;
}

/** `国标原文，GB/T 9704-2012 第7.2.5条`. */
export function evidenceText(rule: Rule): string {
  const clause = clauseText(rule);
  return clause === null ? evidenceNames[rule.evidence] : `${evidenceNames[rule.evidence]}，${clause}`;
}

/** A rule as `npm run explain -- <id>` tells it. */
export function explainRule(id: RuleId): string {
  const rule: Rule = rules[id];
  return [
    `${rule.title}（${id}）`,
    `  ${rule.explanation}`,
    `  级别：${severityNames[rule.severity]}（${effects[rule.severity]}）`,
    `  依据：${evidenceText(rule)}`,
  ].join('\n');
}

/** All rules by area, one a line: what `npm run explain` tells without a name. */
export function listRules(): string {
  const sections = rulesByArea().map(({ name, rules: own }) => {
    const width = Math.max(...own.map(([id]) => id.length));
    const lines = own.map(
      ([id, { severity, title }]) => `  ${id.padEnd(width)}  ${severityNames[severity]}  ${title}`,
    );
    return [name, ...lines].join('\n');
  });
  return [...sections, '看一条规则的说明：npm run explain -- <规则名>'].join('\n\n');
}

const escapeCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** All rules as the page `docs/规则.md`. */
export function rulePage(): string {
  const sections = rulesByArea().flatMap(({ name, rules: own }) => [
    `## ${name}`,
    '',
    '| 规则 | 级别 | 说明 | 依据 |',
    '|---|---|---|---|',
    ...own.map(([id, rule]) => {
      const text = `**${rule.title}**　${rule.explanation}`;
      return `| \`${id}\` | ${severityNames[rule.severity]} | ${escapeCell(text)} | ${evidenceText(rule)} |`;
    }),
    '',
  ]);
  return `${[...pageHead, ...sections].join('\n').trimEnd()}\n`;
}

const pageHead = [
  '# 规则',
  '',
  '检查数据、模板、文字和版面的全部规则。提示信息后面括号里的就是规则名，在命令行用 `npm run explain -- 规则名` 可以看到同样的说明。',
  '这一页由程序按规则目录生成，请不要手改。',
  '',
  '- 级别：**错误**，不改正就不写出文件；**警告**，照常写出文件，请核对；**提示**，不用处理。',
  '- 依据：**国标原文**，标准写明的；**由国标推出**，从条文推得的；**惯例**，国标没有规定，是公文处理的通行做法或程序的要求。',
  '- 结束代码：`0` 没有错误（可以有警告）；`1` 有错误，没有写出；`2` 命令写法不对。',
  '- `--json`：一行一条，每条有 `rule`（规则名）、`severity`（`error`、`warning`、`note`）、`message`、`place`、`paper`、`actual`（现在的写法）、`expected`（应有的写法）、`hint`（办法），没有的写 `null`。`place` 的 `kind` 是 `file`（`file`、`line`、`column`）、`cell`（`file`、`sheet`、`cell`）或 `nowhere`，`paper` 是纸上的位置（`document`、`title`、`page`）；行、列都从 1 数起，一个汉字算一列。',
  '',
];
