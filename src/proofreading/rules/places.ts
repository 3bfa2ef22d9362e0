import { allRoles, type Slip, type TextRule } from '../text.ts';

/** The township spelled otherwise: 三官镇, 三管乡 for 三管镇; 三个镇 is none. */
function ownMisspelt(text: string, township: string): readonly Slip[] {
  const kind = township.at(-1) ?? '';
  const stem = township.slice(0, -1);
  if (!/[乡镇]/u.test(kind) || stem.length < 2) return [];
  const other = kind === '镇' ? '乡' : '镇';
  const forms = [
    `${stem}${other}(?!镇|村)`,
    ...[...stem].slice(1).map((_, at) => {
      const index = at + 1;
      return `${stem.slice(0, index)}(?![个座乡镇${stem[index]}])[一-鿿]${stem.slice(index + 1)}${kind}(?=人民政府|党委|政府|党政|清廉|各|开展|实际|$|[，。、的])`;
    }),
  ];
  return [...text.matchAll(new RegExp(forms.join('|'), 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    message: `“${match[0]}”与本乡镇名称“${township}”不一致`,
    expected: township,
  }));
}

/** Names of other places, as a text taken over from another township leaves them. */
export const places: TextRule = {
  id: 'text/places',
  roles: allRoles,
  find: (text, { township, otherPlaces }) => {
    const slips: Slip[] = township === null ? [] : [...ownMisspelt(text, township)];
    for (const name of otherPlaces) {
      let index = text.indexOf(name);
      while (index !== -1) {
        slips.push({
          start: index,
          end: index + name.length,
          message: `“${name}”不是本乡镇的名称，像是从别处的文稿带来的`,
          expected: township,
        });
        index = text.indexOf(name, index + name.length);
      }
    }
    return slips;
  },
};
