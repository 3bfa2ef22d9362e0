import { expect, test } from 'vitest';
import type { Step } from '../../src/delivery/journal.ts';
import { StepList } from '../../src/delivery/step-list.ts';

test('steps come as they were added, each file as it was staged', () => {
  const steps = new StepList();
  const place = (path: string, before: string | null): Step => {
    const step = { kind: 'place', staged: steps.nextStaged, path, sha256: `${path}的`, before } as const;
    steps.place(path, step.sha256, before);
    return step;
  };
  const removal: Step = { kind: 'remove', path: '乙.pdf', before: '旧的' };
  const first = place('甲.docx', null);
  steps.add(removal);
  const last = place('manifest.json', '旧的');
  expect(steps).toHaveLength(3);
  expect([...steps]).toEqual([first, removal, last]);
  // As often as they are asked for.
  expect([...steps]).toEqual([first, removal, last]);
  expect([first, last].map((step) => step.kind === 'place' && step.staged)).toEqual(['1', '3']);
});
