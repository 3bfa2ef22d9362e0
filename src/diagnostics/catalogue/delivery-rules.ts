import { error, type Rule } from './rule.ts';

/** Rules about writing files. */
export const deliveryRules = {
  'delivery/unwritable': error(
    '写不进输出文件夹',
    '文件正被别的程序打开，或者文件夹没有写入权限、磁盘已满。照提示处理后重新运行；原有的文件没有变。',
  ),
} as const satisfies Record<string, Rule>;
