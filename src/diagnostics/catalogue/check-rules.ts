import { error, type Rule, warning } from './rule.ts';

/** Rules about what one part of a plan says against another; those that may be meant so are warnings. */
export const checkRules = {
  'data/copied-addressee': error(
    '主送机关又写在抄送里',
    '抄送机关是主送机关以外需要知晓的机关，同一个机关不能既主送又抄送。删去其中一处。',
    '《党政机关公文处理工作条例》第九条',
    'derived',
  ),
  'data/number-twice': error(
    '两个方案用了同一个发文字号',
    '发文字号一文一号，不能重复。核对收发文登记后改正其中一个。',
    '7.2.5',
    'derived',
  ),
  'data/secret-made-public': error(
    '涉密文件又写了公开发布',
    '标了密级的公文不能公开发布。核对密级和附注。',
    '《党政机关公文处理工作条例》第九条',
    'derived',
  ),
  'data/secret-without-copy-number': warning(
    '涉密文件没有份号',
    '涉密公文应当标注份号，写六位数字，如 "000001"。',
    '《党政机关公文处理工作条例》第九条',
    'direct',
  ),
  'data/issuer-name': warning(
    '机关名称不一致',
    '发文机关、发文机关标志、印发机关和方案的乡镇名称对不上。核对全称和规范化简称。',
  ),
  'data/title-parts': warning(
    '标题与数据不一致',
    '标题里的乡镇、工作名称、年度与数据里写的不一样。改成一致。',
  ),
  'data/unit-spelling': warning(
    '同一个单位有两种写法',
    '责任单位里，同一个单位有的地方写名称、有的地方写别名，印出来像是两个单位。统一成一种写法。',
  ),
  'data/stage-gap': warning(
    '实施步骤有断档',
    '两个阶段之间空着几个月，或者最后一个阶段没有到方案的截止年度。核对起止时间。',
  ),
  'data/issued-late': warning(
    '印发时第一阶段已经开始',
    '成文日期晚于第一阶段的开始，或者有的任务在印发以前就到了期限。确是先行启动的，写进“已核对”。',
  ),
  'data/due-date': warning(
    '截止日期与完成时限不一致',
    '截止日期是完成时限的最后一天：“9月底前”对 09-30，年度也要与年度任务的年度相同；村级时限不晚于任务的期限。',
  ),
  'data/counts': warning(
    '文中的数目与数出来的不一致',
    '文字里写的“四个方面”“十六项任务”“三个阶段”“10个村”，与数据里实际的个数不同。增删任务、村居后容易忘了改文字。',
  ),
  'data/statement': warning(
    '年度目标的表述与数据不一致',
    '“表述”里写的年份、比例，与这一年的“年度”“累计比例”不一样。',
  ),
  'data/attachment-mention': warning(
    '附件的提法不一致',
    '正文提到附件时，名称、序号要与附件说明、附件标题一致，先提到的排在前面；列了的附件正文要提到，提到的附件要有。',
    '7.3.4',
    'derived',
  ),
  'data/unit-without-person': warning(
    '责任单位没有人进专班',
    '名册里承担任务的单位，专班名单里没有它的人，任务没有人牵头。确由别人代管的，写进“已核对”。',
  ),
  'data/person-twice': warning(
    '同一个人在专班里写了两次',
    '专班名单里同一个姓名出现两次，或者只有一人的职务写了两个人。确是重名的，写进“已核对”。',
  ),
  'data/post-style': warning(
    '职务的写法不一致',
    '同一份名单里有的写“所长”“部长”，有的写“所所长”“部部长”。统一成一种。',
  ),
  'data/model-village': warning(
    '当年达标的村里没有标杆村',
    '列了标杆村的方案，已经到期的年度每年都应至少有一个标杆村。还没有确定的，写进“已核对”。',
  ),
  'data/name-twice': warning('任务名称重复', '两项任务用了同一个名称，领受任务的单位分不清。改掉其中一个。'),
  'data/evaluation-field': warning(
    '评价的领域与方案不一致',
    '评价表里的领域不在方案的工作领域里，或者名称写得不一样。',
  ),
} as const satisfies Record<string, Rule>;
