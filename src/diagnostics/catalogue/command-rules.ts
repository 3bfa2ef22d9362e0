import { error, type Rule } from './rule.ts';

/** Rules about how a command was called. */
export const commandRules = {
  'command/usage': error(
    '命令用法不对',
    '命令后面的选项写错了，或者选项后面缺少内容。照提示改正；命令后面写 -- --help 可以看到全部选项。',
  ),
} as const satisfies Record<string, Rule>;
