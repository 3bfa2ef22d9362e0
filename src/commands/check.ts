import { resolve } from 'node:path';
import { type BuildRequest, readArguments } from '../arguments.ts';
import { check } from '../checking.ts';
import { chooseJobs } from '../jobs.ts';
import { readWritten } from '../written-files.ts';
import { readAsked } from './asked.ts';
import { openPlans, type PlanUnderWay } from './open-plans.ts';
import { allFound, exitCodeOf } from './plan-texts.ts';
import type { Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

const helpText = `用法：npm run check:docs -- [选项]

检查 data 文件夹里的方案：数据、模板、排出来的每一页，以及 output 文件夹里已经生成的文件。
只检查，不写任何文件。

选项：
  --plan <名称>      只检查这个方案（data 下的文件夹名），可写多个，用逗号隔开；不写就全部检查
  --only <种类>      只检查这些种类，与 build:docs 的写法一样
  --village <村名>   只检查这些村的文件，用逗号隔开
  --format <格式>    只重读这些格式的文件，用逗号隔开：docx（Word）、pdf、xlsx（Excel）
  --out <文件夹>     已经生成的文件不在 output，在别的文件夹
  --json             把发现的问题按 JSON 输出，供其他程序读取
  --help             显示这份说明

结束代码：
  0  没有错误（可以有警告）
  1  有错误
  2  命令写法不对`;

/** `npm run check:docs`: everything the build would find, and what is wrong with files written before; writes nothing. */
export async function checkDocs(args: readonly string[], setting: Setting): Promise<number> {
  const { terminal, now } = setting;
  const started = now();
  const asked = readAsked(args, readArguments, helpText, setting);
  if (typeof asked === 'number') return asked;
  const { request, names, findings } = asked;
  const { plans, sources } = openPlans(names, request, setting, findings);
  const reports: string[] = [];
  for (const plan of plans) {
    if (!findings.hasErrors) reports.push(await checkPlan(plan, request, setting));
  }
  terminal.progress?.(null);
  const found = allFound(findings, plans).filter(({ rule }) => rule !== 'fonts/substitute');
  showFindings(found, sources, terminal, request.json);
  if (!request.json) {
    for (const report of reports) terminal.say(report);
    const faulty = found.some(({ severity }) => severity !== 'note');
    if (!faulty) terminal.say('没有发现需要改的问题。');
    terminal.say(`没有写任何文件。用时 ${((now() - started) / 1000).toFixed(1)} 秒。`);
  }
  return exitCodeOf(found);
}

/** Checks a plan; returns what to tell the clerk of how much was looked at. */
async function checkPlan(
  { name, open, findings }: PlanUnderWay,
  request: BuildRequest,
  { root, terminal, faces, signal }: Setting,
): Promise<string> {
  if (open === null) return `“${name}”：数据有错误，还没有排版。`;
  const jobs = chooseJobs(open.jobs, request);
  const written = readWritten(resolve(root, request.out ?? 'output', name));
  const progress = (done: number, total: number, title: string) =>
    terminal.progress?.(`正在检查 ${done + 1}/${total} ${title}`);
  const { formats } = request;
  const known = new Set(open.jobs.map(({ id }) => id));
  const read = await check({ jobs, known, formats, faces, written, findings, signal, progress });
  const again = written === null ? '还没有生成过文件' : `重读了 ${read} 个已经生成的文件`;
  return `“${name}”：检查了 ${jobs.length} 份公文和表格，${again}。`;
}
