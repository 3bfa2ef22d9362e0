import { better, matchAll, type Pattern, runningRoles, type TextRule } from '../text.ts';

const direct = (wrong: RegExp, right: string): Pattern => ({
  pattern: wrong,
  message: (match) => `意思重复：${better(match[0], right)}`,
  expected: right,
});

const patterns: readonly Pattern[] = [
  direct(/涉及到(?!期|账|位|场|户|岗|村)/gu, '涉及'),
  direct(/目的(?:就)?是为了/gu, '目的是'),
  direct(/切[忌勿](?:不要|不可|不能|勿)/gu, '切忌'),
  direct(/凯旋归来/gu, '凯旋'),
  direct(/付诸于/gu, '付诸'),
  direct(/诉诸于/gu, '诉诸'),
  direct(/出乎意料之外/gu, '出乎意料'),
  direct(/悬殊(?:很大|较大)/gu, '悬殊'),
  direct(/亲自莅临/gu, '莅临'),
  direct(/提前预支/gu, '预支'),
  direct(/令人堪忧/gu, '令人担忧'),
  direct(/(?:目前|现在|当前)的?现状/gu, '现状'),
  direct(/多年来?的夙愿/gu, '夙愿'),
  direct(/被评为为/gu, '被评为'),
  direct(/因为?[^，。；]{0,2}的?原因所致/gu, '所致'),
  {
    pattern: /原因(?:就)?是(?:因为|由于)/gu,
    message: (match) => `意思重复：${better(match[0], '原因是')}`,
    expected: '原因是',
  },
  {
    pattern: /(?:防止|避免|杜绝)[^，。；不]{1,14}(?:不再|不)(?:发生|出现|重演)/gu,
    message: (match) => `“${match[0]}”双重否定，意思反了`,
  },
  {
    pattern: /(?:(?:经|被)[^，。；]{1,8})?(?:超过|高达|多达)[^，。；、]{1,8}(?:之多|以上|左右)/gu,
    message: (match) => `意思重复：“${match[0]}”`,
  },
  { pattern: /元整元|[￥¥][\d.,]+(?:万)?元/gu, message: (match) => `货币单位重复：“${match[0]}”` },
];

/** The same said twice. */
export const redundant: TextRule = {
  id: 'text/redundant',
  roles: runningRoles,
  find: (text) => matchAll(text, patterns),
};
