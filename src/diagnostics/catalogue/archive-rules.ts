import { error, note, type Rule, warning } from './rule.ts';

/** Rules about closing a record for the archive, and about looking at a closed one. */
export const archiveRules = {
  'archive/no-codes': error(
    '没有归档编号',
    '方案的数据里没有“归档”一项，编不出档号。照《归档.yaml》的样子写上全宗号、保管期限、件号等。',
  ),
  'archive/number-taken': error(
    '档号重复',
    '两个方案算出了同一个档号。档号在全宗里只能用一次，改正其中一个的件号。',
    'DA/T 22-2015',
    'derived',
  ),
  'archive/not-built': error(
    '还没有生成文件',
    '要归档的文件还没有生成，或者生成清单丢了。先运行 npm run build:docs。',
  ),
  'archive/stale': error(
    '文件与数据不一致',
    '数据、模板或字体改过以后没有重新生成，归档的文件会与数据对不上。先运行 npm run build:docs，再归档。',
  ),
  'archive/edited': error(
    '文件被人改过',
    '文件生成以后被人用 Word、WPS 等改过，与生成清单里的校验值不符。要照改过的样子归档，用 --accept 认可；不要的，重新生成。',
  ),
  'archive/closed-changed': error(
    '已归档的内容有变动',
    '已经归档的文件夹里，有文件与归档时的校验值不符。归档的内容不应再动，请从备份恢复。',
  ),
  'archive/closed-missing': error('归档的文件缺失', '归档时有的文件不见了，可能被删除或移走。请从备份恢复。'),
  'archive/closed-moved': error('归档的文件改了名', '文件内容没有变，但不在原来的位置。把它改回原来的名称。'),
  'archive/closed-added': error(
    '归档文件夹里多了文件',
    '这个文件归档时没有，不在校验值清单里，不能证明它的来历。请移到别处。',
  ),
  'archive/closed-unopenable': error(
    '归档的文件打不开',
    '文件不是完整的 PDF、Word 或 Excel 文件，已经不能阅读。请从备份恢复。',
  ),
  'archive/no-checksums': error(
    '没有校验值清单',
    '归档文件夹里没有校验值清单，或者清单本身被改坏了，不能证明内容没有变。请从备份恢复清单。',
  ),
  'archive/list-changed': error(
    '校验值清单被改动过',
    '校验值清单与归档时不同：与“归档信息.json”里的、或者与归档时显示并抄在备考表上的校验值不符。清单和文件可能一起被改过。请从备份恢复。',
  ),
  'archive/rebuild-differs': error(
    '重新生成的结果与归档件不同',
    '用归档里保存的数据和模板重新生成，得到的文件与归档件不是逐字节相同。',
  ),
  'archive/other-faces': warning(
    '字体与归档时不同',
    '这台电脑的字体与归档时用的不同，重新生成的 PDF 不可能逐字节相同，只比较 Word 和 Excel。',
  ),
  'archive/other-program': note(
    '程序与归档时不同',
    '归档以后程序升级过，重新生成的文件可能有细小差别；要逐字节比较，请用归档时的程序版本。',
  ),
  'archive/fallback-face': error(
    '有的字换了字体，没有认可',
    '正文字体里没有这个字，PDF 用了另一种字体的字。归档以后不能再改，所以先装上有这个字的字体重新生成；字形核对无误、就照这样归档的，用 --accept-faces 认可，说明文件里会写明。',
  ),
  'archive/closed': error(
    '已经归档，不能覆盖',
    '要写入的归档文件夹已经有了。已归档的内容不能改动；再归档一次会另立新版。',
  ),
  'archive/record-unreadable': warning(
    '归档件的信息读不出来',
    '归档文件夹里的“归档信息.json”没有或者被改坏了，这一件没有列入目录和登记簿。用 npm run verify:archive 核对，从备份恢复。',
  ),
  'archive/version-missing': warning(
    '以前归档的版本不见了',
    '同一件先后归档了几版，前面的版本也应当留着，现在少了。可能被删除或移走，请从备份恢复；确已移交、另存别处的，不用处理。',
  ),
  'archive/two-numbers': warning(
    '同一件发文归档在两个档号下',
    '同一个发文字号归档了两次，档号不一样，多半是归档以后改过“归档”里的编号。一件只能有一个档号，核定以后在备考表上注明作废的一个。',
    'DA/T 22-2015',
    'derived',
  ),
  'archive/not-a-record': error(
    '不是归档文件夹',
    '写的文件夹里没有归档件。写一件的文件夹，或者它上层的文件夹，如 output/归档。',
  ),
} as const satisfies Record<string, Rule>;
