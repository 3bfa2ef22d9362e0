import type Handlebars from 'handlebars';
import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
import { lineMark } from '../marks.ts';
import { markLines } from './line-marks.ts';
import { blockNames, rewriteTemplate } from './rewrite.ts';
import type { Runtime } from './runtime.ts';
import { columnAt, parseTemplate } from './syntax.ts';

/** A template ready to run; its context is a view. */
export type Compiled = Handlebars.TemplateDelegate<unknown>;

/** What compiling needs besides the source. */
export interface Compiler {
  readonly engine: typeof Handlebars;
  readonly runtime: Runtime;
  readonly findings: Findings;
  /** Helpers a template may call. */
  readonly helperNames: ReadonlySet<string>;
  /** Templates there are. */
  readonly templateNames: ReadonlySet<string>;
  /** Places of template lines, numbered by the marks; grows as templates are compiled. */
  readonly lines: Place[];
}

/** Compiles a template file, its lines marked; null after findings. `file` is as places name it. */
export function compileTemplate(compiler: Compiler, file: string, source: string): Compiled | null {
  return compile(compiler, file, source);
}

/** Compiles an expression of a table definition; faults stand at the phrase's own place. */
export function compilePhrase(compiler: Compiler, source: string): Compiled | null {
  return compile(compiler, null, source);
}

function compile(compiler: Compiler, file: string | null, source: string): Compiled | null {
  const { engine, runtime, findings, helperNames, templateNames } = compiler;
  const lines = source.split('\n');
  const lineText = (line: number): string => lines[line - 1] ?? '';
  const placeAt = (line: number, column: number): Place =>
    file === null ? runtime.phrasePlace : { kind: 'file', file, line, column };
  const program = parseTemplate(source, findings, placeAt);
  if (program === null) return null;

  const startsLine = ({ line, column }: hbs.AST.Position): boolean =>
    lineText(line).slice(0, column).trim() === '';
  const markAt = (line: number): string => {
    const text = lineText(line);
    return lineMark(compiler.lines.push(placeAt(line, text.length - text.trimStart().length + 1)) - 1);
  };

  let failed = false;
  const rewritten = rewriteTemplate(program, {
    helpers: helperNames,
    isTemplate: (name) => templateNames.has(name),
    addSite: ({ start }, expression) =>
      runtime.addSite({
        file,
        line: start.line,
        column: columnAt(lineText(start.line), start.column),
        expression,
      }),
    markText: file === null ? null : (content) => markContent(content, startsLine, markAt),
    markLine: file === null ? null : ({ start }) => (startsLine(start) ? markAt(start.line) : null),
    report: (rule, message, { start }, hint) => {
      failed = true;
      const place = placeAt(start.line, columnAt(lineText(start.line), start.column));
      findings.report(rule, message, place, hint === null ? {} : { hint });
    },
  });
  if (failed) return null;
  return engine.compile(rewritten, {
    noEscape: true,
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(
      ['emit', 'field', ...blockNames, ...helperNames].map((name) => [name, true]),
    ) as NonNullable<CompileOptions['knownHelpers']>,
  });
}

/** Text between values: whole lines of it, less what Handlebars took away around blocks on lines of their own. */
function markContent(
  { value, original, loc }: hbs.AST.ContentStatement,
  startsLine: (position: hbs.AST.Position) => boolean,
  markAt: (line: number) => string,
): string {
  const whole = String(original);
  const dropped = whole.slice(0, Math.max(0, whole.indexOf(value))).split('\n').length - 1;
  return markLines(value, dropped > 0 || startsLine(loc.start), (index) =>
    markAt(loc.start.line + dropped + index),
  );
}
