import type { Findings } from '../diagnostics/findings.ts';
import { recallWithFindings } from '../keeping/recall.ts';
import type { Shelf } from '../keeping/shelf.ts';
import { childOf, type SourceNode } from '../plan/loading/source-tree.ts';
import { readYaml } from '../plan/loading/yaml-file.ts';
import { type CommonWords, commonWordsOf } from './common-words.ts';
import { groupBy, type Phrases, phrasesOf } from './phrases.ts';
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

/** A word list as plain data. */
interface Lists {
  readonly words: readonly WatchedWord[];
  readonly otherPlaces: readonly string[];
  readonly phrases: readonly string[];
  readonly common: readonly string[];
}

const nothing: Lists = { words: [], otherPlaces: [], phrases: [], common: [] };

/** What is looked for by many ways is made ready when the first text is read. */
function listOfWords({ words, otherPlaces, phrases, common }: Lists): WordList {
  const ready: { words?: WordList['words']; phrases?: Phrases; common?: CommonWords } = {};
  return {
    otherPlaces,
    get words() {
      ready.words ??= groupBy(words, ({ wrong }) => wrong[0] ?? '');
      return ready.words;
    },
    get phrases() {
      ready.phrases ??= phrasesOf(phrases);
      return ready.phrases;
    },
    get common() {
      ready.common ??= commonWordsOf(common);
      return ready.common;
    },
  };
}

export const emptyWordList: WordList = listOfWords(nothing);

const textOf = (node: SourceNode | null): string | null =>
  node?.kind === 'scalar' && node.value !== null ? String(node.value).trim() : null;

const listOf = (node: SourceNode | null): readonly string[] =>
  node?.kind === 'list' ? node.items.flatMap((item) => textOf(item) ?? []) : [];

/** Words with blanks between them, in several lines. */
const wordsOf = (node: SourceNode | null): readonly string[] =>
  listOf(node).flatMap((line) => line.split(/[\s、，]+/u));

/** Reads the word list; what is wrong in it is reported, the rest is used. Empty where there is none. */
export function readWordList(
  templates: ReadonlyMap<string, string>,
  findings: Findings,
  shelf: Shelf,
): WordList {
  const stored = templates.get(wordListFile);
  if (stored === undefined) return emptyWordList;
  return listOfWords(
    recallWithFindings(shelf, 'word list', stored, findings, (own) => readLists(stored, own)),
  );
}

function readLists(stored: string, findings: Findings): Lists {
  const root = readYaml(`templates/${wordListFile}`, stored, findings);
  if (root === null) return nothing;
  const list = childOf(root, '错词');
  const words = [...(list?.kind === 'map' ? list.entries : [])].flatMap(
    ([wrong, { node, keyPlace }]): readonly WatchedWord[] => {
      const right = textOf(node) ?? textOf(childOf(node, '改为'));
      if (right === null || right === '' || right === wrong) {
        const hint = '写成“写错的: 正确的”，两边不能一样';
        findings.report('data/value', `词表里的“${wrong}”没有写正确的写法`, keyPlace, { hint });
        return [];
      }
      const except = listOf(childOf(node, '除外')).filter((each) => each.includes(wrong));
      return [{ wrong, right, except }];
    },
  );
  return {
    words,
    otherPlaces: listOf(childOf(root, '别处地名')).filter((name) => name.length >= 2),
    phrases: wordsOf(childOf(root, '常用语')),
    common: wordsOf(childOf(root, '常用词')),
  };
}
