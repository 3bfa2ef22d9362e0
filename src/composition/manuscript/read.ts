import type { Heading, Node, Paragraph, RootContent } from 'mdast';
import type { Findings } from '../../diagnostics/findings.ts';
import type { HeadingLevel, Lead } from '../../document/block.ts';
import type { Header } from '../../document/header.ts';
import { plainText } from '../../document/inline.ts';
import type { Imprint, Section } from '../../document/official-document.ts';
import type { Manuscript } from '../wording.ts';
import { Draft, type TableOf } from './draft.ts';
import { finishHeader, finishImprint } from './finish-header.ts';
import { attachmentTitleOf, readFlowDirective } from './flow-directives.ts';
import { readInlines } from './inlines.ts';
import { parseManuscript } from './parse.ts';

/** A manuscript read: what of an official document is said in it. */
export interface ReadManuscript {
  /** The first title; empty where there is none. */
  readonly title: string;
  readonly header: Header | null;
  readonly sections: readonly Section[];
  readonly imprint: Imprint | null;
}

/**
 * Reads a manuscript into the elements of an official document: headings counted, sections begun, tables composed
 * through `tableOf`. What a template does wrongly is reported at its line, and the rest is read.
 */
export function readManuscript(manuscript: Manuscript, tableOf: TableOf, findings: Findings): ReadManuscript {
  const context = { manuscript, findings };
  const nodes = parseManuscript(manuscript.source);
  const attachmentTitles = nodes.flatMap((node) => {
    const title = node.type === 'leafDirective' ? attachmentTitleOf(node, { context }) : null;
    return title === null ? [] : [title];
  });
  const draft = new Draft(context, tableOf, attachmentTitles);
  for (let index = 0; index < nodes.length; ) index += readBlock(nodes, index, draft);
  return finish(draft, nodes[0] ?? null);
}

/** Reads the block at an index; how many nodes it took. */
function readBlock(nodes: readonly RootContent[], index: number, draft: Draft): number {
  const node = nodes[index];
  if (node === undefined) return 1;
  switch (node.type) {
    case 'heading':
      return readHeading(node, nodes[index + 1], draft);
    case 'paragraph':
      readParagraph(node, null, draft);
      return 1;
    case 'leafDirective':
    case 'containerDirective':
      readFlowDirective(node, draft);
      return 1;
    default:
      draft.report('template/syntax', '这里的 Markdown 写法用不到公文里', node, hints[node.type] ?? null);
      return 1;
  }
}

const hints: Readonly<Record<string, string>> = {
  list: '序号由程序编排：各级标题写作 # ## ### ####；人员写在 :::名单 里',
  html: '说明写作 {{!-- … --}}',
};

/** A heading that ends with a full stop opens the paragraph that follows it. */
function readHeading(node: Heading, next: RootContent | undefined, draft: Draft): number {
  const level = node.depth as HeadingLevel;
  if (node.depth > 4) {
    draft.report('template/syntax', '标题只有四级', node, '从 # 到 ####');
    return 1;
  }
  const inlines = readInlines(node.children, draft.context);
  const lead: Lead = { level, number: draft.numbers.next(level), inlines };
  if (!plainText(inlines).endsWith('。')) {
    draft.add({ kind: 'heading', ...lead, place: draft.placeOf(node) });
    return 1;
  }
  if (next?.type === 'paragraph') {
    readParagraph(next, { lead, node }, draft);
    return 2;
  }
  draft.add({ kind: 'paragraph', lead, inlines: [], indent: 'first-line', place: draft.placeOf(node) });
  return 1;
}

function readParagraph(
  node: Paragraph,
  opening: { readonly lead: Lead; readonly node: Node } | null,
  draft: Draft,
): void {
  const inlines = readInlines(node.children, draft.context);
  // A paragraph of nothing but a mark: a line of the template whose data were empty.
  if (inlines.length === 0 && opening === null) return;
  draft.add({
    kind: 'paragraph',
    lead: opening?.lead ?? null,
    inlines,
    indent: 'first-line',
    place: draft.placeOf(opening?.node ?? node),
  });
}

function finish(draft: Draft, first: Node | null): ReadManuscript {
  const { signature } = draft;
  const report = (message: string, hint: string | null) => {
    if (first !== null) draft.report('template/syntax', message, first, hint);
  };
  const header = finishHeader(draft.header, report);
  const imprint = finishImprint(draft.imprint, draft.header.form, report);
  if (signature.issuers.length > 0) report('署名之后没有成文日期', '署名之后写 ::成文日期[…]');
  if (signature.posts.length > 0) report('签名章之后没有成文日期', '签名章之后写 ::成文日期[…]');
  return { title: draft.title || untitled(header), header, sections: draft.sections, imprint };
}

/** What a document without a title is called: an order has its mark and number instead. */
const untitled = (header: Header | null): string =>
  header?.form === 'order' ? `${header.mark}（${header.documentNumber}）` : '';
