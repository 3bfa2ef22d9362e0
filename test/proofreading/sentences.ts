import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Findings } from '../../src/diagnostics/findings.ts';
import { nowhere } from '../../src/diagnostics/place.ts';
import { noShelf } from '../../src/keeping/shelf.ts';
import { readPlan } from '../../src/plan/loading/read-plan.ts';
import type { SourceMap } from '../../src/plan/loading/source-tree.ts';
import { lexiconOf } from '../../src/proofreading/lexicon.ts';
import { findSlips } from '../../src/proofreading/proofread.ts';
import type { FoundSlip, Lexicon, PlacedText, TextRole } from '../../src/proofreading/text.ts';
import { readWordList } from '../../src/proofreading/word-list.ts';

const root = join(import.meta.dirname, '..', '..');

/** Files below a folder by their path in it. */
export function filesBelow(folder: string, ending: RegExp, prefix = ''): ReadonlyMap<string, string> {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => ending.test(path))
    .sort();
  return new Map(paths.map((path) => [`${prefix}${path}`, readFileSync(join(root, folder, path), 'utf8')]));
}

export const templates = filesBelow('templates', /\.(?:md|yaml)$/);

/** The plan of a folder as it is stored. */
export function storedPlan(folder: string): SourceMap {
  const loaded = readPlan(filesBelow(folder, /\.yaml$/, `${folder}/`), new Findings());
  if (loaded === null) throw new Error(`${folder} cannot be read`);
  return loaded.source;
}

/** What the office's plan knows. */
export const officeLexicon: Lexicon = lexiconOf(
  storedPlan('data/2022-清廉村居创建'),
  readWordList(templates, new Findings(), noShelf),
);

const roles: Readonly<Record<string, TextRole>> = {
  正文: 'prose',
  标题: 'title',
  名称: 'name',
  时限: 'deadline',
  姓名: 'person',
};

/** A text by itself, standing nowhere. */
export const textOf = (text: string, role: TextRole = 'prose'): PlacedText => ({
  role,
  text,
  placeOf: () => nowhere,
});

export const slipsIn = (
  text: string,
  role: TextRole = 'prose',
  lexicon: Lexicon = officeLexicon,
): readonly FoundSlip[] => findSlips([textOf(text, role)], lexicon);

/** A slip of the list. */
export interface PlantedSlip {
  readonly text: string;
  readonly wrong: string;
  readonly what: string;
  readonly role: TextRole;
}

/** Lines of a list of sentences with the role of the section they stand in. */
function linesOf(file: string): readonly (readonly [line: string, role: TextRole])[] {
  let role: TextRole = 'prose';
  return readFileSync(join(root, 'test/fixtures/proofreading', file), 'utf8')
    .split('\n')
    .flatMap((line): (readonly [string, TextRole])[] => {
      const section = /^—— (.*)$/u.exec(line)?.[1];
      if (section !== undefined) role = roles[section] ?? 'prose';
      return line === '' || line.startsWith('#') || line.startsWith('——') ? [] : [[line, role]];
    });
}

export const cleanSentences = (): readonly (readonly [string, TextRole])[] =>
  ['clean.txt', 'more-clean.txt', 'near-misses.txt'].flatMap(linesOf);

export function plantedSlips(file = 'slips.txt'): readonly PlantedSlip[] {
  return linesOf(file).map(([line, role]) => {
    const [text = '', wrong = '', what = ''] = line.split('｜');
    if (wrong === '' || !text.includes(wrong)) throw new Error(`“${wrong}” does not stand in: ${line}`);
    return { text, wrong, what, role };
  });
}

/** Whether some finding covers part of the wrong words. */
export function isFound({ text, wrong, role }: PlantedSlip): boolean {
  const from = text.indexOf(wrong);
  return slipsIn(text, role).some(({ slip }) => slip.start < from + wrong.length && slip.end > from);
}
