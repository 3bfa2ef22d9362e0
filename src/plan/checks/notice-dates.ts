import type { Findings } from '../../diagnostics/findings.ts';
import { compareDates, parseDate } from '../../document/calendar-date.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, textOf } from './reading.ts';

/** 发文字号 carries the year of the 成文日期 (§7.2.5); 印发日期 is not before it (§7.4.3). */
export function checkNoticeDates(root: SourceMap, findings: Findings): void {
  const issue = textOf(below(root, '公文', '成文日期'));
  const issuedOn = issue === null ? null : parseDate(issue.value);
  if (issue === null || issuedOn === null) return;

  const number = textOf(below(root, '公文', '发文字号'));
  const numberYear = /〔(\d{4})〕/.exec(number?.value ?? '')?.[1];
  if (number !== null && numberYear !== undefined && Number(numberYear) !== issuedOn.year) {
    const message = `发文字号是 ${numberYear} 年的，成文日期在 ${issuedOn.year} 年`;
    findings.report('data/number-year', message, number.place, {
      actual: numberYear,
      expected: String(issuedOn.year),
      hint: '核对发文字号和成文日期',
    });
  }

  const print = textOf(below(root, '公文', '印发日期'));
  const printedOn = print === null ? null : parseDate(print.value);
  if (print !== null && printedOn !== null && compareDates(printedOn, issuedOn) < 0) {
    const message = `印发日期 ${print.value} 早于成文日期 ${issue.value}`;
    findings.report('data/imprint-before-issue', message, print.place, {
      actual: print.value,
      expected: `不早于 ${issue.value}`,
    });
  }
}
