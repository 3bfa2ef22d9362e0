import * as z from 'zod';
import { named } from './named.ts';
import { line, year } from './scalars.ts';

/** 保管期限 with the codes DA/T 22-2015 gives them. */
export const retentions = { 永久: 'Y', '30年': 'D30', '10年': 'D10' } as const;

/** How long a record is kept. */
export type Retention = keyof typeof retentions;

const code = (pattern: RegExp, wanted: string) => z.string(wanted).regex(pattern, wanted);

/** 归档: what the office's archive codes are, and where this plan's record stands among the records of its year. */
export const archiveCodes = named({
  /** 全宗号, given by the county's archives. */
  fonds: ['全宗号', code(/^[A-Z0-9]{3,5}$/, '写三到五位大写字母或数字，加引号："0001"')],
  /** 全宗名称. */
  fondsName: ['全宗名称', line],
  /** 档案门类代码: WS for 文书档案. */
  category: ['门类代码', code(/^[A-Z]{2}$/, '写两位大写字母，文书档案是 WS').default('WS')],
  /** 归档年度; null for the year of the date of issue. */
  year: ['年度', year.nullable().default(null)],
  retention: ['保管期限', z.enum(['永久', '30年', '10年'])],
  /** 机构（问题）代码; null where the office does not sort by it. */
  organ: [
    '机构代码',
    code(/^[A-Z0-9]{2,4}$/, '写二到四位大写字母或数字，如 DZB')
      .nullable()
      .default(null),
  ],
  /** 机构（问题）, as it stands in the stamp. */
  organName: ['机构', line.nullable().default(null)],
  /** 件号: the place of this record among those of the same year, retention and organ. */
  item: ['件号', z.int('写数字，如 6').positive().max(9999)],
  /** 责任者; null for the issuers. */
  responsible: ['责任者', line.nullable().default(null)],
  /** Remark in the list of records. */
  remark: ['备注', line.nullable().default(null)],
});
