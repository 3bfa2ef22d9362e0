import { didYouMean } from '../../diagnostics/nearest.ts';
import { call, isCall, isPath, nameOf, numberLiteral, stringLiteral } from './expression.ts';

/** What rewriting a template needs to know and where it reports. */
export interface RewriteContext {
  /** Helpers that templates may call in an expression. */
  readonly helpers: ReadonlySet<string>;
  readonly isTemplate: (name: string) => boolean;
  /** Notes a place of the template and gives its number. */
  readonly addSite: (loc: hbs.AST.SourceLocation, expression: string) => number;
  /** Numbers the place of a line of a manuscript; null in a phrase, which has no lines to mark. */
  readonly markText: ((content: hbs.AST.ContentStatement) => string) | null;
  readonly markLine: ((loc: hbs.AST.SourceLocation) => string | null) | null;
  readonly report: (
    rule: 'template/syntax' | 'template/missing',
    message: string,
    loc: hbs.AST.SourceLocation,
    hint: string | null,
  ) => void;
}

/** Blocks a template may use. */
export const blockNames: ReadonlySet<string> = new Set(['each', 'if', 'unless', 'with']);

/**
 * Rewrites a parsed template so that the runtime can say where every fault stands: each path becomes a call of
 * `field` with its site, each helper is told its site, each value is put out through `emit`, which escapes it.
 * Handlebars' own strict mode stops at the first missing field and lets those in helpers' arguments pass.
 */
export function rewriteTemplate(program: hbs.AST.Program, context: RewriteContext): hbs.AST.Program {
  return rewriteProgram(program, context, new Set());
}

type Scope = ReadonlySet<string>;

function rewriteProgram(program: hbs.AST.Program, context: RewriteContext, outer: Scope): hbs.AST.Program {
  const scope = program.blockParams?.length ? new Set([...outer, ...program.blockParams]) : outer;
  return {
    ...program,
    body: program.body.flatMap((statement) => rewriteStatement(statement, context, scope)),
  };
}

function rewriteStatement(
  statement: hbs.AST.Statement,
  context: RewriteContext,
  scope: Scope,
): hbs.AST.Statement[] {
  switch (statement.type) {
    case 'ContentStatement': {
      const content = statement as hbs.AST.ContentStatement;
      return [context.markText === null ? content : contentOf(context.markText(content), content.loc)];
    }
    case 'CommentStatement':
      return [];
    case 'MustacheStatement':
      return rewriteMustache(statement as hbs.AST.MustacheStatement, context, scope);
    case 'BlockStatement':
      return rewriteBlock(statement as hbs.AST.BlockStatement, context, scope);
    case 'PartialStatement':
      return rewritePartial(statement as hbs.AST.PartialStatement, context, scope);
    default:
      context.report(
        'template/syntax',
        '这种写法用不了',
        statement.loc,
        '只用 {{…}}、{{#if}}、{{#each}}、{{> …}}',
      );
      return [];
  }
}

const contentOf = (value: string, loc: hbs.AST.SourceLocation): hbs.AST.ContentStatement => ({
  type: 'ContentStatement',
  value,
  original: value as unknown as hbs.AST.StripFlags,
  loc,
});

function rewriteMustache(
  mustache: hbs.AST.MustacheStatement,
  context: RewriteContext,
  scope: Scope,
): hbs.AST.Statement[] {
  const { path, params, hash, loc } = mustache;
  if (!mustache.escaped) {
    context.report('template/syntax', '不能用三个花括号：数据会变成版面标记', loc, '改用两个花括号 {{…}}');
    return [];
  }
  if (!isPath(path)) {
    context.report('template/syntax', '花括号里应写数据的名称', loc, null);
    return [];
  }
  const isHelper = params.length > 0 || hash !== undefined;
  const value = isHelper
    ? rewriteCall({ type: 'SubExpression', path, params, hash, loc }, context, scope)
    : rewritePath(path, context, scope);
  const site = context.addSite(loc, path.original);
  const emitted: hbs.AST.MustacheStatement = {
    ...mustache,
    path: nameOf('emit', loc),
    params: [numberLiteral(site), value],
    hash: undefined as unknown as hbs.AST.Hash,
    escaped: false,
  };
  const mark = context.markLine?.(loc) ?? null;
  return mark === null ? [emitted] : [contentOf(mark, loc), emitted];
}

