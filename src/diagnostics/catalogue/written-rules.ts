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
    '幅面A4，订口28毫米，有页码，正文3号仿宋。生成以后有人改过页面设置，重新运行 npm run build:docs 生成。',
    '5.2.1',
    'direct',
  ),
  'written/fonts': error(
    'PDF 没有嵌入字体',
    '换一台电脑打开或者打印，字会变样。重新运行 npm run build:docs 生成。',
    'GB/T 23286.1-2009',
    'direct',
  ),
} as const satisfies Record<string, Rule>;
