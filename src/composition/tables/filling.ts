import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
import { parseDate } from '../../document/calendar-date.ts';
import type { NumberFormat } from '../../document/workbook.ts';
import { Datum, type Phrase, phrase, type View, type Wording } from '../wording.ts';
import type { ColumnDefinition, Medium } from './definition.ts';
import type { LoadedDefinition } from './definition-source.ts';
import { blank, type Content, daySerial, type Words, wordsFrom } from './grid.ts';

/** What filling in a definition needs to know throughout. */
export interface Filling {
  readonly loaded: LoadedDefinition;
  /** The data from its root: `@根`. */
  readonly root: View;
  readonly medium: Medium;
  readonly wording: Wording;
  readonly findings: Findings;
  /** The choices of a column of a table, by `表名.列名`; null when there is no such column with choices. */
  choicesOf(reference: string): readonly string[] | null;
}

/** What the words of a cell see: the record, and what stands around it as `@根` `@上级` `@列` `@序号`…. */
export interface Scope {
  readonly context: View;
  readonly locals: View;
}

/** The scope of what is not about one record. */
export const rootScope = ({ root }: Filling): Scope => ({ context: root, locals: { 根: root } });

/** The same scope in a dynamic column; `item` is null in the others. */
export const inColumn = (scope: Scope, item: View | null): Scope =>
  item === null ? scope : { ...scope, locals: { ...scope.locals, 列: item } };

const rootPrefix = '@根.';
const columnPrefix = '@列.';

/** The list at a path; empty, and reported, when there is none. */
export function listAt(filling: Filling, path: string, scope: Scope, place: Place): readonly unknown[] {
  const { wording, findings, root } = filling;
  const list = path.startsWith(rootPrefix)
    ? wording.value(path.slice(rootPrefix.length), root, place)
    : path.startsWith(columnPrefix)
      ? wording.value(path.slice(columnPrefix.length), asView(scope.locals.列), place)
      : wording.value(path, scope.context, place);
  if (Array.isArray(list)) return list;
  if (list !== undefined) findings.report('template/table', `「${path}」不是列表，不能排成多行`, place);
  return [];
}

/** An item of a list as a record; a plain text is seen as 内容. */
export function asView(item: unknown): View {
  return typeof item === 'object' && item !== null && !(item instanceof Datum)
    ? (item as View)
    : { 内容: item };
}

/** Words with one paragraph a line, to be filled in; none where nothing is left of them. */
export function wordsMaker({ wording }: Filling, source: string, place: Place): (scope: Scope) => Words {
  const lines = source.trimEnd().split('\n');
  const [first = ''] = lines;
  if (lines.length === 1) {
    return (scope) => {
      const only = phraseOf(wording, first, scope, place);
      return only.text === '' ? blank : only;
    };
  }
  return (scope) => {
    const phrases = lines.map((line) => phraseOf(wording, line, scope, place));
    return phrases.every(({ text }) => text === '') ? blank : wordsFrom(phrases);
  };
}

/** The same at once. */
export const wordsIn = (filling: Filling, source: string, scope: Scope, place: Place): Words =>
  wordsMaker(filling, source, place)(scope);

const phraseOf = (wording: Wording, line: string, { context, locals }: Scope, place: Place): Phrase =>
  wording.phrase(line, context, place, locals) ?? phrase('', place);

/** Words on one line. */
export const lineOf = (filling: Filling, source: string, scope: Scope, place: Place): Phrase =>
  phraseOf(filling.wording, source.trim(), scope, place);

type Kind = ColumnDefinition['kind'];

/** How the cells of a kind show. */
export const formatOf: Readonly<Record<Kind, NumberFormat>> = {
  文字: 'general',
  整数: 'integer',
  小数: 'decimal',
  百分比: 'percent',
  日期: 'date',
};

/** Words as the content of a cell of a kind; words that should be a number and are not are reported. */
export function contentOf(filling: Filling, kind: Kind, words: Words): Content {
  if (kind === '文字') return words.kind === 'phrase' && words.text === '' ? blank : words;
  const first = words.kind === 'phrase' ? words : words.paragraphs[0];
  if (first === undefined || (first === words && first.text === '')) return blank;
  const value = numberFrom(kind, first.text);
  if (value !== null) return { kind: 'number', value, words: first };
  const expected = kind === '日期' ? '日期，如2022-09-30' : kind;
  filling.findings.report('template/table', `「${first.text}」不是${expected}`, first.place);
  return words;
}

/** A number as the data writes it; null if it is none. */
export function numberFrom(kind: Kind, written: string): number | null {
  if (kind === '日期') {
    const date = parseDate(written);
    return date === null ? null : daySerial(date);
  }
  const match = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(written);
  if (match === null) return null;
  return Number(match[1]) / (match[2] === '%' ? 100 : 1);
}

/**
 * A formula with the data's numbers put in. Only numbers may be put in, so that no text of the data can become
 * part of a formula.
 */
export function formulaOf(filling: Filling, source: string, scope: Scope, place: Place): string {
  return source.replace(/\{\{.*?\}\}/g, (expression) => {
    const { text } = lineOf(filling, expression, scope, place);
    if (numberFrom('小数', text) !== null) return text;
    filling.findings.report('template/table', `公式里只能代入数字，不能代入「${text}」`, place);
    return '0';
  });
}
