import { matchAll, type Pattern, type TextRole, type TextRule } from '../text.ts';

const roles: readonly TextRole[] = ['prose', 'title', 'name', 'clause', 'deadline', 'person', 'phrase'];

const patterns: readonly Pattern[] = [
  {
    pattern: /[×✕╳○]{2,}(?:[一-鿿])?|(?<![A-Za-zＡ-Ｚ])[XxＸｘ]{2,}(?![A-Za-zＡ-Ｚ])[一-鿿]?/gu,
    message: (match) => `占位的“${match[0]}”还没有换成正式内容`,
  },
  {
    pattern: /(?<![A-Za-z\dＡ-Ｚ])(?:[XxＸｘ×][年月日时村镇县乡个名人户元])+/gu,
    message: (match) => `占位的“${match[0]}”还没有换成正式内容`,
  },
  { pattern: /某某|(?<![一-鿿])某[年月日](?=[，。、某])/gu, message: '“某某”还没有换成正式名称' },
  {
    pattern:
      /(?<![等期看])待(?:定(?!位|点|时)|补充?(?=$|[，。；、）】])|填写?(?=$|[，。；、）】])|完善(?=$|[，。；、）】])|核实(?=$|[，。；、）】])|明确(?=$|[，。；、）】]))/gu,
    message: (match) => `“${match[0]}”的内容要在印发前确定`,
  },
  { pattern: /\b(?:TODO|TBD|FIXME|XXX)\b/gu, message: (match) => `占位的“${match[0]}”没有删去` },
  {
    pattern: /【[^】]*】?/gu,
    message: (match) => `“${match[0]}”像是给起草人看的话，没有删去`,
  },
  { pattern: /[_＿]{2,}/gu, message: '下划线的地方还没有填' },
  {
    pattern: /[ \u3000]{2,}(?=[年月日])[年月日](?:[ \u3000]{2,}[月日])?/gu,
    message: '日期还没有填',
  },
  { pattern: /[（(][ \u3000]*[）)]/gu, message: '括号里还没有填' },
];

/** What was left to be filled in. */
export const placeholders: TextRule = {
  id: 'text/placeholders',
  roles,
  find: (text) => matchAll(text, patterns),
};
