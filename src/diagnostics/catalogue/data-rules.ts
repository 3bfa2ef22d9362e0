import { error, type Rule } from './rule.ts';

/** Rules about the data of a plan: how they are written, and what one value says against another. */
export const dataRules = {
  'data/no-plan': error(
    '没有找到方案',
    'data 文件夹里没有方案，或者方案的文件夹里没有数据文件。每个方案放一个文件夹，里面是它的数据文件。',
  ),
  'data/unreadable': error(
    '数据文件读不出来',
    '文件的编码不对，或者里面有文字里不该有的控制字符。用记事本另存为 UTF-8 编码，删去提示指出的字符。',
  ),
  'data/syntax': error(
    'YAML 写法有误',
    '文件的写法不合规则，程序读不下去。常见的是：冒号写成全角，冒号后没有空格，同一级的缩进不齐，引号只写了一边。',
  ),
  'data/too-long': error(
    '列表太长',
    '一个列表最多有多少条、一张表最多有多少行，都有上限（提示里写明），写在 YAML、CSV 还是工作簿里都一样。多半是重复粘贴，或者表的下面留有看不见的内容；确有这么多的，分成几个方案。',
  ),
  'data/duplicate-key': error(
    '同一项写了两次',
    '同一项在一处或几个文件里写了两次，不知道以哪一次为准。留下正确的一次，删去另一次。',
  ),
  'data/unknown-key': error(
    '不认识的项',
    '项目名不在规定之内，多半是写错了字。照提示改成最接近的正确写法；确实不需要的，删去。',
  ),
  'data/missing': error('缺少必填项', '这一项必须填写，公文上要用到。照提示补上。'),
  'data/type': error(
    '内容的类型不对',
    '该写文字的地方写了一组，或者该写数字的地方写了文字。照提示的例子改。',
  ),
  'data/value': error('内容不合要求', '内容不在允许的范围之内，照提示里写的要求改。'),
  'data/date': error(
    '日期不存在或写法不对',
    '日期写成 2022-05-24 这样的四位年、两位月、两位日，月份写成 2022-05；也可能是日历上没有这一天。',
  ),
  'data/duplicate-village': error(
    '村居重复',
    '同一个村（居）写了两次。每个村（居）只能有一个达标年度，请删去多余的一处。',
  ),
  'data/year-outside-plan': error(
    '年度不在方案之内',
    '年度早于方案的起始年度，或者晚于截止年度。核对后改正。',
  ),
  'data/percentage-mismatch': error(
    '比例与村居安排不符',
    '年度目标里的累计比例，与按村居达标年度算出来的比例不一样。两处改成一致，否则印出来的目标与分解表互相矛盾。',
  ),
  'data/unknown-reference': error(
    '引用的名称没有定义',
    '责任单位不在名册里，或者工作领域不在方案里。照名册的写法改；确有这个单位的，先加进名册或写进别名。',
  ),
  'data/number-year': error(
    '发文字号年份与成文日期不一致',
    '发文字号里的年份就是发文的年份，应当与成文日期的年份相同。',
    '7.2.5',
    'derived',
  ),
  'data/imprint-before-issue': error(
    '印发日期早于成文日期',
    '印发日期是送印的日子，先成文、后印发，不能比成文日期早。',
    '7.4.3',
    'derived',
  ),
  'data/stage-order': error(
    '实施步骤的先后不对',
    '各阶段要一个接一个，不重叠、不断档，并且都在方案的起止年度之内。',
  ),
  'data/unknown-recipient': error(
    '收文单位查不到',
    '“分发”里写的村居、部门或领导，在村居、责任单位、抄送机关、工作专班里都没有。多半是写错了字；确实要发给名册以外的，类别写“其他”。',
  ),
  'data/duplicate-recipient': error(
    '收文单位重复',
    '同一个收文单位在“分发”里写了两次，不知道以哪一次的份数为准。合并成一条。',
  ),
  'data/unknown-document': error(
    '要分发的文件没有',
    '“分发”里写的文件，这套公文里没有，或者不能这样发：附件序号超出、本村的文件发给了别的单位、只有 Excel 的文件要打印成纸。',
  ),
  'data/copy-numbers': error(
    '份号不够用',
    '逐份编号的份号段比要印的份数少，或者起号比止号大。改份号段，或者改份数。',
    '7.2.1',
    'derived',
  ),
  'data/secret-by-mail': error(
    '涉密文件不能用电子邮件发',
    '标有密级的文件，不得通过互联网电子邮件传递。把方式改成“纸质”。',
  ),
  'data/marks': error('分值合计不符', '各项指标的分值加起来不等于满分，或者达标分数高于满分。'),
} as const satisfies Record<string, Rule>;
