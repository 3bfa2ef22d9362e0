import * as z from 'zod';
import { archiveCodes } from './archive-codes.ts';
import { media, recipientKinds } from './distribution.ts';
import { layout } from './layout.ts';
import { named } from './named.ts';
import { copyNumber, date, documentNumber, line, month, percent, prose, year, yesNo } from './scalars.ts';

/** 公文: the notice that issues the plan. */
const notice = named({
  /** 发文机关, the host first; several for 联合行文. */
  issuers: ['发文机关', z.array(line).min(1)],
  /** 发文机关标志: full names or recognised short ones, as they stand in the red head. */
  issuerMark: ['发文机关标志', z.array(line).min(1)],
  /** Whether 文件 follows the mark. */
  withFileWord: ['标志加文件', yesNo.default(true)],
  documentNumber: ['发文字号', documentNumber],
  /** One number for all copies, or a run of numbers, as `000001—000030`: each copy is stamped with its own. */
  copyNumber: ['份号', copyNumber.nullable().default(null)],
  classification: ['密级和保密期限', line.nullable().default(null)],
  urgency: ['紧急程度', z.enum(['特急', '加急']).nullable().default(null)],
  signatories: ['签发人', z.array(line).default([])],
  /** 主送机关. */
  addressees: ['主送机关', z.array(line).min(1)],
  dateOfIssue: ['成文日期', date],
  /** Whether room is left for a seal. */
  sealed: ['加盖印章', yesNo.default(true)],
  annotation: ['附注', line.nullable().default(null)],
  copyTo: ['抄送机关', z.array(line).default([])],
  printedBy: ['印发机关', line],
  printedOn: ['印发日期', date],
  /** 印数, for the line 共印30份; null where it is not printed. */
  printRun: ['共印份数', z.int().min(1).max(9999).nullable().default(null)],
});

/** A chapter of the plan: paragraphs of its own, then, where named, a part composed from the tables. */
const chapter = named({
  title: ['标题', line],
  paragraphs: ['正文', z.array(prose).default([])],
  /** Name of a template under 方案内容 that sets a table of the data as text, as 工作任务; null for none. */
  content: ['内容', line.nullable().default(null)],
});

/** 方案: the plan itself. */
const scheme = named({
  title: ['标题', line],
  /** How other documents call the work, as 清廉村居创建. */
  campaign: ['工作名称', line],
  /** 乡镇 whose plan it is, as 三管镇. */
  township: ['乡镇', line],
  firstYear: ['起始年度', year],
  lastYear: ['截止年度', year],
  preamble: ['引言', prose],
  chapters: ['章', z.array(chapter).min(1)],
});

/** 年度目标: what share of the villages has reached the mark by the end of a year. */
const target = named({
  year: ['年度', year],
  /** Cumulative; null for a year without a share, as one of consolidation. */
  share: ['累计比例', percent.nullable()],
  /** The sentence of the plan about this year, without final mark. */
  statement: ['表述', line],
});

/** 工作任务: one numbered task of a field of work. */
const task = named({
  name: ['名称', line],
  content: ['内容', prose],
  units: ['责任单位', z.array(line).min(1)],
});

/** 工作领域: a field of work with its tasks. */
const field = named({ name: ['名称', line], tasks: ['任务', z.array(task).min(1)] });

/** 实施步骤: a stage. */
const stage = named({
  name: ['名称', line],
  from: ['起', month],
  to: ['止', month],
  content: ['内容', prose],
});

/** 工作要求: a requirement. */
const requirement = named({ name: ['名称', line], content: ['内容', prose] });

/** 责任单位: the register of units. */
const unit = named({ name: ['名称', line], aliases: ['别名', z.array(line).default([])] });

/** A person of the task force with the post held. */
const member = named({ name: ['姓名', line], post: ['职务', line] });

/** 工作专班: a role with those who hold it, and lines for groups of people. */
const taskForceGroup = named({
  role: ['职务', line],
  members: ['人员', z.array(member).default([])],
  /** Lines such as 各包村干部及各村主干. */
  others: ['其他人员', z.array(line).default([])],
});

/** 措施: measures of a key task that share one deadline. */
const measureGroup = named({
  /** Numbered when there are several. */
  measures: ['内容', z.array(prose).min(1)],
  /** 完成时限 as it is printed, as `9月底前完成整顿验收`; one paragraph an entry. */
  deadline: ['完成时限', z.array(prose).min(1)],
  /** The last day of the deadline where it names one: for sorting and for the ledger. */
  due: ['截止日期', date.nullable().default(null)],
});

