import { type Rule, warning } from './rule.ts';

const marks = 'GB/T 15834-2011';
const numbers = 'GB/T 15835-2011';

/** Rules of proofreading: what is written, whatever the data mean. All of them are warnings. */
export const textRules = {
  'text/words': warning(
    '错别字和易混的词',
    '词表里列出的写错的字词，如“布署”应作“部署”、“截止5月底”应作“截至5月底”。词表在 templates/校对/词表.yaml，可以增删。',
  ),
  'text/set-phrases': warning(
    '常用语写错一个字',
    '与公文里固定的说法只差一个字，多半是同音或形近的字打错了，如“因地治宜”“诫免谈话”。常用语表在 templates/校对/词表.yaml，可以增删。',
  ),
  'text/mistyped': warning(
    '常用词打错一个字',
    '两个字连起来不成词，却与一个常用词同音或形近，多半是打错了，如“灌彻”应作“贯彻”、“领寻”应作“领导”。本来就是对的（如简称、人名），把它加进 templates/校对/词表.yaml 的“常用词”，或者写进“已核对”。',
  ),
  'text/doubled-words': warning('词语重复', '同一个字或词连着写了两遍，如“的的”“治理治理”。删去一个。'),
  'text/redundant': warning(
    '意思重复',
    '前后意思重复，或者双重否定把意思说反了，如“涉及到”“目的是为了”“防止……不再发生”。照提示删改。',
  ),
  'text/grammar': warning(
    '语句残缺或搭配不当',
    '句子缺主语、缺宾语中心词，或者“的”“地”误用，如“通过……使……”“加大对……的监督”“认真的做好”。',
  ),
  'text/titles': warning(
    '文件名称前后不一致',
    '书名号里的名称与本方案或附件的标题、与别处写的同一文件只差一两个字，多半是写错、漏写。确是不同文件的，写进“已核对”。',
  ),
  'text/persons': warning(
    '人名与名单只差一字',
    '文字里的人名与工作专班名单里的一个人只差一字。核对后改正；确是另一个人的，写进“已核对”。',
  ),
  'text/places': warning(
    '乡镇名称不对',
    '本乡镇的名称写错了字，或者出现了别的乡镇的名称（套用别处文稿时容易留下）。别处的名称列在 templates/校对/词表.yaml。',
  ),
  'text/campaign': warning(
    '工作名称不一致',
    '同一项工作、同一个专班前后叫法不同，如“清廉村居创建”又写成“清廉村居建设”。以“工作名称”为准统一。',
  ),
  'text/placeholders': warning(
    '占位的内容没有换掉',
    '文字里还有“××”“某某”“待定”“【】”、下划线或空着的日期，印发前要换成正式内容。',
  ),
  'text/relative-dates': warning(
    '日期不明确',
    '“明天”“下周”“明年”这类说法，读的日子不同意思就不同，要写成具体的年月日。',
  ),
  'text/dates': warning(
    '日期、星期、时刻不对',
    '日历上没有这一天，星期与日期不符，“号”应写“日”，或者“下午”与二十四小时制混用。',
  ),
  'text/deadlines': warning('时限漏“前”', '完成时限要说明在什么时间以前，如“12月底前制定”。'),
  'text/years': warning(
    '年份写法不对',
    '年份要写四位数，不能简写成“22年”“2023—24年”；汉字年份用“〇”不用“零”。',
    `${numbers} 5.1`,
    'derived',
  ),
  'text/ranges': warning(
    '起止和范围的写法不对',
    '时间的起止用一字线（2022年4月—12月），数值的范围用浪纹线（1～3个）；两端的“万”“%”要写全，不写“3～5万元”。',
    `${numbers} 5.1、${marks} 4.13`,
    'derived',
  ),
  'text/estimates': warning(
    '概数、倍数的写法不对',
    '相邻两个数字连用表示概数的，用汉字、不加顿号（三四个）；“约”与“左右”“余”不并用；减少、下降不用倍数；“百分之”后不用阿拉伯数字。',
    `${numbers} 4.2`,
    'derived',
  ),
  'text/full-width-digits': warning(
    '用了全角数字或字母',
    '公文里的阿拉伯数字和字母用半角，全角的会占两格、与别处不齐。',
    numbers,
    'derived',
  ),
  'text/units': warning(
    '单位的写法不对',
    '计量单位不完整（“平方”应作“平方米”），或者两个责任单位连写、中间漏了顿号。',
  ),
  'text/document-numbers': warning(
    '文中发文字号的写法不对',
    '发文字号的年份用六角括号〔〕，序号不加“第”、不补零，如三政发〔2022〕6号。',
    '7.2.5',
    'direct',
  ),
  'text/numbering': warning(
    '序号后的标点不对',
    '“一”后用顿号，“（一）”“（1）”后不加标点，“1”后用下脚点，“第一”“首先”后用逗号。',
    `${marks} 附录B.3`,
    'direct',
  ),
  'text/numbering-gap': warning(
    '序号不连续',
    '段落里的“一是、二是”“（1）（2）”“第一阶段、第二阶段”跳了号，或者同一个号用了两次。',
  ),
  'text/adjoining-marks': warning(
    '书名号、引号之间多了顿号',
    '并列的《》《》之间、“”“”之间通常不用顿号；中间有括注的可以用。',
    `${marks} 4.5.3.5`,
    'direct',
  ),
  'text/unpaired': warning(
    '括号、引号不成对',
    '左右括号、引号、书名号要成对，缺了一半或者方向写反。',
    marks,
    'derived',
  ),
  'text/nested-marks': warning(
    '书名号、引号、括号的套用不对',
    '书名号里用单书名号〈〉，引号里用单引号‘’，括号里换一种括号。',
    `${marks} 4.8、4.9、4.15`,
    'direct',
  ),
  'text/half-width': warning(
    '中文里用了半角标点',
    '中文里的逗号、分号、冒号、括号等用全角，引号用弯引号“”。',
    marks,
    'derived',
  ),
  'text/doubled-marks': warning(
    '标点连用',
    '两个标点连在一起，如“，，”“；。”“。）。”。只留一个。',
    marks,
    'derived',
  ),
  'text/ellipsis': warning(
    '省略号、“等”的用法不对',
    '省略号是六个点“……”；省略号与“等”不并用；“等”前面不用顿号。',
    `${marks} 4.11`,
    'derived',
  ),
  'text/blanks': warning('文字中间有空格', '中文中间不加空格，姓名对齐、文字间距都由排版处理。'),
  'text/end-marks': warning(
    '末尾的标点不对',
    '成段的文字末尾要有句号；标题、名称和短语末尾不加标点，程序会在需要的地方加上。',
  ),
  'text/title-form': warning(
    '标题、名称的写法不对',
    '名称里不写序号，附件名称不加书名号，文种不重复，“印发《……》的通知”不漏“的”。',
    '7.3.4',
    'derived',
  ),
} as const satisfies Record<string, Rule>;
