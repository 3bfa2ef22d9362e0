import { parseArgs } from 'node:util';
import { type Format, formats, type JobKind, jobKinds } from './delivery/manifest.ts';
import { readShard, type Shard } from './delivery/shards.ts';
import type { Findings } from './diagnostics/findings.ts';
import { didYouMean } from './diagnostics/nearest.ts';

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
  /** Makes everything anew, whatever is still good. */
  readonly force: boolean;
  /** Tells of each file why it was made or not. */
  readonly why: boolean;
  /** The part of the jobs to build; null for all. */
  readonly shard: Shard | null;
  /** Threads to work with; null for as many as there are cores. */
  readonly threads: number | null;
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
  --out <文件夹>     放到别的文件夹，不放 output；每个方案在里面有自己的文件夹
  --force            全部重新生成；不写就只生成有变化的
  --why              逐个说明每个文件为什么重新生成、为什么不用，内容变在哪里
  --jobs <数>        最多同时用几个处理器核心，不写就是全部；文件不多时只用一个
  --shard <i/n>      把全部项目分成 n 份，只生成第 i 份（多台电脑或多个进程分着做）；做完用 npm run merge:docs 合成一套
  --json             把发现的问题按 JSON 输出，供其他程序读取
  --help             显示这份说明

结束代码：
  0  成功
  1  数据、模板或输出有错误；有错误的方案一个文件也不写，原有的文件不变
  2  命令写法不对
  130  被 Ctrl-C 停止；正在做的方案没有写出任何文件`;

/** The values of an option that may name several things; an option that names nothing is reported. */
function split(option: string, values: readonly string[] | undefined, findings: Findings): string[] {
  if (values === undefined) return [];
  const names = values
    .flatMap((value) => value.split(/[,，、]/u))
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (names.length === 0) {
    const hint = '在后面写上要生成的，或者不写这个选项。';
    findings.report('command/usage', `--${option} 后面是空的`, undefined, { hint });
  }
  return [...new Set(names)];
}

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
    const hint = didYouMean(value, known) ?? `可以写：${known.join('、')}。`;
    findings.report('command/usage', `--${option} 不认识“${value}”`, undefined, { actual: value, hint });
    return [];
  });
}

const strings = { type: 'string', multiple: true } as const;

/** The options of the build. */
const options = {
  plan: strings,
  only: strings,
  village: strings,
  format: strings,
  out: { type: 'string' },
  json: { type: 'boolean' },
  force: { type: 'boolean' },
  why: { type: 'boolean' },
  jobs: { type: 'string' },
  shard: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What is wrong with an argument `parseArgs` refuses, and what to do. */
function explain(error: unknown): { readonly message: string; readonly hint: string } {
  const text = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' ]*)/.exec(text)?.[1] ?? text;
  const known = Object.keys(options).map((name) => `--${name}`);
  if (known.includes(option)) {
    const takesText = options[option.slice(2) as keyof typeof options].type === 'string';
    return takesText
      ? { message: `${option} 后面要写内容`, hint: `如 ${option} <内容>；用 --help 查看全部选项。` }
      : { message: `${option} 后面不用写内容`, hint: '用 --help 查看全部选项。' };
  }
  return {
    message: `不认识“${option}”这个选项`,
    hint: `${didYouMean(option, known) ?? ''}用 --help 查看全部选项。`,
  };
}

/** Reads the arguments of the build; null with a finding where they make no sense, `help` where help is asked. */
export function readArguments(args: readonly string[], findings: Findings): BuildRequest | 'help' | null {
  const parsed = parse(args, findings);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  if (values.help === true) return 'help';
  if (positionals.length > 0) {
    const hint = '选项前面要写两个减号，如 --plan；npm 后面要先写一个单独的 --。';
    findings.report('command/usage', `多写了“${positionals.join(' ')}”`, undefined, { hint });
  }
  const list = (option: 'plan' | 'only' | 'village' | 'format') => split(option, values[option], findings);
  const chosen = among('format', list('format'), formats, findings);
  const out = values.out?.trim() ?? null;
  if (out === '') {
    findings.report('command/usage', '--out 后面是空的', undefined, {
      hint: '写上文件夹，或者不写这个选项。',
    });
  }
  const request: BuildRequest = {
    plans: list('plan'),
    kinds: among('only', list('only'), jobKinds, findings),
    villages: list('village'),
    formats: chosen.length === 0 ? formats : chosen,
    out,
    json: values.json === true,
    force: values.force === true,
    why: values.why === true,
    shard: readShardOption(values.shard, findings),
    threads: readThreads(values.jobs, findings),
  };
  return findings.hasErrors ? null : request;
}

/** A number of threads; null where none is given. */
function readThreads(given: string | undefined, findings: Findings): number | null {
  if (given === undefined) return null;
  const threads = Number(given);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads;
  findings.report('command/usage', `--jobs 后面应是 1 到 64 的整数，不是“${given}”`, undefined, {
    actual: given,
  });
  return null;
}

/** A shard; null where none is given. */
function readShardOption(given: string | undefined, findings: Findings): Shard | null {
  const shard = given === undefined ? null : readShard(given);
  if (given !== undefined && shard === null) {
    const hint = '写成第几份/共几份，如 --shard 1/4。';
    findings.report('command/usage', `--shard 不认识“${given}”`, undefined, { actual: given, hint });
  }
  return shard;
}

function parse(args: readonly string[], findings: Findings) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const { message, hint } = explain(error);
    findings.report('command/usage', message, undefined, { hint });
    return null;
  }
}
