import { matchAll, type TextRole, type TextRule } from '../text.ts';

const roles: readonly TextRole[] = ['prose', 'title', 'name', 'clause', 'deadline', 'person'];

/** Blanks inside Chinese text: the typesetting makes all room there is. */
export const blanks: TextRule = {
  id: 'text/blanks',
  roles,
  find: (text, _, role) =>
    matchAll(text, [
      role === 'person'
        ? {
            pattern: /[ \u00A0\u3000]+/gu,
            message: '姓名中间不加空格，对齐由排版处理',
            expected: '',
          }
        : {
            pattern:
              /(?<=[一-鿿，。；：、！？（）《》“”])[ \u00A0\u3000]+(?=[一-鿿，。；：、！？（）《》“”\d])|(?<=\d)[ \u00A0\u3000]+(?=[年月日个名户人%，。；、])/gu,
            message: '文字中间有多余的空格',
            expected: '',
          },
    ]),
};
