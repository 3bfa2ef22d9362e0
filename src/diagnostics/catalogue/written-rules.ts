import { error, type Rule, warning } from './rule.ts';

/** Rules about files that were written earlier and are read again. */
export const writtenRules = {
  'written/missing': warning(
    '生成的文件不见了',
    '清单里有这个文件，文件夹里没有，可能被移走、改名或者删去了。重新运行 npm run build:docs 生成。',
  ),
  'written/stray': warning(
    '生成的文件是方案里没有的',
    '数据改过以后，方案里已经没有这一份，旧文件还在，容易误发。重新运行 npm run build:docs，程序会清理自己生成的旧文件。',
  ),
  'written/unreadable': error(
    '生成的文件打不开',
    '文件损坏，或者不是它的名称所说的那种文件。删去它，重新运行 npm run build:docs 生成。',
  ),
  'written/differs': warning(
    '生成的文件与数据不一致',
    '数据、模板改过以后没有重新生成，或者生成以后有人直接改了文件。以数据为准的，重新运行 npm run build:docs；以文件为准的，把改动写回数据。',
  ),
  'written/page-setup': error(
    '生成的文件页面设置不对',
    '幅面A4，天头37毫米、订口28毫米，版心156毫米×225毫米，一面22行。生成以后有人改过页面设置，或者“版式”改过以后没有重新生成。重新运行 npm run build:docs 生成。',
    '5.2.1',
    'direct',
  ),
  'written/page-number': error(
    '生成的文件页码不对',
    '页码用4号半角宋体数字，两边各一条一字线，一字线上距版心下边缘7毫米，单页码居右空一字、双页码居左空一字（“版式”选了居中的居中）。生成以后有人改过页脚，重新运行 npm run build:docs 生成。',
    '7.5',
    'direct',
  ),
  'written/type': error(
    '生成的文件字体字号不对',
    '正文用3号仿宋体字，标题、层次、版记等要素各有标准规定的字体字号；字体的名称按“版式”。生成以后有人改过样式或者选中改过字体，重新运行 npm run build:docs 生成。',
    '5.2.2',
    'direct',
  ),
  'written/pitch': error(
    '生成的文件行距不对',
    '一面22行，行距是固定值29.6磅，标题、版记另有行距；“版式”写了行距的按“版式”，署名和成文日期快要单独落到一面时略小。生成以后有人改过行距，重新运行 npm run build:docs 生成。',
    '5.2.3',
    'derived',
  ),
  'written/colour': error(
    '生成的文件颜色不对',
    '发文机关标志和版头的分隔线用红色，其余文字用黑色。生成以后有人改过颜色，重新运行 npm run build:docs 生成。',
    '5.2.4',
    'direct',
  ),
  'written/rules': error(
    '生成的文件分隔线不对',
    '红色分隔线在发文字号下4毫米，与版心等宽；版记首末两条分隔线粗0.35毫米，中间的粗0.25毫米，与版心等宽。生成以后有人动过线条，重新运行 npm run build:docs 生成。',
    '7.2.7',
    'direct',
  ),
  'written/layout': warning(
    '生成的文件版面与数据排出来的不一致',
    '缩进、间距、对齐、表格、字符间距等与现在的数据排出来的不一样：数据、模板、版式改过以后没有重新生成，或者生成以后有人调过版面。标准没有给出数值的也在这里。重新运行 npm run build:docs 就恢复；直接调的版面要留下的，把手改的文件另存。',
  ),
  'written/fonts': error(
    'PDF 没有嵌入字体',
    '换一台电脑打开或者打印，字会变样。重新运行 npm run build:docs 生成。',
    'GB/T 23286.1-2009',
    'direct',
  ),
} as const satisfies Record<string, Rule>;
