import type { PreflightRule } from '../rule.ts';
import { linesOfKind } from '../subject.ts';

/** 机关代字〔年份〕序号号: `三政发〔2022〕6号`. */
const sound = /^[\p{sc=Han}]+〔(\d{4})〕[1-9]\d*号$/u;

/** What is wrong with a number that is not sound; the first thing a clerk should look at. */
function faultOf(number: string): string {
  if (!/〔.*〕/u.test(number)) return '年份要用六角括号〔〕括起来';
  if (!/〔\d{4}〕/u.test(number)) return '年份要写全四位阿拉伯数字';
  if (/〕第/u.test(number)) return '序号前面不加“第”字';
  if (/〕0/u.test(number)) return '序号不编虚位，前面不补零';
  if (!number.endsWith('号')) return '序号后面要有“号”字';
  return '发文字号要写成“机关代字〔年份〕序号号”';
}

/** 发文字号: its parts, its brackets, its year that of the document. */
export const documentNumber: PreflightRule = {
  id: 'preflight/document-number',
  check(subject, report) {
    const { header, metadata } = subject.document;
    if (header === null) return;
    const line = linesOfKind(subject, 'document-number')[0];
    const place = { element: line?.element ?? null, page: line?.page ?? 0 };
    const number = header.documentNumber;
    if (header.form === 'order') {
      if (/^第[1-9]\d*号$/u.test(header.documentNumber)) return;
      report({
        ...place,
        message: `令号“${header.documentNumber}”写法不对`,
        actual: header.documentNumber,
        expected: '第3号',
      });
      return;
    }
    // Minutes may be numbered by meetings or not at all.
    if (number === null || header.form === 'minutes') return;
    const [whole, year] = sound.exec(number) ?? [];
    const expected = `三政发〔${metadata.date.year}〕6号`;
    if (whole === undefined) {
      report({
        ...place,
        message: `发文字号“${number}”写法不对：${faultOf(number)}`,
        actual: number,
        hint: `写成“${expected}”这样。`,
      });
    } else if (Number(year) !== metadata.date.year) {
      report({
        ...place,
        message: `发文字号“${number}”的年份与成文日期（${metadata.date.year}年）不一致`,
        actual: year ?? '',
        expected: String(metadata.date.year),
      });
    }
  },
};