function rewriteBlock(
  block: hbs.AST.BlockStatement,
  context: RewriteContext,
  scope: Scope,
): hbs.AST.Statement[] {
  const name = block.path.original;
  if (!blockNames.has(name)) {
    const hint =
      didYouMean(name, blockNames) ?? '成块的只有 each（逐条）、if（如果）、unless（除非）、with（就某项）';
    context.report('template/syntax', `没有 {{#${name}}} 这种块`, block.loc, hint);
    return [];
  }
  if (block.params.length !== 1) {
    context.report('template/syntax', `{{#${name} …}} 后面要写一项数据`, block.loc, null);
    return [];
  }
  const site = context.addSite(block.loc, expressionText(block.params[0]));
  return [
    {
      ...block,
      params: [numberLiteral(site), ...block.params.map((param) => rewriteExpression(param, context, scope))],
      program: rewriteProgram(block.program, context, scope),
      ...(block.inverse ? { inverse: rewriteProgram(block.inverse, context, scope) } : {}),
    } as hbs.AST.BlockStatement,
  ];
}

function rewritePartial(
  partial: hbs.AST.PartialStatement,
  context: RewriteContext,
  scope: Scope,
): hbs.AST.Statement[] {
  const params = partial.params.map((param) => rewriteExpression(param, context, scope));
  const hash = rewriteHash(partial.hash, context, scope);
  if (isCall(partial.name)) {
    return [
      {
        ...partial,
        name: rewriteCall(partial.name, context, scope),
        params,
        hash,
      } as hbs.AST.PartialStatement,
    ];
  }
  const name = partial.name.original;
  if (!context.isTemplate(name)) {
    context.report('template/missing', `没有模板“${name}”`, partial.loc, null);
    return [];
  }
  return [{ ...partial, params, hash } as hbs.AST.PartialStatement];
}

function rewriteHash(hash: hbs.AST.Hash | undefined, context: RewriteContext, scope: Scope): hbs.AST.Hash {
  if (hash === undefined) return undefined as unknown as hbs.AST.Hash;
  return {
    ...hash,
    pairs: hash.pairs.map((pair) => ({ ...pair, value: rewriteExpression(pair.value, context, scope) })),
  };
}

function rewriteExpression(
  expression: hbs.AST.Expression,
  context: RewriteContext,
  scope: Scope,
): hbs.AST.Expression {
  if (isPath(expression)) return rewritePath(expression, context, scope);
  return isCall(expression) ? rewriteCall(expression, context, scope) : expression;
}

function rewriteCall(
  expression: hbs.AST.SubExpression,
  context: RewriteContext,
  scope: Scope,
): hbs.AST.SubExpression {
  const name = expression.path.original;
  if (!context.helpers.has(name)) {
    context.report(
      'template/syntax',
      `没有“${name}”这个写法`,
      expression.loc,
      didYouMean(name, context.helpers),
    );
    return call('field', [numberLiteral(0), stringLiteral('')], undefined, expression.loc);
  }
  const site = context.addSite(expression.loc, [name, ...expression.params.map(expressionText)].join(' '));
  const params = expression.params.map((param) => rewriteExpression(param, context, scope));
  const hash = expression.hash === undefined ? undefined : rewriteHash(expression.hash, context, scope);
  return call(name, [numberLiteral(site), ...params], hash, expression.loc);
}

/** `甲.乙.丙` becomes `(field site this "甲" "乙" "丙")`; `@甲` and block parameters are the base themselves. */
function rewritePath(
  path: hbs.AST.PathExpression,
  context: RewriteContext,
  scope: Scope,
): hbs.AST.Expression {
  const parts: readonly string[] = path.parts;
  const [first] = parts;
  const keepsFirst = path.data || (path.depth === 0 && first !== undefined && scope.has(first));
  if (parts.length === 0) return path;
  const kept = keepsFirst ? parts.slice(0, 1) : [];
  const base: hbs.AST.PathExpression = { ...path, parts: kept };
  const site = context.addSite(path.loc, path.original);
  const asked = parts.slice(kept.length).map(stringLiteral);
  return call('field', [numberLiteral(site), base, ...asked], undefined, path.loc);
}

const expressionText = (expression: hbs.AST.Expression | undefined): string =>
  expression === undefined ? '' : ((expression as { original?: string }).original ?? '(…)');
