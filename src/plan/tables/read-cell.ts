import type { Findings } from '../../diagnostics/findings.ts';
import { isoDate } from '../../document/calendar-date.ts';
import type { SourceNode, SourceScalar } from '../loading/source-tree.ts';
import { checkText } from '../loading/text-check.ts';
import type { Column } from './description.ts';
import { type RawCell, shownValue } from './grid.ts';
import type { Normalised } from './normalised.ts';
import { chineseNumber, readDay, readMonth } from './read-date.ts';

/** What reading a cell reports to. */
export interface CellReport {
  readonly findings: Findings;
  readonly normalised: Normalised;
}

/** What a cell means: the stored value, and in which way it was written otherwise; null as value where it was read as it is. */
interface Meaning {
  readonly value: string | number;
  readonly what: string | null;
}

const asWritten = (value: string | number): Meaning => ({ value, what: null });

/** Reads a cell that holds something as a value of its column. What cannot be understood stays as it is, for the schema. */
export function readCell(cell: RawCell, column: Column, report: CellReport): SourceNode {
  const { place, value: raw } = cell;
  const written = shownValue(raw);
  if (reportUseless(cell, column, report)) {
    return { kind: 'scalar', value: null, written, place, reported: true };
  }
  if (raw.kind === 'text') checkText(raw.text, place, report.findings);
  if (column.kind === 'list' || column.kind === 'paragraphs') return readList(written, cell, column, report);
  const meaning = meaningOf(cell, column);
  if (meaning === null) return { kind: 'scalar', value: written, written, place };
  return scalarOf(meaning, written, cell, column, report);
}

function scalarOf(
  { value, what }: Meaning,
  written: string,
  { place }: RawCell,
  { head }: Column,
  { normalised }: CellReport,
): SourceScalar {
  if (what !== null) normalised.add(head, what, written.replaceAll('\n', '↵'), String(value), place);
  return { kind: 'scalar', value, written, place };
}

/** Reports a cell that has no value to read; whether it was one. */
function reportUseless({ value, place }: RawCell, column: Column, { findings }: CellReport): boolean {
  const actual = shownValue(value);
  if (value.kind === 'error') {
    findings.report('table/cell-error', `“${column.head}”这一格是公式错误 ${value.code}`, place, {
      actual,
      hint: '把公式改对，或者直接填上内容',
    });
    return true;
  }
  if (value.kind === 'unsolved') {
    findings.report('table/formula', `“${column.head}”这一格是公式，没有存下结果`, place, {
      actual,
      hint: '用 Excel 或 WPS 打开工作簿，重新保存一次；或者直接填上内容',
    });
    return true;
  }
  if (value.kind === 'date' && column.kind !== 'date' && column.kind !== 'month') {
    findings.report('table/turned-into-date', `“${column.head}”这一格存成了日期 ${actual}`, place, {
      actual,
      hint: '把这一格的格式改成“文本”，再重新输入一遍',
    });
    return true;
  }
  return false;
}

/** What a single value means; null where it cannot be understood. */
function meaningOf(cell: RawCell, { kind }: Column): Meaning | null {
  const { value: raw } = cell;
  const text = shownValue(raw);
  switch (kind) {
    case 'line':
      return lineMeaning(text);
    case 'name':
      return nameMeaning(text);
    case 'prose':
      return asWritten(text.replace(/\r\n?/g, '\n'));
    case 'whole-number':
      return raw.kind === 'number' ? asWritten(raw.value) : numberMeaning(text, /^(\d+)[分份]?$/);
    case 'year':
      return raw.kind === 'number' ? asWritten(raw.value) : numberMeaning(text, /^(\d{4})(?:年度?)?$/);
    case 'percent':
      return raw.kind === 'number' ? shareMeaning(raw.value, raw.percent) : percentMeaning(text);
    case 'date':
      return raw.kind === 'number'
        ? null
        : dayMeaning(raw.kind === 'date' ? isoDate(raw.date) : readDay(text), text);
    case 'month':
      return raw.kind === 'date'
        ? asWritten(isoDate(raw.date).slice(0, 7))
        : dayMeaning(readMonth(text), text);
    case 'yes-no':
      return yesNoMeaning(raw.kind === 'yes-no' ? (raw.value ? '是' : '否') : text);
    case 'list':
    case 'paragraphs':
      return null;
  }
}

