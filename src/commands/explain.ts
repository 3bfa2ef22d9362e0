import { type RuleId, rules } from '../diagnostics/catalogue.ts';
import { explainRule, listRules } from '../diagnostics/explain.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { exit, type Setting } from './setting.ts';

const helpText = `用法：npm run explain -- [规则名…]

说明一条规则是什么意思、怎么改、依据什么；不写规则名就按类列出全部规则。规则名是提示后面括号里的那几个字，如 data/missing。

结束代码：
  0  成功
  2  没有这条规则`;

const ids = Object.keys(rules) as readonly RuleId[];

/** The id meant by what was typed: with or without its brackets, or its last part alone where that is clear. */
function idOf(typed: string): RuleId | null {
  const word = typed.replace(/^[（(]|[）)]$/gu, '');
  const same = ids.filter((id) => id === word || id.endsWith(`/${word}`) || rules[id].title === word);
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** `npm run explain -- <id>`: what a rule means; without an id, all rules by area. Returns the exit code. */
export function explain(args: readonly string[], { terminal }: Setting): number {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.say(helpText);
    return exit.ok;
  }
  if (args.length === 0) {
    terminal.say(listRules());
    return exit.ok;
  }
  const found = args.flatMap((arg) => idOf(arg) ?? []);
  if (found.length > 0) terminal.say(found.map(explainRule).join('\n\n'));
  const strange = args.filter((arg) => idOf(arg) === null);
  for (const arg of strange) {
    const near = nearest(arg, ids);
    const what = near === null ? '不写规则名可以看到全部规则。' : `是不是“${near}”？`;
    terminal.complain(`没有“${arg}”这条规则。${what}`);
  }
  return strange.length === 0 ? exit.ok : exit.usage;
}
