import type { Plan } from '../../plan/schema.ts';
import { asView } from '../tables/filling.ts';
import { extended } from '../view/plan-view.ts';
import type { View } from '../wording.ts';

/**
 * The view of the evaluation's workbooks: each field of the evaluation with its 满分, and under 统计 as 年度进度
 * the years with a promised share: 目标比例, and what there is before anything has been scored.
 */
export function evaluationView(view: View, plan: Plan): View {
  const evaluation = asView(view.评价);
  const fields = (evaluation.领域 as readonly unknown[]).map((field, index) => ({
    ...asView(field),
    满分: (plan.evaluation.fields[index]?.indicators ?? []).reduce((sum, { marks }) => sum + marks, 0),
  }));
  return extended(view, {
    评价: { ...evaluation, 领域: fields },
    统计: extended(asView(view.统计), {
      get 年度进度() {
        // Counted over all villages, and so a reading of them.
        return Array.isArray(view.村居) ? progressOf(plan) : [];
      },
    }),
  });
}

const progressOf = (plan: Plan): readonly View[] =>
  plan.targets.flatMap(({ year, share }) => {
    if (share === null) return [];
    const due = plan.villages.filter(({ targetYear }) => targetYear === year);
    return [
      {
        年度: year,
        目标比例: `${share}%`,
        应达标村数: due.length,
        标杆村数: due.filter(({ model }) => model).length,
      },
    ];
  });
