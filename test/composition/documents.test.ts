import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Composition,
  composeAttachment,
  composeEvaluationForm,
  composeNotice,
  composeTaskSheet,
} from '../../src/composition/documents.ts';
import { createWording } from '../../src/composition/engine/engine.ts';
import { createTables } from '../../src/composition/tables/tables.ts';
import { planView } from '../../src/composition/view/plan-view.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { formatPlace } from '../../src/diagnostics/place.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { readPlan } from '../../src/plan/loading/read-plan.ts';
import { faults, line, linesOf } from './example.ts';

const root = join(import.meta.dirname, '..', '..');

function readFolder(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => /\.(md|yaml)$/.test(name));
  return new Map(files.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]));
}

const templates = readFolder('templates');

/** A plan of a folder, ready to be composed; `edited` templates stand in for the shipped ones. */
function compositionOf(folder: string, edited: Readonly<Record<string, string>> = {}): Composition {
  const findings = new Findings();
  const loaded = readPlan(readFolder(folder), findings);
  if (loaded === null) throw new Error(faults(findings).join('\n'));
  const { plan, placeOf } = loaded;
  const all = new Map([...templates, ...Object.entries(edited)]);
  const wording = createWording(all, findings);
  const tables = createTables(all, wording, findings).composeTable;
  return { plan, view: planView(plan, placeOf), wording, tables, findings };
}

const made = (document: OfficialDocument | null): OfficialDocument => {
  if (document === null) throw new Error('not composed');
  return document;
};

const allLines = (document: OfficialDocument): readonly string[] =>
  document.sections.flatMap(({ blocks }) => linesOf(blocks));

