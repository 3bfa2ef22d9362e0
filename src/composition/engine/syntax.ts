import Handlebars from 'handlebars';
import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';

/** Number of characters (code points) before an offset of UTF-16 units in a line, plus one. */
export const columnAt = (line: string, offset: number): number => [...line.slice(0, offset)].length + 1;

interface Fault {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** UTF-16 units from the line's start. */
  readonly offset: number;
}

/**
 * The parser's own report shows the place only as a caret under a window of the source without line ends:
 * finds where that window stands.
 */
function offsetInLine(source: string, line: number, report: readonly string[]): number {
  const caret = report.find((part) => /^-*\^$/.test(part))?.length ?? 1;
  const shown = report[1] ?? '';
  const before = shown.slice(0, caret - 1).replace(/^\.\.\./, '');
  const text = source.split('\n')[line - 1] ?? '';
  // The window may begin on an earlier line; its end is what stands on this one.
  for (let length = before.length; length > 0; length--) {
    const found = text.indexOf(before.slice(-length));
    if (found >= 0) return found + length;
  }
  return 0;
}

function faultOf(error: unknown, source: string): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const report = message.split('\n');
  const onLine = /^Parse error on line (\d+)/.exec(message) ?? /^Lexical error on line (\d+)/.exec(message);
  if (onLine !== null) {
    const line = Number(onLine[1]);
    return {
      message: message.includes("got 'EOF'")
        ? '模板到结尾还没有写完：有 {{#…}} 没有 {{/…}}，或者花括号没有成对'
        : '花括号里的写法不对',
      line,
      offset: offsetInLine(source, line, report),
    };
  }
  const { lineNumber, column } = error as { lineNumber?: number; column?: number };
  const mismatch = /^(.+?) doesn't match (.+?)(?: - |$)/.exec(message);
  return {
    message: mismatch === null ? '花括号里的写法不对' : `{{#${mismatch[1]}}} 与 {{/${mismatch[2]}}} 不配对`,
    line: lineNumber ?? 1,
    offset: column ?? 0,
  };
}

/** Reads the source of a template; null after a `template/syntax` finding. `place` turns line and column into a place. */
export function parseTemplate(
  source: string,
  findings: Findings,
  place: (line: number, column: number) => Place,
): hbs.AST.Program | null {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    const { message, line, offset } = faultOf(error, source);
    const text = source.split('\n')[line - 1] ?? '';
    findings.report('template/syntax', message, place(line, columnAt(text, offset)), {
      hint: text.includes('}}}')
        ? '版面指令的花括号里再写数据，数据要加引号：{日期="{{…}}"}'
        : '一项数据写作 {{公文.发文字号}}；{{#if …}}、{{#each …}} 要有对应的 {{/if}}、{{/each}}',
    });
    return null;
  }
}
