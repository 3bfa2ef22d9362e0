import type { Findings } from '../diagnostics/findings.ts';
import { childOf, type SourceNode } from '../plan/loading/source-tree.ts';
import { readYaml } from '../plan/loading/yaml-file.ts';
import { type CommonWords, commonWordsOf } from './common-words.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import type { WatchedWord } from './text.ts';

/** The word list among the templates, for the office to extend. */
export const wordListFile = '校对/词表.yaml';

/** What the word list holds. */
export interface WordList {
  /** By their first character. */
  readonly words: ReadonlyMap<string, readonly WatchedWord[]>;
  readonly otherPlaces: readonly string[];
  /** Set phrases: what differs from one by a single character is reported. */
  readonly phrases: Phrases;
  /** Words: what sounds or looks like one and is none is reported. */
  readonly common: CommonWords;
}

export const emptyWordList: WordList = {
  words: new Map(),
  otherPlaces: [],
  phrases: phrasesOf([]),
  common: commonWordsOf([]),
};

const textOf = (node: SourceNode | null): string | null =>
  node?.kind === 'scalar' && node.value !== null ? String(node.value).trim() : null;

const listOf = (node: SourceNode | null): readonly string[] =>
  node?.kind === 'list' ? node.items.flatMap((item) => textOf(item) ?? []) : [];

/** Words with blanks between them, in several lines. */
const wordsOf = (node: SourceNode | null): readonly string[] =>
  listOf(node).flatMap((line) => line.split(/[\s、，]+/u));

/** Reads the word list; what is wrong in it is reported, the rest is used. Empty where there is none. */
export function readWordList(templates: ReadonlyMap<string, string>, findings: Findings): WordList {
  const stored = templates.get(wordListFile);
  if (stored === undefined) return emptyWordList;
  const root = readYaml(`templates/${wordListFile}`, stored, findings);
  if (root === null) return emptyWordList;
  const words = new Map<string, WatchedWord[]>();
  const list = childOf(root, '错词');
  for (const [wrong, { node, keyPlace }] of list?.kind === 'map' ? list.entries : []) {
    const right = textOf(node) ?? textOf(childOf(node, '改为'));
    if (right === null || right === '' || right === wrong) {
      const hint = '写成“写错的: 正确的”，两边不能一样';
      findings.report('data/value', `词表里的“${wrong}”没有写正确的写法`, keyPlace, { hint });
      continue;
    }
    const word = {
      wrong,
      right,
      except: listOf(childOf(node, '除外')).filter((each) => each.includes(wrong)),
    };
    const first = wrong[0] ?? '';
    const same = words.get(first);
    if (same === undefined) words.set(first, [word]);
    else same.push(word);
  }
  return {
    words,
    otherPlaces: listOf(childOf(root, '别处地名')).filter((name) => name.length >= 2),
    phrases: phrasesOf(wordsOf(childOf(root, '常用语'))),
    common: commonWordsOf(wordsOf(childOf(root, '常用词'))),
  };
}
