import { type RuleId, rules } from './catalogue.ts';
import { codeFrame } from './code-frame.ts';
import type { Finding, Severity } from './finding.ts';
import { formatPaper, formatPlace, type PaperPlace } from './place.ts';

const names: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/** How findings are shown. */
export interface PrintOptions {
  /** With the colours of a terminal. */
  readonly colour?: boolean;
}

/**
 * Findings as a clerk reads them: what is wrong, where, the line of the source with `^` under the place, what to do;
 * at the end how many faults there are. Several notes of one rule that stand nowhere are one note with a list; what is
 * said of one place for several pages is said once.
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
    const listed = group.length > 1 && isNowhere(group[0]);
    const what = listed ? titleOf(rule) : message;
    const head = `${paint(names[severity], colours[severity])}：${what}（${rule}）`;
    const list = listed ? group.map((finding) => `  ${finding.message}`) : [];
    return [head, ...list, ...detailsOf(group, sources)].join('\n');
  });
  const faults = findings.some(({ severity }) => severity !== 'note');
  return [...shown, ...(faults ? [summary(findings)] : [])].join('\n\n');
}

type Group = readonly [Finding, ...Finding[]];

/**
 * Notes of one rule that stand nowhere, and what is the same but for the page, together where the first of them
 * stands; everything else by itself.
 */
function fold(findings: readonly Finding[]): readonly Group[] {
  const groups: [Finding, ...Finding[]][] = [];
  for (const finding of findings) {
    const same = groups.find(([first]) => isListed(first, finding) || isElsewhere(first, finding));
    if (same === undefined) groups.push([finding]);
    else same.push(finding);
  }
  return groups;
}

/** Both are notes of one rule that stand nowhere: their messages make a list. */
const isListed = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule && [a, b].every((each) => each.severity === 'note' && isNowhere(each));

/** Both say the same of the same place, on different pages. */
const isElsewhere = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule &&
  a.message === b.message &&
  a.paper !== null &&
  b.paper !== null &&
  formatPlace(a.place) === formatPlace(b.place);

const isNowhere = ({ place, paper }: Finding): boolean => place.kind === 'nowhere' && paper === null;

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

/** Pages named before the rest is only counted. */
const pagesNamed = 3;

/** `“通知”第3页`, `“通知”第3页等 18 处`; empty for what has not been on paper. */
function pagesOf(group: Group): string {
  const papers = group.flatMap(({ paper }): PaperPlace[] => (paper === null ? [] : [paper]));
  const named = papers.slice(0, pagesNamed).map(formatPaper).join('、');
  return papers.length > pagesNamed ? `${named}等 ${papers.length} 处` : named;
}

function detailsOf(group: Group, sources: ReadonlyMap<string, string>): readonly string[] {
  const [{ place }] = group;
  const lines: string[] = [];
  const where = [pagesOf(group), formatPlace(place)].filter((words) => words !== '');
  if (where.length > 0) lines.push(`  在 ${where.join('，见 ')}`);
  if (place.kind === 'file') {
    const source = sources.get(place.file);
    const frame = source === undefined ? null : codeFrame(source, place.line, place.column);
    if (frame !== null) lines.push(...frame.map((line) => `    ${line}`));
  }
  const hints = new Set(group.flatMap(({ hint }) => hint ?? []));
  return [...lines, ...[...hints].map((hint) => `  办法：${hint}`)];
}
