import type { Findings } from '../diagnostics/findings.ts';
import { formatPlace, type Place } from '../diagnostics/place.ts';
import { type CalendarDate, compareDates, isoDate } from '../document/calendar-date.ts';

/** A document that went out, as the register keeps it. */
export interface RegisterEntry {
  readonly documentNumber: string;
  /** Where the number stands in the data. */
  readonly place: Place;
  readonly title: string;
  readonly date: CalendarDate;
  readonly classification: string | null;
  /** Pages of the notice as it was built; null where it was not built yet. */
  readonly pages: number | null;
  /** Copies of the notice on paper. */
  readonly copies: number;
  /** To whom it went, as the distribution list names them. */
  readonly recipients: readonly string[];
  /** 档号; null until the record is closed. */
  readonly archiveNumber: string | null;
}

/** 发文字号 in its parts: 机关代字, year, number. */
interface NumberParts {
  readonly mark: string;
  readonly year: number;
  readonly number: number;
}

const numberPattern = /^(.+)〔(\d{4})〕(\d+)号$/u;

/** The parts of a 发文字号; null for what is numbered otherwise, as an order is. */
export function numberParts(documentNumber: string): NumberParts | null {
  const [, mark, year, number] = numberPattern.exec(documentNumber) ?? [];
  if (mark === undefined || year === undefined || number === undefined) return null;
  return { mark, year: Number(year), number: Number(number) };
}

/** Entries in the order of the register: by 机关代字, year and number; what is numbered otherwise by its date, last. */
export function inRegisterOrder(entries: readonly RegisterEntry[]): readonly RegisterEntry[] {
  const texts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return entries.toSorted((a, b) => {
    const [left, right] = [numberParts(a.documentNumber), numberParts(b.documentNumber)];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      return compareDates(a.date, b.date) || texts(a.documentNumber, b.documentNumber);
    }
    return texts(left.mark, right.mark) || left.year - right.year || left.number - right.number;
  });
}

/** Reports numbers given twice, and numbers that are missing between the first and the last of a year. */
export function checkNumbers(entries: readonly RegisterEntry[], findings: Findings): void {
  const first = new Map<string, RegisterEntry>();
  for (const entry of entries) {
    const earlier = first.get(entry.documentNumber);
    if (earlier === undefined) first.set(entry.documentNumber, entry);
    else {
      findings.report('printing/double-number', `发文字号${entry.documentNumber}用了两次`, entry.place, {
        actual: entry.documentNumber,
        hint: `另一处在 ${formatPlace(earlier.place)}，改正其中一处`,
      });
    }
  }
  const runs = new Map<string, { readonly parts: NumberParts; readonly entry: RegisterEntry }[]>();
  for (const entry of first.values()) {
    const parts = numberParts(entry.documentNumber);
    if (parts === null) continue;
    const key = `${parts.mark}〔${parts.year}〕`;
    const run = runs.get(key);
    if (run === undefined) runs.set(key, [{ parts, entry }]);
    else run.push({ parts, entry });
  }
  for (const [key, run] of runs) {
    const used = new Set(run.map(({ parts }) => parts.number));
    const missing = missingRuns(used);
    if (missing.length === 0) continue;
    const last = run.toSorted((a, b) => b.parts.number - a.parts.number)[0];
    const what = missing.map(([from, to]) => (from === to ? `${from}号` : `${from}至${to}号`)).join('、');
    findings.report('printing/number-gap', `${key}缺${what}`, last?.entry.place, {
      hint: '这些号是用别的办法发的，不用处理；是漏号或作废的，请在登记簿上注明',
    });
  }
}

/** Runs of numbers from 1 to the largest that are not used. */
function missingRuns(used: ReadonlySet<number>): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  const largest = Math.max(...used);
  for (let number = 1; number < largest; number++) {
    if (used.has(number)) continue;
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** What templates see of the register under 登记. */
export const registerView = (entries: readonly RegisterEntry[]) => ({
  发文: entries.map((entry, index) => ({
    序号: index + 1,
    发文字号: entry.documentNumber,
    标题: entry.title,
    成文日期: isoDate(entry.date),
    密级: entry.classification ?? '',
    页数: entry.pages ?? '',
    份数: entry.copies,
    发往: entry.recipients.join('、'),
    档号: entry.archiveNumber ?? '',
  })),
  件数: entries.length,
  总份数: entries.reduce((sum, { copies }) => sum + copies, 0),
});
