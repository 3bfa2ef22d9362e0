import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { type Inline, plainText, text } from '../../document/inline.ts';
import { joinLines, joint, withoutMarks } from '../marks.ts';
import type { Manuscript } from '../wording.ts';
import { numberAttribute } from './directive.ts';
import { lineOfNode } from './source-place.ts';

/** What reading a manuscript reports to and looks places up in. */
export interface ReadingContext {
  readonly manuscript: Manuscript;
  readonly findings: Findings;
}

const inlineDirectives = ['填空', '分散', '职务'];

/** Puts neighbouring texts together. */
export function joinTexts(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = text(last.text + inline.text);
    else joined.push(inline);
  }
  return joined;
}

/** The inlines of a block or a label, without spaces at both ends. */
export function readInlines(nodes: readonly PhrasingContent[], context: ReadingContext): readonly Inline[] {
  const inlines = joinTexts(nodes.flatMap((node) => readInline(node, context)));
  return inlines
    .map((inline, index) => {
      if (inline.kind !== 'text') return inline;
      const start = index === 0 ? inline.text.trimStart() : inline.text;
      return text(index === inlines.length - 1 ? start.trimEnd() : start);
    })
    .filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

/** The words of a label or a line. */
export const readText = (nodes: readonly PhrasingContent[], context: ReadingContext): string =>
  plainText(readInlines(nodes, context)).trim();

function readInline(node: PhrasingContent, context: ReadingContext): readonly Inline[] {
  switch (node.type) {
    case 'text':
      if (node.value.includes(`${joint}**`)) reportUnpaired(node, context);
      return [{ kind: 'text', text: joinLines(withoutMarks(node.value)) }];
    case 'strong':
      return [{ kind: 'strong', text: readText(node.children, context) }];
    case 'break':
      return [{ kind: 'line-break' }];
    case 'textDirective':
      return readInlineDirective(node, context);
    default:
      context.findings.report(
        'template/syntax',
        '这里的 Markdown 写法用不到公文里',
        lineOfNode(node, context.manuscript),
        {
          actual: withoutMarks(
            context.manuscript.source.slice(node.position?.start.offset, node.position?.end.offset),
          ),
          hint: '行内只有 **重点**、:填空{宽=8}、:分散[王宁]{宽=3}；原样的符号前面加反斜线',
        },
      );
      return [];
  }
}

function readInlineDirective(node: TextDirective, context: ReadingContext): readonly Inline[] {
  switch (node.name) {
    case '填空':
      return [{ kind: 'blank', width: numberAttribute(node, '宽') ?? 8 }];
    case '分散': {
      const text = readText(node.children, context);
      return [{ kind: 'spread', text, width: Math.max(numberAttribute(node, '宽') ?? 0, [...text].length) }];
    }
    default: {
      const hint = didYouMean(node.name, inlineDirectives) ?? '要印冒号，用全角的“：”';
      const place = lineOfNode(node, context.manuscript);
      const message = node.name === '职务' ? '“职务”只能写在名单的一行里' : `没有“:${node.name}”这种行内写法`;
      context.findings.report('template/unknown-directive', message, place, { hint });
      return [];
    }
  }
}

function reportUnpaired(node: PhrasingContent, { manuscript, findings }: ReadingContext): void {
  findings.report('template/syntax', '** 没有成对', lineOfNode(node, manuscript), {
    hint: '重点的字前后各写两个星号：**重点**',
  });
}
