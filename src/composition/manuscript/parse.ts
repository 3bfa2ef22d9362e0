import type { Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { cutBlocks, type SourceBlock } from './cut-blocks.ts';

const extensions = [
  directive(),
  // Blocks of a template may be indented to show what stands in what; that is never code.
  { disable: { null: ['codeIndented'] } },
];
const mdastExtensions = [directiveFromMarkdown()];

const parse = (source: string): Root => fromMarkdown(source, { extensions, mdastExtensions });

/** A paragraph of one line in which nothing is markup; data are escaped, so every datum is such text. */
const plain = /^(?![\s\d])(?!$)[^!-/:-@[-`{-~\n]*(?:(?:&#\d{2,3};|[.,;%()'"/])[^!-/:-@[-`{-~\n]*)*(?<!\s)$/;
const reference = /&#(\d{2,3});/g;
const decode = (_: string, code: string): string => String.fromCharCode(Number(code));

const pointAt = (offset: number) => ({ line: 1, column: 1, offset });

/** What the parser makes of plain text, without asking it. */
function plainParagraph({ text, start }: SourceBlock): RootContent {
  const value = text.replace(reference, decode);
  const position = { start: pointAt(start), end: pointAt(start + text.length) };
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
}

/** A directive of a line with nothing but plain text in its label: `::标题[…]`. */
const plainDirective =
  /^(::(\p{L}+)\[)([^!-/:-@[-`{-~\n]*(?:(?:&#\d{2,3};|[.,;%()'"/])[^!-/:-@[-`{-~\n]*)*)\]$/u;

function leafDirective({ text, start }: SourceBlock): RootContent | null {
  const [, opening, name, label] = plainDirective.exec(text) ?? [];
  if (opening === undefined || name === undefined || label === undefined) return null;
  const value = label.replace(reference, decode);
  const from = start + opening.length;
  const position = { start: pointAt(from), end: pointAt(from + label.length) };
  const children = value === '' ? [] : [{ type: 'text' as const, value, position }];
  const whole = { start: pointAt(start), end: pointAt(start + text.length) };
  return { type: 'leafDirective', name, attributes: {}, children, position: whole };
}

/** A parsed piece of a manuscript, moved to where it stands. */
function movedBy<T>(node: T, offset: number): T {
  if (Array.isArray(node)) return node.map((item) => movedBy(item, offset)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    copy[key] = key === 'offset' ? (value as number) + offset : movedBy(value, offset);
  }
  return copy as T;
}

/** Blocks parsed before: documents of a kind have most of theirs in common. */
const parsed = new Map<string, readonly RootContent[]>();
/** So many are remembered before all are forgotten. */
const remembered = 2000;

function parseBlock(block: SourceBlock): readonly RootContent[] {
  if (plain.test(block.text)) return [plainParagraph(block)];
  const directive = leafDirective(block);
  if (directive !== null) return [directive];
  let nodes = parsed.get(block.text);
  if (nodes === undefined) {
    nodes = parse(block.text).children;
    if (parsed.size >= remembered) parsed.clear();
    parsed.set(block.text, nodes);
  }
  return movedBy(nodes, block.start);
}

/**
 * Parses a manuscript: CommonMark with directives. Every text is well-formed, so there is nothing to report. Of the
 * positions only the offsets count.
 */
export const parseManuscript = (source: string): readonly RootContent[] =>
  cutBlocks(source).flatMap(parseBlock);
