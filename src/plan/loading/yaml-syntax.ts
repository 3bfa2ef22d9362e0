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
};

/** A line that would be a pair if its colon were the right one. */
function colonHint(line: string): string | null {
  if (/^\s*(?:- )?[^\s:：]+：/.test(line)) return '冒号要用半角的，后面空一格，写作“标题: 内容”';
  return /^\s*(?:- )?[^\s:]+:[^\s/]/.test(line) ? '冒号后面要空一格' : null;
}

/** Reports a fault of YAML syntax where it stands. */
export function reportSyntax(fault: YAMLError, source: SourceText, findings: Findings): void {
  const place = source.placeOf(Math.min(fault.pos[0], source.text.length));
  const line = place.kind === 'file' ? place.line : 1;
  // A bracket left open swallows the lines that follow, which then seem badly indented.
  const code = fault.code === 'BAD_INDENT' && fault.message.startsWith('Flow') ? 'MISSING_CHAR' : fault.code;
  // The slip is often on the line before the one where the parser notices it.
  const nearby = [line, line - 1].map((number) => colonHint(source.lineText(number)));
  const hint = nearby.find((found) => found !== null) ?? hints[code] ?? null;
  const message = messages[code] ?? '这里的写法读不懂';
  findings.report('data/syntax', message, place, hint === null ? {} : { hint });
}
