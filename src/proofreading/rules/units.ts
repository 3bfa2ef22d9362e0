import { better, matchAll, runningRoles, type Slip, type TextRule } from '../text.ts';

const measures = [
  {
    pattern: /(?:(?<=\d)|(?<=每))平方(?=\d|[，。；、）]|$)/gu,
    message: '面积单位要写全：“平方”宜写“平方米”',
    expected: '平方米',
  },
  { pattern: /(?<=\d)(?:m2|M2|㎡)/gu, message: '面积单位写“平方米”', expected: '平方米' },
  { pattern: /(?<=\d)(?:KG|Kg)/gu, message: '“千克”的符号是“kg”', expected: 'kg' },
  { pattern: /(?<=\d)(?:KM|Km)/gu, message: '“千米”的符号是“km”', expected: 'km' },
] as const;

/** Units of the register written without a 顿号 between: 农业农村经管. */
function joined(text: string, units: readonly string[]): readonly Slip[] {
  const slips: Slip[] = [];
  // In a list of responsible units every pair counts; elsewhere only long ones, as 组织人事 is a word too.
  const isList = /责任单位[：:]/u.test(text);
  for (const one of units) {
    for (let index = text.indexOf(one); index !== -1; index = text.indexOf(one, index + one.length)) {
      const rest = text.slice(index + one.length);
      const other = units.find((unit) => unit !== one && rest.startsWith(unit));
      if (other === undefined || !(isList || one.length + other.length >= 6)) continue;
      const found = `${one}${other}`;
      const right = `${one}、${other}`;
      const message = `两个单位连写：${better(found, right)}`;
      slips.push({ start: index, end: index + found.length, message, expected: right });
    }
  }
  return slips;
}

/** Units of measure, and units of the office. */
export const units: TextRule = {
  id: 'text/units',
  roles: runningRoles,
  find: (text, lexicon) => [...matchAll(text, measures), ...joined(text, lexicon.units)],
};
