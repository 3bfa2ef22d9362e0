import { parseArgs } from 'node:util';
import { type Format, formats, type JobKind, jobKinds } from './delivery/manifest.ts';
import type { Findings } from './diagnostics/findings.ts';
import { nearest } from './diagnostics/nearest.ts';

/** What the clerk asked for. */
export interface BuildRequest {
  /** Names of folders in `data/`; empty for all. */
  readonly plans: readonly string[];
  /** Kinds to build; empty for all. */
  readonly kinds: readonly JobKind[];
  /** Villages to build; empty for all, and for what concerns no single village. */
  readonly villages: readonly string[];
  readonly formats: readonly Format[];
  /** Output folder, as given; null for `output/`. */
  readonly out: string | null;
  readonly json: boolean;
}

/** What each kind is called in front of the clerk. */
export const kindNames: Readonly<Record<JobKind, string>> = {
  notice: '印发通知及实施方案',
  attachment: '单行的附件',
  'task-sheet': '村任务书',
  'task-ledger': '任务台账',
  'evaluation-form': '村评价表',
  'evaluation-summary': '评价汇总表',
};

/** Text of `--help`. */
export const helpText = `用法：npm run build:docs -- [选项]

把 data 文件夹里的方案数据合并到模板，生成整套公文，放进 output 文件夹。

选项：
  --plan <名称>      只生成这个方案（data 下的文件夹名），可写多个，用逗号隔开；不写就全部生成
  --only <种类>      只生成这些种类，用逗号隔开：
${jobKinds.map((kind) => `                       ${kind.padEnd(20)}${kindNames[kind]}`).join('\n')}
  --village <村名>   只生成这些村的文件，用逗号隔开
  --format <格式>    只生成这些格式，用逗号隔开：docx（Word）、pdf、xlsx（Excel）
  --out <文件夹>     放到别的文件夹，不放 output
  --json             把发现的问题按 JSON 输出，供其他程序读取
  --help             显示这份说明

结束代码：0 成功；1 数据、模板或输出有错误，没有写出任何文件；2 命令写法不对。`;

const split = (values: readonly string[] | undefined): string[] =>
  (values ?? [])
    .flatMap((value) => value.split(/[,，、]/u))
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** Values that must be among the known ones; others are reported with the nearest known one. */
function among<T extends string>(
  option: string,
  values: readonly string[],
  known: readonly T[],
  findings: Findings,
): T[] {
  return values.flatMap((value) => {
    const found = known.find((candidate) => candidate === value);
    if (found !== undefined) return [found];
    const near = nearest(value, known);
    const hint = near === null ? `可以写：${known.join('、')}。` : `是不是“${near}”？`;
    findings.report('command/usage', `--${option} 不认识“${value}”`, undefined, { actual: value, hint });
    return [];
  });
}

/** Reads the arguments of the build; null with a finding where they make no sense, `help` where help is asked. */
export function readArguments(args: readonly string[], findings: Findings): BuildRequest | 'help' | null {
  const strings = { type: 'string', multiple: true } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        plan: strings,
        only: strings,
        village: strings,
        format: strings,
        out: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return 'help';
    if (positionals.length > 0) {
      const hint = '选项前面要写两个减号，如 --plan；npm 后面要先写一个单独的 --。';
      findings.report('command/usage', `多写了“${positionals.join(' ')}”`, undefined, { hint });
      return null;
    }
    const chosen = among('format', split(values.format), formats, findings);
    const request: BuildRequest = {
      plans: split(values.plan),
      kinds: among('only', split(values.only), jobKinds, findings),
      villages: split(values.village),
      formats: chosen.length === 0 ? formats : chosen,
      out: values.out ?? null,
      json: values.json === true,
    };
    return findings.hasErrors ? null : request;
  } catch (error) {
    const detail =
      error instanceof Error ? (/'(-[^']*)'/.exec(error.message)?.[1] ?? error.message) : String(error);
    findings.report('command/usage', `命令写法不对：${detail}`, undefined, {
      hint: '用 --help 查看全部选项。',
    });
    return null;
  }
}