/** A line broken for looks is one line. */
function lineMeaning(text: string): Meaning {
  if (!/[\r\n]/.test(text)) return asWritten(text);
  const joined = text.replace(/\s*[\r\n]+\s*/gu, (_, offset: number) =>
    /[A-Za-z0-9]/.test(text[offset - 1] ?? '') ? ' ' : '',
  );
  return { value: joined, what: '有换行的连成一行' };
}

function nameMeaning(text: string): Meaning {
  const joined = text.replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '');
  return { value: joined, what: joined === text ? null : '姓名中间的空格去掉' };
}

/** A number in text, whatever the width of its figures; the pattern's first group holds it. */
function numberMeaning(text: string, pattern: RegExp): Meaning | null {
  const plain = text.normalize('NFKC').replace(/[\s,]+/gu, '');
  const found = pattern.exec(plain)?.[1];
  if (found !== undefined) {
    return {
      value: Number(found),
      what: text === found ? null : plain === found ? '全角数字读作半角' : '写有文字的读作数',
    };
  }
  const chinese = chineseNumber(plain.replace(/(?:年度?|分|份)$/u, ''));
  return chinese === null ? null : { value: chinese, what: '汉字数字读作阿拉伯数字' };
}

/** A share kept as a number: 0.3 or 30. One without the look of per cent could be either and is left to the schema. */
function shareMeaning(value: number, percent: boolean): Meaning | null {
  const whole = Number((value * 100).toPrecision(12));
  if (percent) return asWritten(`${whole}%`);
  if (value === 0) return { value: '0%', what: '数字读作百分数' };
  if (value > 0 && value < 1) return { value: `${whole}%`, what: '小数读作百分数' };
  return value > 1 && value <= 100 ? { value: `${value}%`, what: '数字读作百分数' } : null;
}

function percentMeaning(text: string): Meaning | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const figures = /^(\d+(?:\.\d+)?)%$/.exec(plain)?.[1];
  if (figures !== undefined) {
    const value = `${Number(figures)}%`;
    return { value, what: value === text ? null : '百分数的写法统一' };
  }
  const words = /^百分之(.+)$/u.exec(plain)?.[1];
  const number = words === undefined ? null : words === '百' ? 100 : chineseNumber(words);
  return number === null ? null : { value: `${number}%`, what: '汉字数字读作阿拉伯数字' };
}

const dayMeaning = (read: string | null, text: string): Meaning | null =>
  read === null ? null : { value: read, what: read === text ? null : '日期的写法统一' };

const yes = new Set(['是', '√', '✓', '✔', '☑', '有', 'y', 'yes', 'true', '1', '对']);
const no = new Set([
  '否',
  '×',
  '✗',
  '✘',
  '☐',
  '□',
  'x',
  '无',
  '不是',
  'n',
  'no',
  'false',
  '0',
  '-',
  '—',
  '/',
]);

function yesNoMeaning(text: string): Meaning | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const value = yes.has(plain) ? '是' : no.has(plain) ? '否' : null;
  return value === null ? null : { value, what: value === text ? null : '读作是或否' };
}

/** Parts a list at its marks, but not inside brackets. */
function partsOf(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (/[（([〔【《“]/u.test(character)) depth += 1;
    if (/[）)\]〕】》”]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;／/|｜\r\n]/u.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readList(written: string, cell: RawCell, column: Column, report: CellReport): SourceNode {
  const { place } = cell;
  const paragraphs = column.kind === 'paragraphs';
  const parts = paragraphs
    ? written
        .split(/\r?\n|\r/u)
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : partsOf(written);
  const joined = parts.join('、');
  if (!paragraphs && joined !== written) {
    report.normalised.add(column.head, '各项之间读作顿号', written.replaceAll('\n', '↵'), joined, place);
  }
  const items = parts.map((value): SourceScalar => ({ kind: 'scalar', value, written: value, place }));
  return { kind: 'list', items, place };
}
