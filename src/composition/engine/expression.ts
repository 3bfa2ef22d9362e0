/** A place in a template where the data is asked: which expression, and where it is written. */
export interface Site {
  /** Null in a table definition: its place is the caller's. */
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
  /** The expression as it is written, as `公文.发文字号`. */
  readonly expression: string;
}

const nowhereInSource: hbs.AST.SourceLocation = {
  source: '',
  start: { line: 1, column: 0 },
  end: { line: 1, column: 0 },
};

/** `original` is what the compiler's own messages quote. */
export const stringLiteral = (value: string): hbs.AST.StringLiteral => ({
  type: 'StringLiteral',
  value,
  original: value,
  loc: nowhereInSource,
});

export const numberLiteral = (value: number): hbs.AST.NumberLiteral => ({
  type: 'NumberLiteral',
  value,
  original: value,
  loc: nowhereInSource,
});

/** A path of one name, as a helper's. */
export const nameOf = (name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc,
});

/** `(name first second …)`. */
export const call = (
  name: string,
  params: readonly hbs.AST.Expression[],
  hash: hbs.AST.Hash | undefined,
  loc: hbs.AST.SourceLocation,
): hbs.AST.SubExpression => ({
  type: 'SubExpression',
  path: nameOf(name, loc),
  params: [...params],
  // The grammar leaves the hash out where there is none; the declared type does not say so.
  hash: hash as hbs.AST.Hash,
  loc,
});

export const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';

export const isCall = (node: hbs.AST.Node): node is hbs.AST.SubExpression => node.type === 'SubExpression';