/** The beginnings of the lines that count or head something. */
const outline = (document: OfficialDocument): readonly string[] =>
  allLines(document)
    .filter((each) => /^(#|[（一二三四五六七八九十]+、|（.）|\d+\.|附件|document|part|attachment)/.test(each))
    .map((each) => each.split('|')[0] ?? '');

const office = compositionOf('data/2022-清廉村居创建');
const second = compositionOf('test/fixtures/plans/2024-人居环境整治');

describe('the notice of the office', () => {
  const notice = made(composeNotice(office));

  test('red head, title, addressee, text, signature on the first page', () => {
    expect(notice.header).toMatchObject({
      issuerMark: ['三管镇人民政府'],
      withFileWord: true,
      documentNumber: '三政发〔2022〕6号',
      signatories: [],
    });
    expect(linesOf(notice.sections[0]?.blocks ?? [])).toEqual([
      'document: 三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知',
      'addressee: 各行政村：',
      '《三管镇开展清廉村居创建行动的实施方案》已经三管镇人民政府研究同意，现印发给你们，请结合实际认真贯彻执行。',
      '三管镇人民政府 2022年5月24日 印',
    ]);
    expect(notice.imprint).toMatchObject({
      copyTo: null,
      printedBy: '三管镇人民政府',
      printedOn: '2022年5月24日',
    });
  });

  test('the plan on a new page, its sixteen tasks numbered straight through, stages from 1 again', () => {
    expect(outline(notice).slice(1)).toEqual([
      'part: 三管镇开展清廉村居创建行动的实施方案',
      '# 一、总体要求',
      '# 二、主要目标',
      '# 三、主要任务',
      '## （一）健全治理体系',
      '1.加强城乡基层党组织建设。',
      '2.加强村（居）委会规范化建设。',
      '3.加强“一肩挑”村干部管理考核。',
      '4.全面推行村级组织履行职责事项清单制度。',
      '5.全面提升治理水平。',
      '## （二）扎紧制度笼子',
      '6.严格实行重大事项民主决策。',
      '7.稳步推进村级小微权力清单制度建设。',
      '8.加强农村集体“三资”监督管理。',
      '9.推进村居议事协商工作。',
      '10.提升农村财务人员和农村会计委托代理服务水平。',
      '## （三）强化基层监督',
      '11.完善权力阳光运行机制。',
      '12.健全基层监督机制。',
      '13.健全农村财务常态化审计机制。',
      '14.常态化推进扫黑除恶工作。',
      '## （四）深化清廉文化建设',
      '15.加强村干部廉政教育。',
      '16.加强思想道德建设。',
      '# 四、实施步骤',
      '1.启动和初步实施阶段（2022年4月—12月）。',
      '2.全面推进和深化阶段（2023年1月—2024年12月）。',
      '3.巩固提升阶段（2025年1月—12月）。',
      '# 五、工作要求',
      '（一）加强组织领导。',
      '（二）强化督查指导。',
      '（三）加强宣传推广。',
      '附件：1.三管镇清廉村居创建工作专班组成人员 2.三管镇清廉村居创建行动2022年任务清单 3.三管镇清廉村居创建2022—2024年任务分解表',
      '附件1',
      'attachment: 三管镇清廉村居创建工作专班组成人员',
      '附件2',
      'attachment: 三管镇清廉村居创建行动2022年任务清单',
      '附件3',
      'attachment: 三管镇清廉村居创建2022—2024年任务分解表',
    ]);
  });

  test('units stand in brackets after the last full stop', () => {
    const first = allLines(notice).find((each) => each.startsWith('1.加强城乡'));
    expect(first?.endsWith('作出决定。（责任单位：组织、民政、农业农村、经管、纪委监委）')).toBe(true);
  });

  test('the wide table has pages across, the rest upright', () => {
    expect(notice.sections.map(({ orientation }) => orientation)).toEqual([
      'portrait',
      'portrait',
      'portrait',
      'landscape',
      'portrait',
    ]);
  });

  test('every paragraph of the plan knows its line in the data', () => {
    const paragraphs = notice.sections[1]?.blocks.filter(({ kind }) => kind === 'paragraph') ?? [];
    expect(paragraphs.length).toBeGreaterThan(20);
    for (const { place } of paragraphs) expect(formatPlace(place)).toMatch(/^(方案|工作任务)\.yaml:\d+:\d+$/);
  });
});

describe('the other documents of the office', () => {
  test('an attachment by itself keeps its number and has no red head', () => {
    const attachment = made(composeAttachment(office, 2));
    expect(attachment.id).toBe('attachment/2');
    expect(attachment.header).toBeNull();
    expect(attachment.imprint).toBeNull();
    expect(allLines(attachment)).toEqual([
      '附件2',
      'attachment: 三管镇清廉村居创建行动2022年任务清单',
      'table: 任务清单',
    ]);
  });

  test('the task force, grouped by role, names and posts apart', () => {
    const roster = made(composeAttachment(office, 1)).sections[0]?.blocks[2];
    expect(
      roster?.kind === 'roster' && roster.groups.map(({ label, entries }) => [label, entries.length]),
    ).toEqual([
      ['组长', 1],
      ['副组长', 5],
      ['成员', 10],
    ]);
    expect(roster && line(roster)).toContain('褚自勇/综治专干、信访办主任');
    expect(roster && line(roster).endsWith('姚乐/组织干事 各包村干部及各村主干')).toBe(true);
  });

  test('every village has its own task sheet, across', () => {
    for (const village of office.plan.villages) {
      const sheet = made(composeTaskSheet(office, village));
      expect(sheet.id).toBe(`task-sheet/${village.name}`);
      expect(sheet.sections.map(({ orientation }) => orientation)).toEqual(['landscape']);
      expect(allLines(sheet)).toEqual([
        'part: 三管镇清廉村居创建2022年任务书',
        `村（居）：${village.name}　　达标年度：${village.targetYear}年`,
        `根据《三管镇开展清廉村居创建行动的实施方案》（三政发〔2022〕6号），现将2022年清廉村居创建15项重点任务下达你村（居）。请逐项抓好落实，按时限要求办结，如实填写进展情况。你村（居）应当在${village.targetYear}年年底前达标。`,
        'table: 村任务书',
        '村（居）党组织书记（签字）：______　　包村干部（签字）：______',
        '签订日期：____年__月__日',
      ]);
    }
  });

  test('every village has its own evaluation form', () => {
    const [village] = office.plan.villages;
    if (village === undefined) throw new Error('no village');
    const form = made(composeEvaluationForm(office, village));
    expect(form.id).toBe('evaluation-form/东姚庄');
    expect(allLines(form)).toEqual(['part: 三管镇清廉村居创建评价表', 'table: 村评价表']);
  });

  test('nothing was found wrong with data or templates', () => {
    expect(faults(office.findings)).toEqual([]);
  });
});

describe('another plan is another folder of data and nothing else', () => {
  test('its notice has its own issuer, urgency, annotation, copies, chapters and one attachment', () => {
    const notice = made(composeNotice(second));
    expect(notice.header).toMatchObject({ issuerMark: ['禾泉镇人民政府'], urgency: '加急' });
    expect(notice.imprint?.copyTo).toBe('澄川县农业农村局，澄川县住房和城乡建设局');
    expect(allLines(notice)).toContain('annotation: （此件公开发布）');
    expect(outline(notice).filter((each) => /^\d|^附件/.test(each))).toEqual([
      '1.清理积存垃圾。',
      '2.治理生活污水。',
      '3.改造农村厕所。',
      '4.健全保洁队伍。',
      '5.落实管护经费。',
      '1.集中整治阶段（2024年3月—12月）。',
      '2.巩固管护阶段（2025年1月—12月）。',
      '附件：1.禾泉镇农村人居环境整治2024年任务清单',
      '附件',
    ]);
  });

  test('a remark about a village stands on its sheets', () => {
    const village = second.plan.villages[1];
    if (village === undefined) throw new Error('no village');
    expect(allLines(made(composeTaskSheet(second, village)))).toContain('备注：由三个自然村合并而成');
    expect(allLines(made(composeEvaluationForm(second, village)))).toContain(
      'table-note: 备注：由三个自然村合并而成',
    );
  });

  test('nothing of the first plan is left in its words', () => {
    const [village] = second.plan.villages;
    if (village === undefined) throw new Error('no village');
    const documents = [
      composeNotice(second),
      composeTaskSheet(second, village),
      composeAttachment(second, 1),
    ];
    for (const document of documents) expect(JSON.stringify(document)).not.toMatch(/三管|清廉|创建|2022/);
    expect(faults(second.findings)).toEqual([]);
  });
});

describe('a broken template', () => {
  test('yields no document, and its findings', () => {
    const broken = compositionOf('data/2022-清廉村居创建', { '通知.md': '::标题[{{方案.题目}}]\n' });
    expect(composeNotice(broken)).toBeNull();
    expect(faults(broken.findings)).toEqual([
      'template/missing-field templates/通知.md:1:8 数据里没有“方案.题目”',
    ]);
  });
});
