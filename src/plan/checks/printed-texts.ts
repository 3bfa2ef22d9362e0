import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, type Placed, textOf, textsOf } from './reading.ts';

/** The running text of the plan in the order of its chapters: what a reader takes counts and mentions from. */
export function printedTexts(root: SourceMap): readonly Placed<string>[] {
  const preamble = textOf(below(root, '方案', '引言'));
  const chapters = itemsOf(below(root, '方案', '章')).flatMap((chapter): readonly Placed<string>[] => [
    ...textsOf(below(chapter, '正文')),
    ...partOf(root, textOf(below(chapter, '内容'))?.value ?? ''),
  ]);
  return [...(preamble === null ? [] : [preamble]), ...chapters];
}

/** The text of the part of the data that a chapter sets. */
function partOf(root: SourceMap, content: string): readonly Placed<string>[] {
  const texts = (items: ReturnType<typeof itemsOf>, key: string): readonly Placed<string>[] =>
    items.flatMap((item) => textOf(below(item, key)) ?? []);
  switch (content) {
    case '年度目标':
      return texts(itemsOf(below(root, '年度目标')), '表述');
    case '工作任务':
      return itemsOf(below(root, '工作领域')).flatMap((field) =>
        texts(itemsOf(below(field, '任务')), '内容'),
      );
    case '实施步骤':
      return texts(itemsOf(below(root, '实施步骤')), '内容');
    case '工作要求':
      return texts(itemsOf(below(root, '工作要求')), '内容');
    default:
      return [];
  }
}
