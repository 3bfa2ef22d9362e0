import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { describe, expect, test } from 'vitest';
import { parseManuscript } from '../../../src/composition/manuscript/parse.ts';
import { datumMark, lineMark } from '../../../src/composition/marks.ts';

/** The same text read by the parser in one piece. */
const inOnePiece = (source: string) =>
  fromMarkdown(source, {
    extensions: [directive(), { disable: { null: ['codeIndented'] } }],
    mdastExtensions: [directiveFromMarkdown()],
  }).children;

/** Nodes with their offsets, without lines and columns. */
const shape = (nodes: readonly object[]): unknown =>
  JSON.parse(JSON.stringify(nodes, (key, value) => (key === 'line' || key === 'column' ? undefined : value)));

const manuscripts = {
  'plain paragraphs': '第一段，有数字123和（括号）。\n\n第二段；有 English 与 30%。',
  'data with references': `${lineMark(3)}${datumMark(0)}甲&#45;乙&#42;丙&#91;1&#93;。`,
  'headings of all levels': '# 总体要求\n\n## 加强领导\n\n### 健全机制。\n正文接排。\n\n#### 小项',
  'a line that begins with a number': '1. 一\n2. 二',
  'a number behind a mark': `${lineMark(1)}2022年工作`,
  directives:
    '::标题[关于印发《方案》的通知]\n\n::印发[三管镇]{日期="2022年"}\n\n::附件说明\n\n::另面{版式=横排}',
  'a directive without label': '::标题[]',
  'a directive with markup in its label': '::顶格[村（居）：:填空{宽=6}　**重点**]',
  'a directive with marks': `::标题[${lineMark(2)}${datumMark(1)}三管镇通知]`,
  'a container with blank lines': ':::名单[组长]\n\n姚治广 :职务[副镇长]\n\n:::\n\n后面一段。',
  'containers one after another': ':::名单[组长]\n甲\n:::\n\n:::名单[成员]\n乙\n:::',
  'text directly below a container': ':::名单[组长]\n甲\n:::\n后面一段。',
  'strong text and escapes': '要**认真**落实\\*。\n\n\\# 不是标题',
  'lines of one paragraph': '第一行\n第二行  \n第三行',
  'indented blocks': '    缩进的一段\n\n  # 缩进的标题',
  'many blank lines': '\n\n\n甲\n\n\n\n乙\n\n',
  nothing: '',
} as const;

describe('a manuscript read block by block is what the parser makes of the whole', () => {
  test.each(Object.entries(manuscripts))('%s', (_, source) => {
    expect(shape(parseManuscript(source))).toEqual(shape(inOnePiece(source)));
    // And again, when its blocks are remembered.
    expect(shape(parseManuscript(`开头。\n\n${source}`))).toEqual(shape(inOnePiece(`开头。\n\n${source}`)));
  });
});
