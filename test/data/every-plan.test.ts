import { describe, expect, it } from 'vitest';
import { marks, plan, printedTexts, second, secondStored, stored } from './stored-plans.ts';

describe('禾泉镇农村人居环境整治', () => {
  it('is another plan of the same schema', () => {
    expect(second.notice).toMatchObject({
      classification: null,
      urgency: '加急',
      sealed: false,
      annotation: '此件公开发布',
      copyTo: ['澄川县农业农村局', '澄川县住房和城乡建设局'],
    });
    expect(second.fields.map((field) => field.tasks.length)).toEqual([3, 2]);
    expect(second.targets.map(({ share }) => share)).toEqual([50, 100]);
    expect(second.yearlyTasks.tasks.map((task) => task.groups.length)).toEqual([2, 1, 2, 1]);
    expect(second.attachments).toHaveLength(1);
  });

  it('has a village with a long name and one outside GB 2312', () => {
    expect(second.villages.map(({ name }) => name)).toEqual(['东泉', '上官庄子牛角湾新村', '垚堡', '柳林']);
  });

  it('is worth fifty marks', () => {
    expect(marks(second)).toBe(50);
    expect(second.evaluation).toMatchObject({ fullMarks: 50, threshold: 40 });
  });
});

describe.each([
  ['三管镇清廉村居创建', stored, plan],
  ['禾泉镇农村人居环境整治', secondStored, second],
] as const)('every plan: %s', (_name, source, parsed) => {
  it('names only units of the register', () => {
    const register = new Set(parsed.units.map(({ name }) => name));
    const named = [...parsed.fields.flatMap((field) => field.tasks), ...parsed.yearlyTasks.tasks];
    expect(named.flatMap(({ units }) => units).filter((unit) => !register.has(unit))).toEqual([]);
  });

  it('puts every key task in a field of work', () => {
    const fields = new Set(parsed.fields.map(({ name }) => name));
    expect(parsed.yearlyTasks.tasks.filter((task) => !fields.has(task.field))).toEqual([]);
  });

  it('lets as many villages reach the mark as the targets say', () => {
    for (const { year, share } of parsed.targets) {
      if (share === null) continue;
      const reached = parsed.villages.filter((village) => village.targetYear <= year).length;
      expect((reached / parsed.villages.length) * 100, `${year}年`).toBe(share);
    }
  });

  it.each([
    ['numbers typed by hand', /^(\d+[、.．]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）)/u],
    ['half-width marks beside Chinese', /\p{sc=Han}[,;:()<>!?"']|[,;:()<>!?"']\p{sc=Han}/u],
    ['a pause mark between quotation marks or titles', /[”》]、[“《]/u],
    ['a hyphen for a range', /\d[-~]\d/u],
    ['brackets of the wrong kind around a year', /[[(（【]\d{4}[\])）】]号?/u],
    ['blanks within Chinese', /\p{sc=Han}\s+\p{sc=Han}/u],
    ['responsible units within the text', /责任单位：/u],
    ['another township', /庙上|存军/u],
    ['doubled words', /治理治理|的的|了了/u],
  ])('is free of %s', (_fault, pattern) => {
    const dates = /\/(成文日期|印发日期|截止日期|起|止)$/u;
    const faults = printedTexts(source).filter(([path, text]) => !dates.test(path) && pattern.test(text));
    expect(faults).toEqual([]);
  });

  it('uses no pause mark after a typed number', () => {
    expect(printedTexts(source).filter(([, text]) => /(^|[^\d第])\d{1,2}、(?!\d)/u.test(text))).toEqual([]);
  });

  it('ends every paragraph with a full stop and no heading with one', () => {
    const paragraphs = [
      parsed.scheme.preamble,
      ...parsed.scheme.chapters.flatMap(({ paragraphs: own }) => own),
      ...parsed.fields.flatMap((field) => field.tasks.map(({ content }) => content)),
      ...parsed.stages.map(({ content }) => content),
      ...parsed.requirements.map(({ content }) => content),
      ...parsed.yearlyTasks.tasks.flatMap((task) => task.groups.flatMap(({ measures }) => measures)),
      ...parsed.yearlyTasks.tasks.map(({ villageDuty }) => villageDuty),
      ...parsed.evaluation.fields.flatMap((field) => field.indicators.map(({ standard }) => standard)),
    ];
    expect(paragraphs.filter((text) => !text.endsWith('。'))).toEqual([]);
    const headings = printedTexts(source).filter(([path]) => /(名称|标题|表述)$/u.test(path));
    expect(headings.filter(([, text]) => /[。；，、：]$/u.test(text))).toEqual([]);
  });
});
