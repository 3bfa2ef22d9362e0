import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/document/calendar-date.ts';
import { day, marks, plan, printed } from './stored-plans.ts';

describe('三管镇清廉村居创建', () => {
  it('is issued by the notice of the draft', () => {
    const { notice } = plan;
    expect(notice.issuers).toEqual(['三管镇人民政府']);
    expect(notice.documentNumber).toBe('三政发〔2022〕6号');
    expect(notice.addressees).toEqual(['各行政村']);
    expect(isoDate(notice.dateOfIssue)).toBe('2022-05-24');
    expect(notice.printedBy).toBe('三管镇人民政府');
    expect(isoDate(notice.printedOn)).toBe('2022-05-24');
    expect(notice.copyTo).toEqual([]);
  });

  it('has the title and the five chapters of the draft', () => {
    expect(plan.scheme.title).toBe('三管镇开展清廉村居创建行动的实施方案');
    expect(plan.scheme.chapters.map(({ title, content }) => [title, content])).toEqual([
      ['总体要求', null],
      ['主要目标', '年度目标'],
      ['主要任务', '工作任务'],
      ['实施步骤', '实施步骤'],
      ['工作要求', '工作要求'],
    ]);
  });

  it('has sixteen tasks in four fields with the units of the draft', () => {
    const rows = plan.fields.flatMap((field) =>
      field.tasks.map((task) => `${field.name}｜${task.name}｜${task.units.join('、')}`),
    );
    expect(rows).toEqual([
      '健全治理体系｜加强城乡基层党组织建设｜组织、民政、农业农村、经管、纪委监委',
      '健全治理体系｜加强村（居）委会规范化建设｜民政',
      '健全治理体系｜加强“一肩挑”村干部管理考核｜组织、民政',
      '健全治理体系｜全面推行村级组织履行职责事项清单制度｜组织、人事、农业农村、经管、民政',
      '健全治理体系｜全面提升治理水平｜政法、司法、民政',
      '扎紧制度笼子｜严格实行重大事项民主决策｜民政、组织',
      '扎紧制度笼子｜稳步推进村级小微权力清单制度建设｜纪委监委、民政、农业农村、经管',
      '扎紧制度笼子｜加强农村集体“三资”监督管理｜农业农村、经管、财政',
      '扎紧制度笼子｜推进村居议事协商工作｜民政',
      '扎紧制度笼子｜提升农村财务人员和农村会计委托代理服务水平｜农业农村、经管、财政',
      '强化基层监督｜完善权力阳光运行机制｜组织、民政、农业农村、经管',
      '强化基层监督｜健全基层监督机制｜纪委监委、组织、民政、农业农村、经管',
      '强化基层监督｜健全农村财务常态化审计机制｜农业农村、经管',
      '强化基层监督｜常态化推进扫黑除恶工作｜政法、组织、民政、信访',
      '深化清廉文化建设｜加强村干部廉政教育｜组织、纪委监委、民政',
      '深化清廉文化建设｜加强思想道德建设｜民政、纪委监委',
    ]);
  });

  it('aims at 30 %, 80 % and 100 %, then at consolidation', () => {
    expect(plan.targets.map(({ year, share }) => [year, share])).toEqual([
      [2022, 30],
      [2023, 80],
      [2024, 100],
      [2025, null],
    ]);
  });

  it('goes on in three stages', () => {
    const rows = plan.stages.map(({ name, from, to }) => [name, from.year, from.month, to.year, to.month]);
    expect(rows).toEqual([
      ['启动和初步实施阶段', 2022, 4, 2022, 12],
      ['全面推进和深化阶段', 2023, 1, 2024, 12],
      ['巩固提升阶段', 2025, 1, 2025, 12],
    ]);
    expect(plan.stages[0]?.content).toContain('培育1～3个示范典型');
  });

  it('makes three requirements', () => {
    expect(plan.requirements.map(({ name }) => name)).toEqual([
      '加强组织领导',
      '强化督查指导',
      '加强宣传推广',
    ]);
  });

  it('names the task force with its posts', () => {
    const rows = plan.taskForce.flatMap((group) => [
      ...group.members.map(({ name, post }) => `${group.role}｜${name}｜${post}`),
      ...group.others.map((line) => `${group.role}｜${line}`),
    ]);
    expect(rows).toEqual([
      '组长｜姚治广｜副镇长',
      '副组长｜樊菊霞｜党委副书记',
      '副组长｜孙晓雅｜纪委书记',
      '副组长｜古莉｜组织委员',
      '副组长｜尉高君｜武装部长',
      '副组长｜姚小丹｜副镇长',
      '成员｜段晓沛｜民政负责人、经管负责人',
      '成员｜黄占英｜农业农村负责人',
      '成员｜王晓敏｜司法所长',
      '成员｜褚自勇｜综治专干、信访办主任',
      '成员｜王宁｜监察员',
      '成员｜张晓辉｜宣传干事',
      '成员｜刘瑞东｜财政负责人',
      '成员｜黄玉磊｜人事干事',
      '成员｜姚乐｜组织干事',
      '成员｜各包村干部及各村主干',
    ]);
  });

  it('lists the fifteen key tasks of 2022 with units and deadlines', () => {
    expect(plan.yearlyTasks.year).toBe(2022);
    const rows = plan.yearlyTasks.tasks.map((task) =>
      [
        task.field,
        task.name,
        task.units.join('、'),
        task.groups.map((group) => day(group.due) ?? '长期').join('；'),
      ].join('｜'),
    );
    expect(rows).toEqual([
      '健全治理体系｜加强软弱涣散村（社区）党组织整顿提升｜组织｜2022-09-30',
      '健全治理体系｜健全完善村（社区）自治组织建设｜民政｜2022-06-30',
      '健全治理体系｜健全完善村（社区）各项制度｜民政｜长期',
      '健全治理体系｜加强“一肩挑”村（社区）干部管理考核｜组织｜2022-12-31',
      '健全治理体系｜推进村级组织履行职责事项清单制度｜组织、人事、农业农村、民政｜2022-10-31',
      '健全治理体系｜开展民主法治示范村（社区）建设｜司法｜2022-10-31',
      '扎紧制度笼子｜推进村级小微权力清单制度建设｜民政、纪委监委｜2022-11-30',
      '扎紧制度笼子｜加强农村集体“三资”监督管理｜农业农村、经管｜长期；2022-12-31',
      '扎紧制度笼子｜推进村居议事协商工作｜民政｜2022-12-31',
      '扎紧制度笼子｜加强村（居）务监督组织建设｜民政｜2022-06-30',
      '扎紧制度笼子｜提升村级财务会计管理｜农业农村、经管｜长期',
      '强化基层监督｜加强“三务”公开｜组织、民政、农业农村、经管｜长期',
      '强化基层监督｜健全村（居）务监督｜纪委监委｜2022-06-30',
      '强化基层监督｜常态化推进扫黑除恶工作，做好农村信访工作｜政法、信访｜长期',
      '深化清廉文化建设｜加强村（社区）干部培训｜组织、民政｜2022-09-30',
    ]);
  });

  it('prints the deadlines as phrases without full stop, longer ones as paragraphs', () => {
    const deadlines = plan.yearlyTasks.tasks.flatMap((task) =>
      task.groups.flatMap((group) => group.deadline),
    );
    expect(deadlines).toEqual([
      '9月底前完成整顿验收',
      '6月底前全面完成',
      '长期推进，及时完善',
      '每年12月底前完成对村（社区）党组织书记的综合分析研判，其他内容常态化开展、长期坚持',
      '10月底前制定村级组织履行职责事项清单',
      '10月底前完成',
      '11月底前出台清单和流程图，并在各村实施',
      '长期推进',
      '12月底前完成',
      '12月底前制定村级议事协商目录，并在村居实施',
      '6月底前全面完成',
      '长期推进',
      '长期推进',
      '6月底前完成重点村（社区）“三个一批”专项整治，建立“三员合一”监督机制。7月起，基层监督治理工作在全镇其他村（社区）全面推开。',
      '脱贫攻坚过渡期专项监督持续开展，基层民生领域“微腐败”整治不断深入，乡村治理能力和水平稳步提升，全面推动乡村振兴高质量发展。',
      '长期推进',
      '9月底前完成一轮基层干部全员培训',
    ]);
  });

  it('keeps the number of measures of every key task', () => {
    const counts = plan.yearlyTasks.tasks.map((task) => task.groups.map((group) => group.measures.length));
    expect(counts).toEqual([[1], [1], [1], [1], [1], [1], [1], [3, 1], [1], [1], [4], [1], [3], [1], [1]]);
  });

  it('schedules ten villages: three, five, two', () => {
    const inYear = (year: number): readonly string[] =>
      plan.villages.filter((village) => village.targetYear === year).map(({ name }) => name);
    expect(plan.villages).toHaveLength(10);
    expect(inYear(2022)).toEqual(['东姚庄', '李卓', '新庄']);
    expect(inYear(2023)).toEqual(['三管', '师家庄', '梁家庄', '陆喜营', '王家庄']);
    expect(inYear(2024)).toEqual(['西姚', '黄家庄']);
    expect(plan.villages.filter(({ model }) => model)).toEqual([]);
  });

  it('cites other documents by their exact titles', () => {
    for (const title of [
      '《关于全面建设清廉临猗的行动方案》',
      '《关于加强村（社区）“两委”主干“一肩挑”人员管理监督的若干措施》',
      '《山西省农村集体资产监督管理办法》',
      '《关于规范村（社区）“三务”公开工作的实施方案》',
      '《国家信访局关于印发〈信访事项内容分类（2020年修订）〉的通知》',
    ]) {
      expect(printed).toContain(title);
    }
  });

  it('keeps the fixed formulas and terms word for word', () => {
    for (const term of [
      '坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的十九大和十九届历次全会精神，深入贯彻习近平总书记视察山西重要讲话重要指示和考察调研山西重要指示精神',
      '“五面红旗”',
      '“后半篇”文章',
      '“红色体检”',
      '“三项承诺”',
      '新时代“枫桥经验”',
      '“四议两公开”',
      '“清单化”“流程化”',
      '“五公开”',
      '“三员合一”',
      '“一肩挑”',
      '“一村一策”',
      '“三治”融合',
      '“五会”',
      '“一卡通”',
      '“党建引领一批、督办化解一批、以案促改一批”',
      '“导师帮带制”',
      '“领导干部上讲台”',
      '“同步课堂”',
      '婚事新办、丧事简办、余事不办',
    ]) {
      expect(printed).toContain(term);
    }
  });

  it('calls its attachments in the text as they are titled, with the right number', () => {
    expect(plan.attachments.map(({ title, content, orientation }) => [title, content, orientation])).toEqual([
      ['三管镇清廉村居创建工作专班组成人员', '工作专班', '竖排'],
      ['三管镇清廉村居创建行动2022年任务清单', '任务清单', '横排'],
      ['三管镇清廉村居创建2022—2024年任务分解表', '任务分解表', '竖排'],
    ]);
    const requirements = plan.requirements.map(({ content }) => content).join('\n');
    expect(requirements).toContain('三管镇清廉村居创建工作专班组成人员（见附件1）');
    expect(requirements).toContain('《三管镇清廉村居创建行动2022年任务清单》（见附件2）');
    expect(requirements).toContain('《三管镇清廉村居创建2022—2024年任务分解表》（见附件3）');
  });

  it('evaluates every task in its field', () => {
    const indicators = plan.evaluation.fields.map((field) => [
      field.name,
      field.indicators.map(({ name }) => name),
    ]);
    expect(indicators).toEqual(plan.fields.map((field) => [field.name, field.tasks.map(({ name }) => name)]));
    expect(plan.evaluation.threshold).toBe(80);
    expect(marks(plan)).toBe(100);
    expect(plan.evaluation.fullMarks).toBe(100);
  });

  it('records the slips of the draft', () => {
    const drafts = plan.corrections.map(({ draft }) => draft).join('\n');
    for (const slip of ['清廉存军', '清廉庙上', '治理治理', '1-3个', '乡镇级层面', '村（居）会主任']) {
      expect(drafts).toContain(slip);
    }
  });
});
