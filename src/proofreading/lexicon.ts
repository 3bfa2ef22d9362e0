import { childOf, type SourceMap, type SourceNode } from '../plan/loading/source-tree.ts';
import type { Lexicon } from './text.ts';
import type { WordList } from './word-list.ts';

const itemsOf = (node: SourceNode | null): readonly SourceNode[] => (node?.kind === 'list' ? node.items : []);

function textAt(node: SourceNode | null, ...keys: readonly string[]): string | null {
  const found = keys.reduce<SourceNode | null>((at, key) => (at === null ? null : childOf(at, key)), node);
  return found?.kind === 'scalar' && typeof found.value === 'string' && found.value.trim() !== ''
    ? found.value.trim()
    : null;
}

/** What the plan calls its documents, people, units and places. */
export function lexiconOf(root: SourceMap, list: WordList): Lexicon {
  const namesOf = (list: readonly SourceNode[], key: string): readonly string[] =>
    list.flatMap((item) => textAt(item, key) ?? []);
  const title = textAt(root, '方案', '标题');
  const township = textAt(root, '方案', '乡镇');
  const persons = itemsOf(childOf(root, '工作专班')).flatMap((group) =>
    namesOf(itemsOf(childOf(group, '人员')), '姓名'),
  );
  const register = itemsOf(childOf(root, '责任单位'));
  return {
    titles: [...(title === null ? [] : [title]), ...namesOf(itemsOf(childOf(root, '附件')), '标题')],
    persons,
    names: [
      ...persons,
      ...namesOf(register, '名称'),
      ...namesOf(itemsOf(childOf(root, '村居')), '名称'),
      ...(township === null ? [] : [township, township.slice(0, -1)]),
      ...(textAt(root, '公文', '发文机关') ?? '').split('、'),
    ].filter((name) => name.length > 1),
    units: namesOf(register, '名称'),
    township,
    campaign: textAt(root, '方案', '工作名称'),
    get words() {
      return list.words;
    },
    get phrases() {
      return list.phrases;
    },
    get common() {
      return list.common;
    },
    otherPlaces: list.otherPlaces.filter((name) => township === null || !township.includes(name)),
  };
}

/** All of a lexicon that is the plan's own. */
export const namesIn = ({
  titles,
  persons,
  names,
  units,
  township,
  campaign,
}: Lexicon): readonly unknown[] => [titles, persons, names, units, township, campaign];
