import { error, note, type Rule, warning } from './rule.ts';

/** Rules about tables kept in workbooks and CSV files. */
export const tableRules = {
  'table/not-workbook': error(
    '不是能读的工作簿',
    '文件不是 Excel 工作簿，或者已经损坏。用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”；打不开的，换上一次的备份。',
  ),
  'table/old-workbook': error(
    '表格的格式读不了',
    '只读 .xlsx 格式的工作簿和 CSV。旧的 .xls、WPS 的 .et 等，用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，再删去旧文件。',
  ),
  'table/encrypted': error('工作簿有打开密码', '加了打开密码的工作簿读不了。打开它，取消密码，重新保存。'),
  'table/too-large': error(
    '表格太大',
    '工作簿解开后大得不正常，或者合并的单元格多得不正常。把用得着的部分复制到新的工作簿里再保存。',
  ),
  'table/beyond-excel': error(
    '超出 Excel 的限度',
    'Excel 一张工作表的行数、列数，一格里文字和公式的长短，都有限度（提示里写明），超过了的工作簿打不开。台账的行数是村居数乘以任务数。减少条目，或者分成几个方案。',
  ),
  'table/head': error(
    '表头不对',
    '表里要有一行表头，写明各列是什么；列的先后不限，上面可以有标题行。照提示补上缺少的列，或者改正写错的列名。',
  ),
  'table/cell-error': error(
    '单元格是公式错误',
    '单元格里显示 #REF!、#N/A、#VALUE! 之类，公式引用的内容已经不在了。把公式改对，或者直接填上内容。',
  ),
  'table/formula': error(
    '公式没有存下结果',
    '单元格里是公式，文件里却没有它的结果，多半是由别的程序生成后没有用 Excel、WPS 打开过。打开工作簿，重新保存一次。',
  ),
  'table/turned-into-date': error(
    '文字被存成了日期',
    '在“常规”格式的单元格里输入 9-30、2022.5 之类，Excel 会自动改成日期，原来写的什么已经看不出来。把单元格格式改成“文本”，再重新输入。',
  ),
  'table/conflict': error(
    '同一项前后不一致',
    '占几行的一项，同一列在各行里写得不一样，不知道以哪个为准。只在第一行写，或者各行写得一样；其实是另一项的，把名称也写上。',
  ),
  'table/not-kept': error(
    '表格里写不下',
    '数据里有单元格写不下的内容，如一条别名里有顿号、两个相邻的领域同名，写进表格再读出来就不一样了。这张表留在 YAML 里。',
  ),
  'table/workbook-exists': error(
    '数据工作簿已经有了',
    '方案的文件夹里已经有 数据.xlsx，内容与现在要写的不同，没有改动它。要重写，加上 --replace，原来的会留作 .bak。',
  ),
  'table/not-moved': error(
    '不能自动取出表格',
    'YAML 的写法特殊，由程序取出后读出来的方案会不一样，所以没有动。照提示用手删去，或者仍用 YAML。',
  ),
  'table/unread-column': warning(
    '有一列没有读',
    '这一列的表头不在规定之内，内容不会用到公文里。自己记事用的列可以留着；应当用上的，照提示改表头。',
  ),
  'table/unknown': warning(
    '有一张表没有读',
    '工作表或 CSV 文件的名称不在规定之内，内容不会用到公文里。自己用的表可以留着；应当用上的，照提示改名称。',
  ),
  'data/file-name': warning(
    '名称不能用作文件名',
    '村居的名称里有文件名不能用的字符（如 / \\ : * ?），或者是系统保留的名称，或者太长。文件名里会改写，正文里不变。多半是写错了，请核对。',
  ),
  'data/open-elsewhere': warning(
    '工作簿正被打开',
    '数据工作簿正在 Excel 或 WPS 里打开，没有保存的改动读不到。保存后再运行；最好关闭工作簿。',
  ),
  'data/normalised': note(
    '读的时候统一了写法',
    '表里的写法与规定的不同，但意思只有一种，已照这个意思读。请核对；不用改也不影响结果。',
  ),
  'data/encoding': note(
    '文件不是 UTF-8 编码',
    '文件存的是 GBK 或 UTF-16 编码，已照这种编码读出。请核对文字；另存为 UTF-8 编码，这条提示就不再出现。',
  ),
} as const satisfies Record<string, Rule>;
