import * as z from 'zod';
import { type CalendarDate, type CalendarMonth, isoDate, parseDate } from '../document/calendar-date.ts';

/** Text on one line, not empty. */
export const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\r\n]*$/, '只能是一行文字');

/** Running text of one paragraph, not empty. */
export const prose = z.string().trim().min(1);

/** A year of the Gregorian calendar. */
export const year = z.int().min(1949).max(2100);

/** A day, written `2022-05-24`. */
export const date = z.codec(
  z
    .string('写作 2022-05-24')
    .refine((value) => parseDate(value) !== null, {
      error: '2022-05-24',
      params: { rule: 'data/date' },
    })
    .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  z.custom<CalendarDate>(),
  { decode: (value) => parseDate(value) as CalendarDate, encode: isoDate },
);

const writtenMonth = z.string('写作 2022-04').refine((value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value), {
  error: '2022-04',
  params: { rule: 'data/date' },
});

/** A month, written `2022-04`. */
export const month = z.codec(writtenMonth, z.custom<CalendarMonth>(), {
  decode: (value): CalendarMonth => {
    const [yearPart = '', monthPart = ''] = value.split('-');
    return { year: Number(yearPart), month: Number(monthPart) };
  },
  encode: (value) => `${value.year}-${String(value.month).padStart(2, '0')}`,
});

/** Whole per cent, written `30%`; in the program the number 30. */
export const percent = z.codec(
  z.string('写作 30%').regex(/^(100|[1-9]?\d)%$/, '写作 30%，从 0% 到 100%'),
  z.number(),
  {
    decode: (value) => Number(value.slice(0, -1)),
    encode: (value) => `${value}%`,
  },
);

/** 是 or 否. */
export const yesNo = z.codec(z.enum(['是', '否']), z.boolean(), {
  decode: (value) => value === '是',
  encode: (value) => (value ? '是' : '否'),
});

/** 发文字号 §7.2.5: 机关代字〔年份〕序号号, no 第, no leading zero. */
export const documentNumber = z
  .string('写作 三政发〔2022〕6号')
  .regex(
    /^[\p{sc=Han}]+〔\d{4}〕[1-9]\d*号$/u,
    '写作 三政发〔2022〕6号：年份用六角括号〔〕，序号前不加“第”和 0',
  );

const copyNumberForm = '写六位数字，加引号："000001"；逐份编号的写起止号："000001—000030"';

/** 份号 §7.2.1: six digits, or the first and the last of a run. */
export const copyNumber = z.string(copyNumberForm).regex(/^\d{6}(?:—\d{6})?$/, copyNumberForm);
