import type { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { formatPlace } from '../../diagnostics/place.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf, type Placed, textOf } from './reading.ts';

/** Tasks have names of their own, and the evaluation goes by the fields of the plan. */
export function checkNames(root: SourceMap, findings: Findings): void {
  const fields = itemsOf(below(root, '工作领域'));
  const namesOf = (items: ReturnType<typeof itemsOf>): readonly Placed<string>[] =>
    items.flatMap((item) => textOf(below(item, '名称')) ?? []);
  const lists = [
    fields.flatMap((field) => namesOf(itemsOf(below(field, '任务')))),
    namesOf(itemsOf(below(root, '年度任务', '重点任务'))),
  ];
  for (const list of lists) {
    const seen = new Map<string, Placed<string>>();
    for (const name of list) {
      const earlier = seen.get(name.value);
      if (earlier !== undefined) {
        findings.report('data/name-twice', `任务“${name.value}”写了两次`, name.place, {
          actual: name.value,
          hint: `第一次在 ${formatPlace(earlier.place)}`,
        });
      }
      seen.set(name.value, name);
    }
  }
  const known = new Set(namesOf(fields).map(({ value }) => value));
  for (const field of namesOf(itemsOf(below(root, '评价', '领域')))) {
    if (known.size === 0 || known.has(field.value)) continue;
    const hint = didYouMean(field.value, known);
    findings.report('data/evaluation-field', `评价的领域“${field.value}”不在方案的工作领域里`, field.place, {
      actual: field.value,
      ...(hint === null ? {} : { hint }),
    });
  }
}

/** Where models are named at all, every year up to that of the task list has one among its villages. */
export function checkModels(root: SourceMap, findings: Findings): void {
  const current = numberOf(below(root, '年度任务', '年度'))?.value;
  const villages = itemsOf(below(root, '村居')).flatMap((village) => {
    const year = numberOf(below(village, '达标年度'));
    return year === null ? [] : [{ year, model: textOf(below(village, '标杆村'))?.value === '是' }];
  });
  if (current === undefined || !villages.some(({ model }) => model)) return;
  const served = new Set(villages.filter(({ model }) => model).map(({ year }) => year.value));
  const told = new Set<number>();
  for (const { year } of villages) {
    if (year.value > current || served.has(year.value) || told.has(year.value)) continue;
    told.add(year.value);
    findings.report('data/model-village', `${year.value}年达标的村里没有标杆村`, year.place, {
      hint: '给其中一个村加一行“标杆村: 是”；还没有确定的，写进“已核对”',
    });
  }
}
