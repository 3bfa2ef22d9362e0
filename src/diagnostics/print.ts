import { type RuleId, rules } from './catalogue.ts';
import { codeFrame } from './code-frame.ts';
import type { Finding, Severity } from './finding.ts';
import { formatPlace } from './place.ts';

const names: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/** How findings are shown. */
export interface PrintOptions {
  /** With the colours of a terminal. */
  readonly colour?: boolean;
}

/**
 * Findings as a clerk reads them: what is wrong, where, the line of the source with `^` under the place, what to do;
 * at the end how many faults there are. Several notes of one rule that stand nowhere are one note with a list.
 * `sources` holds the files read, by the names places carry. Empty when nothing was found.
 */
export function printFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
  { colour = false }: PrintOptions = {},
): string {
  if (findings.length === 0) return '';
  const paint = (text: string, code: number): string => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  const shown = fold(findings).map((group) => {
    const [{ severity, message, rule }] = group;
    const what = group.length === 1 ? message : titleOf(rule);
    const head = `${paint(names[severity], colours[severity])}：${what}（${rule}）`;
    const list = group.length === 1 ? [] : group.map((finding) => `  ${finding.message}`);
    return [head, ...list, ...detailsOf(group, sources)].join('\n');
  });
  const faults = findings.some(({ severity }) => severity !== 'note');
  return [...shown, ...(faults ? [summary(findings)] : [])].join('\n\n');
}

type Group = readonly [Finding, ...Finding[]];

/** Notes of one rule that stand nowhere, together where the first of them stands; everything else by itself. */
function fold(findings: readonly Finding[]): readonly Group[] {
  const groups: [Finding, ...Finding[]][] = [];
  for (const finding of findings) {
    const foldable = finding.severity === 'note' && finding.place.kind === 'nowhere';
    const same = foldable ? groups.find(([first]) => first.rule === finding.rule) : undefined;
    if (same === undefined) groups.push([finding]);
    else same.push(finding);
  }
  return groups;
}

/** What a rule is about, for the clerk. */
const titleOf = (rule: string): string => (rule in rules ? rules[rule as RuleId].title : rule);

/** `共发现 3 处错误、1 处警告。` */
export function summary(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} 处${names[severity]}`];
  });
  return counts.length === 0 ? '没有发现问题。' : `共发现 ${counts.join('、')}。`;
}

function detailsOf(group: Group, sources: ReadonlyMap<string, string>): readonly string[] {
  const [{ place }] = group;
  const lines: string[] = [];
  const where = formatPlace(place);
  if (where !== '') lines.push(`  在 ${where}`);
  if (place.kind === 'file') {
    const source = sources.get(place.file);
    const frame = source === undefined ? null : codeFrame(source, place.line, place.column);
    if (frame !== null) lines.push(...frame.map((line) => `    ${line}`));
  }
  const hints = new Set(group.flatMap(({ hint }) => hint ?? []));
  return [...lines, ...[...hints].map((hint) => `  办法：${hint}`)];
}
