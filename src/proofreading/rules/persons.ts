import type { Lexicon, Slip, TextRole, TextRule } from '../text.ts';

const roles: readonly TextRole[] = ['prose', 'clause', 'deadline', 'phrase', 'wording'];

const cache = new WeakMap<readonly string[], RegExp | null>();

/** Three characters of which two are those of a known name; names of two characters are too like other words. */
function patternOf(persons: readonly string[]): RegExp | null {
  const known = cache.get(persons);
  if (known !== undefined) return known;
  const forms = persons
    .filter((name) => /^[一-鿿]{3,4}$/u.test(name))
    .flatMap((name) => [...name].map((_, index) => `${name.slice(0, index)}[一-鿿]${name.slice(index + 1)}`));
  const pattern = forms.length === 0 ? null : new RegExp(forms.join('|'), 'gu');
  cache.set(persons, pattern);
  return pattern;
}

/** What tells that the characters before or after are a name. */
const beforeName =
  /(?:联系人|负责人|经办人|组长|组员|成员|主任|书记|镇长|乡长|委员|部长|干事)[：:]?$|(?:^|[由请，。、：])$/u;
const afterName =
  /^(?:同志|等同志|任|担任|兼任|为组长|为副|负责|牵头|（|，电话|，联系|、[一-鿿]{2,4}(?:同志|、|，|。))/u;

/** A name that differs by one character from that of somebody in the task force. */
export const persons: TextRule = {
  id: 'text/persons',
  roles,
  find: (text, lexicon: Lexicon) => {
    const pattern = patternOf(lexicon.persons);
    if (pattern === null) return [];
    const slips: Slip[] = [];
    for (const match of text.matchAll(pattern)) {
      const [found] = match;
      if (lexicon.persons.includes(found)) continue;
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + found.length);
      if (!beforeName.test(before) || !(afterName.test(after) || /：$/u.test(before))) continue;
      const meant = lexicon.persons.find(
        (name) => name.length === found.length && [...name].filter((c, i) => c !== found[i]).length === 1,
      );
      if (meant === undefined) continue;
      slips.push({
        start: match.index,
        end: match.index + found.length,
        message: `“${found}”与专班名单里的“${meant}”只差一字`,
        expected: meant,
      });
    }
    return slips;
  },
};
