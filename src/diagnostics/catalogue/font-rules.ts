import { error, note, type Rule, warning } from './rule.ts';

/** Rules about the faces of this machine. */
export const fontRules = {
  'fonts/substitute': note(
    '字体用了代用字体',
    '这台电脑上没有标准字体，PDF 用别的字体代替。文字不受影响，只是字形不是标准字体；装上标准字体再生成即可。',
  ),
  'fonts/configured': error(
    '指定的字体文件不能用',
    'data/字体.yaml 里指定的字体文件不存在或不是字体。改成本机上有的字体文件，或者删去这一项。',
  ),
  'fonts/fallback': note(
    '有的字换了字体',
    '正文字体里没有这个字（多是人名、地名里的生僻字），PDF 用了另一种字体的字，样子可能和旁边的字不同。对照原字核对一遍；Word 文件写的是标准字体名，由打开它的电脑自己找字。',
  ),
  'fonts/unreadable': warning(
    '字体文件不能用',
    '字体文件损坏、不是支持的格式、是可变字体，或者声明不许嵌入文件，已改用别的字体。',
  ),
  'fonts/missing': error('找不到可用的字体', '连代用字体也没有找到。先运行 npm ci，再运行 npm run fonts。'),
  'fonts/missing-glyph': error(
    '字体缺字',
    '有一个字，这台电脑上的字体都没有，印出来会是空白，所以不生成这份文件。换用字体里有的字，或者装上含有这个字的字体。',
  ),
} as const satisfies Record<string, Rule>;
