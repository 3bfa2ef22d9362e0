import type { Manifest } from '../../src/delivery/manifest.ts';

/** What a plan is to give: every job with its kind and its files. */
export interface ExpectedSet {
  readonly plan: Manifest['plan'];
  readonly jobs: readonly string[];
  readonly counts: Readonly<Record<'docx' | 'pdf' | 'xlsx', number>>;
  /** Characters between the date of issue and the right edge: four where room is left for a seal, else two. */
  readonly dateIndent: number;
  /** Beginnings of lines of the notice that come one after another. */
  readonly outline: readonly string[];
}

const inOrder = (names: readonly string[]) =>
  names.map((name, index) => [String(index + 1).padStart(2, '0'), name] as const);

const officeVillages = [
  '东姚庄',
  '李卓',
  '新庄',
  '三管',
  '师家庄',
  '梁家庄',
  '陆喜营',
  '王家庄',
  '西姚',
  '黄家庄',
];
const secondVillages = ['东泉', '上官庄子牛角湾新村', '垚堡', '柳林'];

/** The office's plan. */
export const office: ExpectedSet = {
  plan: {
    id: '2022-清廉村居创建',
    title: '三管镇开展清廉村居创建行动的实施方案',
    documentNumber: '三政发〔2022〕6号',
  },
  jobs: [
    'notice | notice | - | 1-印发通知/三政发〔2022〕6号 关于印发《三管镇开展清廉村居创建行动的实施方案》的通知 docx pdf',
    'attachment/1 | attachment | - | 2-附件/附件1 三管镇清廉村居创建工作专班组成人员 docx pdf',
    'attachment/2 | attachment | - | 2-附件/附件2 三管镇清廉村居创建行动2022年任务清单 docx pdf xlsx',
    'attachment/3 | attachment | - | 2-附件/附件3 三管镇清廉村居创建2022—2024年任务分解表 docx pdf xlsx',
    ...inOrder(officeVillages).map(
      ([number, name]) =>
        `task-sheet/${name} | task-sheet | ${name} | 3-村任务书/${number} ${name}2022年任务书 docx pdf`,
    ),
    'task-ledger | task-ledger | - | 3-村任务书/2022年任务台账（全部村居） xlsx',
    ...inOrder(officeVillages).map(
      ([number, name]) =>
        `evaluation-form/${name} | evaluation-form | ${name} | 4-村评价表/${number} ${name}评价表 docx pdf xlsx`,
    ),
    'evaluation-summary | evaluation-summary | - | 4-村评价表/评价汇总表（全部村居） xlsx',
  ],
  counts: { docx: 24, pdf: 24, xlsx: 14 },
  dateIndent: 4,
  outline: [
    '三管镇人民政府文件',
    '三政发〔2022〕6号',
    '三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知',
    '各行政村：',
    '三管镇人民政府2022年5月24日',
    '三管镇开展清廉村居创建行动的实施方案',
    '一、总体要求',
    '二、主要目标',
    '三、主要任务',
    '（一）健全治理体系',
    ...[1, 2, 3, 4, 5].map((number) => `${number}.`),
    '（二）扎紧制度笼子',
    ...[6, 7, 8, 9, 10].map((number) => `${number}.`),
    '（三）强化基层监督',
    ...[11, 12, 13, 14].map((number) => `${number}.`),
    '（四）深化清廉文化建设',
    ...[15, 16].map((number) => `${number}.`),
    '四、实施步骤',
    '五、工作要求',
    '（一）加强组织领导。',
    '（二）强化督查指导。',
    '（三）加强宣传推广。',
    '附件：1.三管镇清廉村居创建工作专班组成人员2.三管镇清廉村居创建行动2022年任务清单3.三管镇清廉村居创建2022—2024年任务分解表',
    '附件1三管镇清廉村居创建工作专班组成人员组长：姚治广',
    '各包村干部及各村主干',
    '附件2三管镇清廉村居创建行动2022年任务清单',
    '附件3三管镇清廉村居创建2022—2024年任务分解表',
    '三管镇人民政府2022年5月24日印发',
  ],
};

/** The small plan of the fixtures: other fields, counts, years, one attachment, no seal, a note, copies, urgent. */
export const second: ExpectedSet = {
  plan: {
    id: '2024-人居环境整治',
    title: '禾泉镇农村人居环境整治提升工作方案',
    documentNumber: '禾政发〔2024〕12号',
  },
  jobs: [
    'notice | notice | - | 1-印发通知/禾政发〔2024〕12号 关于印发《禾泉镇农村人居环境整治提升工作方案》的通知 docx pdf',
    'attachment/1 | attachment | - | 2-附件/附件 禾泉镇农村人居环境整治2024年任务清单 docx pdf xlsx',
    ...inOrder(secondVillages).map(
      ([number, name]) =>
        `task-sheet/${name} | task-sheet | ${name} | 3-村任务书/${number} ${name}2024年任务书 docx pdf`,
    ),
    'task-ledger | task-ledger | - | 3-村任务书/2024年任务台账（全部村居） xlsx',
    ...inOrder(secondVillages).map(
      ([number, name]) =>
        `evaluation-form/${name} | evaluation-form | ${name} | 4-村评价表/${number} ${name}评价表 docx pdf xlsx`,
    ),
    'evaluation-summary | evaluation-summary | - | 4-村评价表/评价汇总表（全部村居） xlsx',
  ],
  counts: { docx: 10, pdf: 10, xlsx: 7 },
  dateIndent: 2,
  outline: [
    '加急',
    '禾泉镇人民政府文件',
    '禾政发〔2024〕12号',
    '禾泉镇人民政府关于印发《禾泉镇农村人居环境整治提升工作方案》的通知',
    '各村民委员会，镇直各有关单位：',
    '禾泉镇人民政府2024年3月18日（此件公开发布）',
    '禾泉镇农村人居环境整治提升工作方案',
    '一、工作思路',
    '二、目标任务',
    '三、重点工作',
    '（一）开展村庄清洁',
    ...[1, 2, 3].map((number) => `${number}.`),
    '（二）加强设施管护',
    ...[4, 5].map((number) => `${number}.`),
    '四、时间安排',
    '五、保障措施',
    '附件：禾泉镇农村人居环境整治2024年任务清单',
    '附件禾泉镇农村人居环境整治2024年任务清单',
    '抄送：澄川县农业农村局，澄川县住房和城乡建设局。禾泉镇党政综合办公室2024年3月19日印发',
  ],
};
