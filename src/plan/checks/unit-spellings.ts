import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, type Placed, textOf, textsOf } from './reading.ts';

/** Every mention of a unit among those who answer for a task. */
function mentionsOf(root: SourceMap): readonly Placed<string>[] {
  const tasks = itemsOf(below(root, '工作领域')).flatMap((field) => itemsOf(below(field, '任务')));
  const keyTasks = itemsOf(below(root, '年度任务', '重点任务'));
  return [...tasks, ...keyTasks].flatMap((task) => textsOf(below(task, '责任单位')));
}

/** A unit is called by one of its names throughout: on paper 经管 here and 农经 there look like two units. */
export function checkUnitSpellings(root: SourceMap, findings: Findings): void {
  const mentions = mentionsOf(root);
  for (const unit of itemsOf(below(root, '责任单位'))) {
    const own = [textOf(below(unit, '名称')), ...textsOf(below(unit, '别名'))].flatMap(
      (name) => name?.value ?? [],
    );
    const used = own
      .map((name) => ({ name, places: mentions.filter(({ value }) => value === name) }))
      .filter(({ places }) => places.length > 0)
      .toSorted((a, b) => b.places.length - a.places.length);
    const [usual, ...others] = used;
    if (usual === undefined) continue;
    for (const { name, places } of others) {
      for (const { place } of places) {
        const message = `同一个单位，这里写“${name}”，别处写“${usual.name}”`;
        findings.report('data/unit-spelling', message, place, {
          actual: name,
          expected: usual.name,
          hint: '责任单位印在任务后面，一个单位用一种写法',
        });
      }
    }
  }
}
