import type { YAMLError } from 'yaml';
import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceText } from './source-text.ts';

/** The parser's codes in the clerk's words. */
const messages: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '行首缩进用了制表符',
  BAD_INDENT: '行首缩进不齐',
  MULTILINE_IMPLICIT_KEY: '这一行不是“项: 内容”',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个“项: 内容”',
  BLOCK_IN_FLOW: '方括号、花括号里不能另起缩进的项',
  MISSING_CHAR: '少写了一个符号',
  UNEXPECTED_TOKEN: '这里有多余的符号',
  BAD_ALIAS: '引用（* 或 &）写得不对',
  BAD_DQ_ESCAPE: '双引号里的反斜线写得不对',
  MULTIPLE_DOCS: '一个文件里有两份数据（---）',
  TAG_RESOLVE_FAILED: '感叹号开头的字要加引号',
  MULTIPLE_ANCHORS: '引用（&）写了两个',
  MULTIPLE_TAGS: '标签（!）写了两个',
};

const hints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '缩进只用空格，下一级比上一级多两个空格',
  BAD_INDENT: '同一级的项左边对齐，下一级多两个空格',
  MISSING_CHAR: '检查引号、方括号、花括号是否成对，逗号是否漏写',
  BLOCK_AS_IMPLICIT_KEY: '内容里有冒号的，整段加引号',
  MULTILINE_IMPLICIT_KEY: '项的名称后面要有半角冒号和一个空格，写作“标题: 内容”',
};

/** A line that would be a pair if its colon were the right one. */
function colonHint(line: string): string | null {
  if (/^\s*(?:- )?[^\s:：]+：/.test(line)) return '冒号要用半角的，后面空一格，写作“标题: 内容”';
  return /^\s*(?:- )?[^\s:]+:[^\s/]/.test(line) ? '冒号后面要空一格' : null;
}

/** The quotation mark that opens a value on some line at or before an offset and is not closed there; null for none. */
function openQuote(text: string, before: number): number | null {
  let found: number | null = null;
  for (const match of text
    .slice(0, before)
    .matchAll(/(?<=^|[:-][ \t]+|[,[{][ \t]*)(["'])(?:(?!\1)[^\n])*$/gmu)) {
    found = match.index;
  }
  return found;
}

/** The line after a pair that goes on further to the right and is a pair itself: its column, from 1; null for none. */
function deeperPair(line: string, next: string): number | null {
  const indent = (each: string): number => /^ */.exec(each)?.[0].length ?? 0;
  const isPair = (each: string): boolean => /^\s*[^\s#:]+:(?: |$)/u.test(each);
  return isPair(line) && isPair(next) && indent(next) > indent(line) ? indent(next) + 1 : null;
}

const isOpenQuote = ({ message }: YAMLError): boolean => /^Missing closing ["']quote/.test(message);

/** Reports faults of YAML syntax where they stand; what only follows from another one is left out. */
export function reportSyntax(faults: readonly YAMLError[], source: SourceText, findings: Findings): void {
  const tab = faults.find(({ code }) => code === 'TAB_AS_INDENT')?.pos[0] ?? Number.POSITIVE_INFINITY;
  const quote = faults.find(isOpenQuote);
  let told: number | null = null;
  for (const fault of faults) {
    // After a tab nothing seems to stand in line; a quotation mark left open swallows what would close brackets.
    if (fault.code !== 'TAB_AS_INDENT' && fault.pos[0] >= tab) continue;
    if (quote !== undefined && fault !== quote && fault.pos[0] >= quote.pos[0]) continue;
    const { line } = source.lineCounter.linePos(fault.pos[0]);
    if (told === line && fault.code === 'MULTILINE_IMPLICIT_KEY') continue;
    told = report(fault, source, findings) ? line : null;
  }
}

/** Reports one fault; whether it speaks for the others of its line. */
function report(fault: YAMLError, source: SourceText, findings: Findings): boolean {
  const place = source.placeOf(Math.min(fault.pos[0], source.text.length));
  const line = place.kind === 'file' ? place.line : 1;
  const quote = isOpenQuote(fault) ? openQuote(source.text, fault.pos[0]) : null;
  if (quote !== null) {
    const hint = '在这段内容的末尾补上同样的半角引号，或者两边都不写';
    findings.report('data/syntax', '引号只写了一边', source.placeOf(quote), { hint });
    return false;
  }
  const deeper =
    fault.code === 'BLOCK_AS_IMPLICIT_KEY'
      ? deeperPair(source.lineText(line), source.lineText(line + 1))
      : null;
  if (deeper !== null) {
    const at = { kind: 'file', file: source.file, line: line + 1, column: deeper } as const;
    findings.report('data/syntax', '行首比上一项多了空格', at, { hint: '与上一项左边对齐' });
    return true;
  }
  // A bracket left open swallows the lines that follow, which then seem badly indented.
  const code = fault.code === 'BAD_INDENT' && fault.message.startsWith('Flow') ? 'MISSING_CHAR' : fault.code;
  // The slip is often on the line before the one where the parser notices it.
  const nearby = [line, line - 1].map((number) => colonHint(source.lineText(number)));
  const hint = nearby.find((found) => found !== null) ?? hints[code] ?? null;
  const message = messages[code] ?? '这里的写法读不懂';
  findings.report('data/syntax', message, place, hint === null ? {} : { hint });
  return false;
}
