import type { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, type Placed, textOf, textsOf } from './reading.ts';

/** Key tasks belong to fields of the plan; every unit stands in the register, by its name or an alias. */
export function checkReferences(root: SourceMap, findings: Findings): void {
  const fields = itemsOf(below(root, '工作领域'));
  const keyTasks = itemsOf(below(root, '年度任务', '重点任务'));
  const tasks = fields.flatMap((field) => itemsOf(below(field, '任务')));

  const fieldNames = new Set(fields.flatMap((field) => textOf(below(field, '名称'))?.value ?? []));
  const register = itemsOf(below(root, '责任单位'));
  const units = new Set(
    register.flatMap((unit) =>
      [textOf(below(unit, '名称')), ...textsOf(below(unit, '别名'))].flatMap((name) => name?.value ?? []),
    ),
  );

  const check = (found: Placed<string>, known: ReadonlySet<string>, what: string, where: string): void => {
    // Without a register there is nothing to compare with; its absence is reported.
    if (known.size === 0 || known.has(found.value)) return;
    findings.report('data/unknown-reference', `${what}“${found.value}”没有写在“${where}”里`, found.place, {
      actual: found.value,
      hint: didYouMean(found.value, known) ?? `“${where}”里有：${[...known].join('、')}`,
    });
  };

  for (const keyTask of keyTasks) {
    const field = textOf(below(keyTask, '工作领域'));
    if (field !== null) check(field, fieldNames, '工作领域', '工作领域');
  }
  for (const task of [...tasks, ...keyTasks]) {
    for (const unit of textsOf(below(task, '责任单位'))) check(unit, units, '单位', '责任单位');
  }
}
