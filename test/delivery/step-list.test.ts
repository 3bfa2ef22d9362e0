import { expect, test } from 'vitest';
import type { Step } from '../../src/delivery/journal.ts';
import { StepList } from '../../src/delivery/step-list.ts';

test('steps come as they were added, each file as it was staged, in whatever order that was', () => {
  const steps = new StepList();
  const place = (path: string, number: number, before: string | null): Step => {
    const step: Step = { kind: 'place', staged: String(number), path, sha256: `${path}的`, before };
    steps.place(path, number, `${path}的`, before);
    return step;
  };
  const removal: Step = { kind: 'remove', path: '乙.pdf', before: '旧的' };
  const first = place('甲.docx', 7, null);
  steps.add(removal);
  const last = place('manifest.json', 3, '旧的');
  expect(steps).toHaveLength(3);
  expect([...steps]).toEqual([first, removal, last]);
  // As often as they are asked for.
  expect([...steps]).toEqual([first, removal, last]);
});
