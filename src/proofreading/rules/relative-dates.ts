import { matchAll, type Pattern, type TextRole, type TextRule } from '../text.ts';

const roles: readonly TextRole[] = ['prose', 'title', 'name', 'clause', 'deadline', 'wording'];

const patterns: readonly Pattern[] = [
  {
    pattern:
      /今天(?=[上下中晚]午|晚上|起|之?内|前|，)|昨[天日](?=[^一-鿿]|上|下|召|发|举|晚|的会)|前天|明天(?![会的更才])|后天(?![养努获不])|(?<![资成基样文版书剧])[本这上下]周(?=[一二三四五六日末内前起，。、])|[本这上下](?:个)?星期[一二三四五六日天]?|(?<![以如])[上下]个?月(?=[起底初内前，。、]|\d)|本月(?:底|末|初|中旬|上旬|下旬|内)|(?<![说表证写注标声文光阐申查])明年(?![度龄限])/gu,
    message: (match) => `“${match[0]}”要写成具体的日期`,
  },
];

/** Days that are another day for every reader. */
export const relativeDates: TextRule = {
  id: 'text/relative-dates',
  roles,
  find: (text) => matchAll(text, patterns),
};
