import type { Plan, Village } from '../../plan/schema.ts';

/** What a year of the plan brings: which villages reach the mark, and how far the plan is then. */
interface YearSchedule {
  readonly year: number;
  readonly villages: readonly Village[];
  /** Villages that have reached the mark by the end of the year. */
  readonly reached: number;
}

/** The years in which villages are to reach the mark, in order, with their villages in the order of the data. */
export function scheduleOf(plan: Plan): readonly YearSchedule[] {
  const years = [...new Set(plan.villages.map((village) => village.targetYear))].sort((a, b) => a - b);
  let reached = 0;
  return years.map((year) => {
    const villages = plan.villages.filter((village) => village.targetYear === year);
    reached += villages.length;
    return { year, villages, reached };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Share of a whole as it is printed: `30%`, with one decimal where it is not whole. */
export function shareText(part: number, whole: number): string {
  const percent = (part / whole) * 100;
  return `${Number.isInteger(percent) ? percent : percent.toFixed(1)}%`;
}

/** How many villages are models for the others. */
export const modelsOf = ({ villages }: Plan): number => villages.filter(({ model }) => model).length;

/**
 * The counts that wording and tables need, by the names templates use; computed once a plan. None says more of the villages
 * than how many there are.
 */
export function countsOf(plan: Plan): Readonly<Record<string, number>> {
  const { fields, yearlyTasks, evaluation } = plan;
  return {
    章数: plan.scheme.chapters.length,
    工作领域数: fields.length,
    工作任务数: sum(fields.map((field) => field.tasks.length)),
    步骤数: plan.stages.length,
    要求数: plan.requirements.length,
    村居数: plan.villages.length,
    重点任务数: yearlyTasks.tasks.length,
    附件数: plan.attachments.length,
    专班人数: sum(plan.taskForce.map((group) => group.members.length)),
    指标数: sum(evaluation.fields.map((field) => field.indicators.length)),
    分值合计: sum(evaluation.fields.flatMap((field) => field.indicators.map(({ marks }) => marks))),
  };
}
