import { type RuleId, rules } from './catalogue.ts';
import { codeFrame } from './code-frame.ts';
import { type Finding, severityNames as names, type Severity } from './finding.ts';
import { foldFindings, type Group, isNowhere } from './fold-findings.ts';
import { formatPaper, formatPlace, type PaperPlace } from './place.ts';

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/** How findings are shown. */
export interface PrintOptions {
  /** With the colours of a terminal. */
  readonly colour?: boolean;
}

/**
 * Findings as a clerk reads them: what is wrong, where, the line of the source with `^` under the place, what to do;
 * at the end how many faults there are. Several notes of one rule that stand nowhere are one note with a list; what is
 * said of one place for several pages is said once; many faults of one rule are told in short after the first ones.
 * `sources` holds the files read, by the names places carry. Empty when nothing was found.
 */
export function printFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
  { colour = false }: PrintOptions = {},
): string {
  if (findings.length === 0) return '';
  const paint = (text: string, code: number): string => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  const shown = foldFindings(findings).map(({ group, rest }) => {
    const [{ severity, message, rule }] = group;
    const listed = group.length > 1 && isNowhere(group[0]);
    const what = listed ? titleOf(rule) : message;
    const head = `${paint(names[severity], colours[severity])}：${what}（${rule}）`;
    const list = listed ? group.map((finding) => `  ${finding.message}`) : [];
    return [head, ...list, ...detailsOf(group, sources), ...restOf(rest)].join('\n');
  });
  const faults = findings.some(({ severity }) => severity !== 'note');
  return [...shown, ...(faults ? [summary(findings)] : [])].join('\n\n');
}

/** How many of the faults told in short are listed. */
const listed = 40;

/** The faults told in short: place and message of each, and how many more. */
function restOf(rest: readonly Group[]): readonly string[] {
  if (rest.length === 0) return [];
  const lines = rest.slice(0, listed).map((group) => {
    const where = whereOf(group);
    return `    ${where === '' ? '' : `${where}：`}${group[0].message}`;
  });
  const left = rest.length - lines.length;
  const more = left === 0 ? [] : [`    还有 ${left} 处没有列出，改好这些再运行一次，或用 --json 列出全部`];
  return [`  同样的问题另有 ${rest.length} 处：`, ...lines, ...more];
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

/** Pages named before the rest is only counted. */
const pagesNamed = 3;

/** `“通知”第3页`, `“通知”第3页等 18 处`; empty for what has not been on paper. */
function pagesOf(group: Group): string {
  const papers = group.flatMap(({ paper }): PaperPlace[] => (paper === null ? [] : [paper]));
  const named = papers.slice(0, pagesNamed).map(formatPaper).join('、');
  return papers.length > pagesNamed ? `${named}等 ${papers.length} 处` : named;
}

/** Characters of a cell that are shown. */
const cellShown = 60;

/** A cell's content on one line, cut where it is long. */
function inShort(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length > cellShown ? `${characters.slice(0, cellShown).join('')}…` : characters.join('');
}

/** Pages and place of a group; empty for nowhere. */
const whereOf = (group: Group): string =>
  [pagesOf(group), formatPlace(group[0].place)].filter((words) => words !== '').join('，见 ');

function detailsOf(group: Group, sources: ReadonlyMap<string, string>): readonly string[] {
  const [{ place, actual }] = group;
  const lines: string[] = [];
  const where = whereOf(group);
  if (where !== '') lines.push(`  在 ${where}`);
  if (place.kind === 'file') {
    const source = sources.get(place.file);
    const frame = source === undefined ? null : codeFrame(source, place.line, place.column);
    if (frame !== null) lines.push(...frame.map((line) => `    ${line}`));
  }
  // A workbook has no line to show: what stands in the cell is told instead.
  if (place.kind === 'cell' && actual !== null && actual !== '') lines.push(`    现在是：${inShort(actual)}`);
  return [...lines, ...hintsOf(group).map((hint) => `  办法：${hint}`)];
}

/** What to do about a group, each thing once: one that only begins another is said by it. */
function hintsOf(group: Group): readonly string[] {
  const hints = [...new Set(group.flatMap(({ hint }) => hint ?? []))];
  return hints.filter((hint) => !hints.some((other) => other !== hint && other.startsWith(hint)));
}
