import { expect, test } from 'vitest';
import { failedWords } from '../../src/commands/failed-words.ts';
import { Findings } from '../../src/diagnostics/findings.ts';

const plan = (name: string, ...rules: readonly ('delivery/unwritable' | 'delivery/half-placed')[]) => {
  const findings = new Findings();
  for (const rule of rules) findings.report(rule, rule);
  return { name, findings: findings.sorted() };
};
const sound = plan('甲');
const faulty = plan('乙', 'delivery/unwritable');
const half = plan('丙', 'delivery/unwritable', 'delivery/half-placed');

test('nothing was written', () => {
  expect(failedWords([faulty], false)).toBe('没有写出任何文件。改好后请再运行一次。');
});

test('of plans with errors nothing was written, the others were', () => {
  expect(failedWords([sound, faulty], true)).toBe(
    '“乙”有错误，没有写出，原有的文件没有变。改好后请再运行一次。',
  );
});

test('what was written in part is never said to be as it was', () => {
  const told = '“丙”的文件只换好了一部分。照提示处理后请再运行一次，就会换完；在这之前不要印发。';
  expect(failedWords([half], false)).toBe(told);
  expect(failedWords([sound, half], true)).toBe(told);
  expect(failedWords([faulty, half], false)).toBe(
    `${told}\n“乙”有错误，没有写出，原有的文件没有变。改好后请再运行一次。`,
  );
});
