import { gap, type PlacedText, type TextGroup } from './text.ts';
import { wordListFile } from './word-list.ts';

/** Comments of templates and of table definitions, blanked so that places stay. */
function withoutComments(file: string, text: string): string {
  const blank = (found: string): string => found.replace(/[^\n]/gu, ' ');
  const plain = text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/gu, blank);
  return file.endsWith('.md') ? plain : plain.replace(/(?<=^|\s)#.*$/gmu, blank);
}

/** Fills up what an expression leaves beside its gap, so that columns stay. */
const filler = '\u0000';

const letters = String.raw`一-鿿\d\uFFFC\u0000，。；：、！？（）《》〈〉“”‘’〔〕【】…—～%`;
/** Chinese words with their marks; the syntax of table definitions parts them. */
const words = new RegExp(`[${letters}]+`, 'gu');
/**
 * In running text, marks of Western text between Chinese words are a slip; Western words and names as `GB/T 9704`
 * belong to the sentence.
 */
const sentences = new RegExp(
  `[${letters}A-Za-z]+(?:(?:[,;:!?()"'.<>]+|[/-]|(?<=[A-Za-z\\d]) (?=[A-Za-z\\d]))[${letters}A-Za-z]+)*`,
  'gu',
);
/** Directives of the layout: `::标题[`, `:填空{`. */
const directives = /:{1,3}[一-鿿]+(?=[[{])/gu;

/**
 * The literal words of the templates, line by line, with a gap for every expression. YAML keys are not told apart
 * from words; they are Chinese words without mistakes all the same.
 */
export const templateTexts = (templates: ReadonlyMap<string, string>): readonly TextGroup[] =>
  [...templates]
    .filter(([file]) => file !== wordListFile)
    .map(([file, stored]) => ({
      name: `templates/${file}`,
      texts: withoutComments(file, stored.replace(/^\uFEFF/, ''))
        .split(/\r?\n/)
        .flatMap((line, index) => textsOfLine(file, line, index + 1)),
    }));

function textsOfLine(file: string, line: string, number: number): readonly PlacedText[] {
  const masked = line
    .replace(/\{\{.*?\}\}/gu, (found) => gap.padEnd(found.length, filler))
    .replace(directives, (found) => ' '.repeat(found.length));
  const pieces = masked.matchAll(file.endsWith('.md') ? sentences : words);
  return [...pieces].flatMap((match): readonly PlacedText[] => {
    const [raw] = match;
    if (!/[一-鿿]/u.test(raw)) return [];
    const columnOf = (offset: number): number => {
      const kept = [...raw].flatMap((character, index) => (character === filler ? [] : [index]));
      return match.index + (kept[offset] ?? raw.length) + 1;
    };
    return [
      {
        role: 'wording',
        text: raw.replaceAll(filler, ''),
        placeOf: (offset) => ({
          kind: 'file',
          file: `templates/${file}`,
          line: number,
          column: columnOf(offset),
        }),
      },
    ];
  });
}
