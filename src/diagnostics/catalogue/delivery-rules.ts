import { error, type Rule, warning } from './rule.ts';

/** Rules about writing files. */
export const deliveryRules = {
  'delivery/unwritable': error(
    '写不进输出文件夹',
    '文件正被别的程序打开，或者文件夹没有写入权限、磁盘已满。照提示处理后重新运行。',
  ),
  'delivery/half-placed': error(
    '文件只换好了一部分',
    '全部文件已经做好，换到原来位置的时候，有的文件换不上去：多半是刚好在这一刻被 Word、WPS 打开。已经换好的是新的，其余的还是旧的，新的那些留在输出文件夹的“.未完成”里，不要删。照提示处理后再运行一次，就会接着换完；在这之前这一套新旧混杂，不要印发。',
  ),
  'delivery/busy': error(
    '别人正在生成',
    '同一个输出文件夹同时只能有一个程序往里写，另一个程序还没有结束。等它结束后再运行，或者用 --out 换一个文件夹。',
  ),
  'delivery/shards': error(
    '分份生成的合不到一起',
    '用 --shard 分几份生成以后，每一项都要恰好生成一次，而且各份用的数据、模板、字体、程序都一样，才能合成一套。照提示补齐缺的份，或者重新生成不一样的份。',
  ),
  'delivery/hand-edited': warning(
    '生成的文件被人改过',
    '上次生成以后，有人打开这个文件改过、存过。程序不会盖掉它：改过的一份在原处留下，文件名后面加“（手改 日期）”，再放上新生成的。要保留的改动请写进数据或模板，整套文件才会一起变。',
  ),
} as const satisfies Record<string, Rule>;