/** 重点任务: a row of the year's task list. */
const keyTask = named({
  field: ['工作领域', line],
  name: ['名称', line],
  units: ['责任单位', z.array(line).min(1)],
  groups: ['措施', z.array(measureGroup).min(1)],
  /** What a village does for it: goes into the task sheets. */
  villageDuty: ['村级落实', prose],
  /** The village's own deadline, short, as `9月底前`. */
  villageDeadline: ['村级时限', line],
});

/** 年度任务: the task list of one year. */
const yearlyTasks = named({ year: ['年度', year], tasks: ['重点任务', z.array(keyTask).min(1)] });

/** 村居. */
const village = named({
  name: ['名称', line],
  /** The year in which it is to reach the mark. */
  targetYear: ['达标年度', year],
  /** 标杆村. */
  model: ['标杆村', yesNo.default(false)],
  /** Remark printed on the village's own sheets. */
  remark: ['备注', line.nullable().default(null)],
});

/** 评价指标. */
const indicator = named({
  name: ['名称', line],
  standard: ['标准', prose],
  method: ['评价方法', prose],
  marks: ['分值', z.int().positive()],
});

/** 评价: the evaluation of a village; the office's to adjust. */
const evaluation = named({
  title: ['标题', line],
  /** How the form came about and that the office may change it: printed in the workbook, not under a red head. */
  remark: ['说明', prose],
  fullMarks: ['满分', z.int().positive()],
  /** Score from which a village is 达标. */
  threshold: ['达标分数', z.int().positive()],
  fields: [
    '领域',
    z.array(named({ name: ['名称', line], indicators: ['指标', z.array(indicator).min(1)] })).min(1),
  ],
  /** Whose signatures stand at the foot. */
  signatures: ['签字', z.array(line).min(1)],
});

/** 附件. */
const attachment = named({
  title: ['标题', line],
  /** Name of its template under 附件. */
  content: ['内容', line],
  orientation: ['版式', z.enum(['竖排', '横排']).default('竖排')],
  /** Lines printed below, without 注：. */
  note: ['附注', line.nullable().default(null)],
});

/** 分发: who gets which documents. */
const distributionEntry = named({
  /** A name, or a collective one: 各村, 各责任单位, a role of the task force. */
  recipient: ['收文单位', line],
  kind: ['类别', z.enum(recipientKinds)],
  /** Names as 通知, 附件2, 本村任务书; empty for what recipients of the kind usually get. */
  documents: ['文件', z.array(line).default([])],
  copies: ['份数', z.int().min(1).max(9999).default(1)],
  medium: ['方式', z.enum(media).default('纸质')],
  remark: ['备注', line.nullable().default(null)],
});

/** 更正: a slip of the draft and what it was corrected to; a record, printed nowhere. */
const correction = named({
  place: ['位置', line],
  draft: ['原文', line],
  corrected: ['更正', line],
  reason: ['理由', line],
  /** 待确认: carried on as the record says, but the office has to decide. */
  state: ['状态', z.enum(['已更正', '待确认']).default('已更正')],
});

/** 已核对: a warning that the office has looked at; it is not shown again. */
const acknowledgement = named({
  /** Id of the rule, as the warning shows it in brackets. */
  rule: ['规则', line],
  /** Words of the text, or of the warning, that it is about. */
  words: ['原文', line],
  reason: ['理由', line.nullable().default(null)],
});

/** A whole plan, as the office keeps it in one folder of `data/`: keys may be spread over any number of files. */
export const planSchema = named({
  notice: ['公文', notice],
  /** 版式: what the office varies of the standard's layout. */
  layout: ['版式', layout.prefault({})],
  scheme: ['方案', scheme],
  targets: ['年度目标', z.array(target).min(1)],
  fields: ['工作领域', z.array(field).min(1)],
  stages: ['实施步骤', z.array(stage).min(1)],
  requirements: ['工作要求', z.array(requirement).default([])],
  units: ['责任单位', z.array(unit).min(1)],
  taskForce: ['工作专班', z.array(taskForceGroup).min(1)],
  yearlyTasks: ['年度任务', yearlyTasks],
  villages: ['村居', z.array(village).min(1)],
  evaluation: ['评价', evaluation],
  attachments: ['附件', z.array(attachment).default([])],
  /** Empty for the usual list: every village its own documents, two sets for the archive. */
  distribution: ['分发', z.array(distributionEntry).default([])],
  /** Null where the office does not archive with this program. */
  archive: ['归档', archiveCodes.nullable().default(null)],
  corrections: ['更正记录', z.array(correction).default([])],
  acknowledged: ['已核对', z.array(acknowledgement).default([])],
});

/** A plan, checked. */
export type Plan = z.output<typeof planSchema>;
export type Village = Plan['villages'][number];
