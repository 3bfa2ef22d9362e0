import { parseArgs } from 'node:util';
import type { Findings } from '../diagnostics/findings.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { type PrintWay, printFolders, printWays } from '../printing/print-files.ts';

/** What the clerk wants printed. */
export interface PrintRequest {
  /** Names of folders in `data/`; empty for all. */
  readonly plans: readonly string[];
  readonly ways: readonly PrintWay[];
  readonly covers: boolean;
  /** Folder the build wrote to, as given; null for `output/`. */
  readonly out: string | null;
  readonly json: boolean;
}

/** Text of `--help`. */
export const printHelp = `用法：npm run print:docs -- [选项]

把已经生成的文件照“分发”合并成打印用的 PDF，放进方案输出文件夹里的“5-打印”。先运行 npm run build:docs。

选项：
  --plan <名称>    只打印这个方案（data 下的文件夹名），可写多个，用逗号隔开；不写就全部打印
  --only <印法>    只要这些印法，用逗号隔开：
${printWays.map((way) => `                     ${way.padEnd(12)}${printFolders[way]}`).join('\n')}
  --no-cover       不要发送单
  --out <文件夹>   生成时用了 --out 的，这里写同一个文件夹
  --json           把发现的问题按 JSON 输出，供其他程序读取
  --help           显示这份说明`;

const options = {
  plan: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  'no-cover': { type: 'boolean' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const listOf = (values: readonly string[] | undefined): readonly string[] => [
  ...new Set(
    (values ?? [])
      .flatMap((value) => value.split(/[,，、]/u).map((name) => name.trim()))
      .filter((name) => name !== ''),
  ),
];

/** Reads the arguments; null with a finding where they make no sense, `help` where help is asked. */
export function readPrintArguments(
  args: readonly string[],
  findings: Findings,
): PrintRequest | 'help' | null {
  const parsed = parse(args, findings);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  if (values.help === true) return 'help';
  if (positionals.length > 0) {
    findings.report('command/usage', `多写了“${positionals.join(' ')}”`, undefined, {
      hint: '选项前面要写两个减号，如 --plan；npm 后面要先写一个单独的 --。',
    });
  }
  const wanted = listOf(values.only).flatMap((name) => {
    const way = printWays.find((each) => each === name || printFolders[each] === name);
    if (way !== undefined) return [way];
    findings.report('command/usage', `--only 不认识“${name}”`, undefined, {
      actual: name,
      hint: didYouMean(name, printWays) ?? `可以写：${printWays.join('、')}。`,
    });
    return [];
  });
  if (findings.hasErrors) return null;
  return {
    plans: listOf(values.plan),
    ways: wanted.length === 0 ? printWays : wanted,
    covers: values['no-cover'] !== true,
    out: values.out?.trim() ?? null,
    json: values.json === true,
  };
}

function parse(args: readonly string[], findings: Findings) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const option = /'(-[^' ]*)/.exec(text)?.[1] ?? text;
    const near = didYouMean(
      option,
      Object.keys(options).map((name) => `--${name}`),
    );
    findings.report('command/usage', `“${option}”写法不对`, undefined, {
      hint: `${near ?? ''}用 --help 查看全部选项。`,
    });
    return null;
  }
}
