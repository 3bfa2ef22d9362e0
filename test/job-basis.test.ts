import { expect, test } from 'vitest';
import { jobBasis } from '../src/job-basis.ts';
import type { Plan } from '../src/plan/schema.ts';
import { readEdited } from './plan/example.ts';

const { loaded } = readEdited();
if (loaded === null) throw new Error('the small plan does not load');
const { plan } = loaded;
const templates = new Map([['通知.md', '通知']]);

/** Bases of jobs: about no village, about the first, about the second; each without and with all villages read. */
function bases(changed: Partial<Plan> = {}, wording = templates, proofreading = '') {
  const basisOf = jobBasis({ ...plan, ...changed }, wording, proofreading);
  return [null, '上庄', '下庄'].flatMap((village) => [basisOf(village, false), basisOf(village, true)]);
}

/** Which of them are others than they were. */
const others = (now: readonly string[]): readonly boolean[] =>
  bases().map((basis, index) => basis !== now[index]);

const [first, second] = plan.villages;
if (first === undefined || second === undefined) throw new Error('the small plan has two villages');

test('are the same for the same', () => expect(others(bases())).not.toContain(true));

test('a village counts for its own jobs, and for those that read all', () => {
  const villages = [first, { ...second, remark: '山区村' }];
  expect(others(bases({ villages }))).toEqual([false, true, false, true, true, true]);
});

test.each<readonly [string, ReturnType<typeof bases>]>([
  ['the name of a village', bases({ villages: [{ ...first, name: '上新庄' }, second] })],
  ['the order of the villages', bases({ villages: [second, first] })],
  ['anything else of the plan', bases({ scheme: { ...plan.scheme, campaign: '别的工作' } })],
  ['the layout', bases({ layout: { ...plan.layout, titleFace: '华文中宋' } })],
  ['a template', bases({}, new Map([['通知.md', '通告']]))],
  ['a template more', bases({}, new Map([...templates, ['另.md', '']]))],
  ['what proofreading goes by', bases({}, templates, '[]')],
])('%s counts for all', (_, now) => expect(others(now)).not.toContain(false));
