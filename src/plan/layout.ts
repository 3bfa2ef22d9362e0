import * as z from 'zod';
import { type Profile, standardProfile, titleFaces } from '../document/profile.ts';
import { named } from './named.ts';
import { yesNo } from './scalars.ts';

/** A choice whose words in the data stand for values in the program. */
function choice<const T extends Readonly<Record<string, string>>>(words: T) {
  const keys = Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
  const values = Object.values(words) as T[keyof T][];
  return z.codec(z.enum(keys), z.custom<T[keyof T]>(), {
    decode: (word) => words[word] as T[keyof T],
    encode: (value) => keys[values.indexOf(value)] as keyof T & string,
  });
}

/** 版式: what offices vary; all of it may be left out, and then is as GB/T 9704-2012 has it. */
export const layout = named({
  linePitch: [
    '行距',
    z
      .number('写磅数，如 29.6')
      .min(26, '写 26 到 32 之间的磅数；国家标准是 29.6')
      .max(32, '写 26 到 32 之间的磅数；国家标准是 29.6')
      // Word counts twentieths of a point.
      .refine((value) => Number.isInteger(Math.round(value * 1000) / 50), '磅数写到 0.05 为止，如 28.95')
      .default(standardProfile.linePitch),
  ],
  pageNumber: ['页码', choice({ 外侧: 'outer', 居中: 'centre' }).default('outer')],
  boldSecondLevel: ['二级标题加粗', yesNo.default(false)],
  westernFace: [
    '西文字体',
    choice({ 'Times New Roman': 'Times New Roman', 仿宋: 'own' }).default('Times New Roman'),
  ],
  titleFace: ['标题字体', z.enum(titleFaces).default(standardProfile.titleFace)],
  faceNames: ['字体名', choice({ GB2312: 'GB2312', Windows: 'Windows' }).default('GB2312')],
  duplex: ['双面', yesNo.default(true)],
  preprinted: ['套打', yesNo.default(false)],
} satisfies Record<keyof Profile, readonly [string, z.ZodType]>);
