import type { Slip, TextRole, TextRule } from '../text.ts';

const roles: readonly TextRole[] = ['prose', 'title', 'name', 'clause', 'deadline', 'phrase', 'wording'];

/** Endings that are taken for one another. */
const endings: Readonly<Record<string, string>> = { 创建: '建设', 建设: '创建' };

/** The work called by another name: 清廉村居建设 for 清廉村居创建, 清廉建设工作专班 for 清廉村居创建工作专班. */
export const campaign: TextRule = {
  id: 'text/campaign',
  roles,
  find: (text, { campaign: name }) => {
    if (name === null || name.length < 4) return [];
    const slips: Slip[] = [];
    const report = (start: number, found: string, meant: string): void => {
      const message = `“${found}”与工作名称“${name}”不一致`;
      slips.push({ start, end: start + found.length, message, expected: meant });
    };
    const other = endings[name.slice(-2)];
    if (other !== undefined) {
      const form = `${name.slice(0, -2)}${other}`;
      for (let index = text.indexOf(form); index !== -1; index = text.indexOf(form, index + 1)) {
        report(index, form, name);
      }
    }
    // One character left out.
    for (let out = 1; out < name.length; out += 1) {
      const form = name.slice(0, out) + name.slice(out + 1);
      for (let index = text.indexOf(form); index !== -1; index = text.indexOf(form, index + 1)) {
        if (name.length <= 4 || text.startsWith(name, index)) continue;
        if (!slips.some(({ start }) => start === index)) report(index, form, name);
      }
    }
    for (const match of text.matchAll(/(?<=镇|乡|村)([一-鿿]{4,14}?)(?=工作专班|领导小组|指挥部)/gu)) {
      const [found] = match;
      if (found !== name && found.startsWith(name.slice(0, 2)) && !found.includes(name)) {
        if (!slips.some(({ start }) => start === match.index)) report(match.index, found, name);
      }
    }
    return slips;
  },
};
