import { childOf, type SourceMap, type SourceNode } from './loading/source-tree.ts';

/** 已核对: a warning the office has looked at and need not see again. */
export interface Acknowledgement {
  /** Id of the rule, as `text/words`. */
  readonly rule: string;
  /** Words of the text, or of the warning, that it is about. */
  readonly words: string;
}

function textAt(node: SourceNode, key: string): string | null {
  const found = childOf(node, key);
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value.trim() : null;
}

/** What the office has looked at, from a plan as it is stored. */
export function acknowledgementsOf(root: SourceMap): readonly Acknowledgement[] {
  const list = childOf(root, '已核对');
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const rule = textAt(item, '规则');
    const words = textAt(item, '原文');
    return rule === null || words === null || words === '' ? [] : [{ rule, words }];
  });
}
