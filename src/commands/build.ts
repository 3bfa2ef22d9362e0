import { relative, resolve } from 'node:path';
import { type BuildRequest, helpText, readArguments } from '../arguments.ts';
import { Delivery } from '../delivery/delivery.ts';
import { Findings } from '../diagnostics/findings.ts';
import { chooseJobs } from '../jobs.ts';
import { makerInThread } from '../making/in-thread.ts';
import type { Maker } from '../making/maker.ts';
import { build } from '../pipeline.ts';
import { choosePlans } from '../workspace.ts';
import { allFound, exitCodeOf, openPlans, type PlanUnderWay } from './open-plans.ts';
import { reportBuilt } from './report-built.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/**
 * `npm run build:docs`: opens the wanted plans, makes what is asked for, writes it. Each plan goes by itself: one with
 * errors is not written and does not keep the others from being written. Returns the exit code.
 */
export async function buildDocs(args: readonly string[], setting: Setting): Promise<number> {
  const { root, terminal, now } = setting;
  const started = now();
  const findings = new Findings(setting.findings);
  const request = readArguments(args, findings);
  if (request === 'help') {
    terminal.say(helpText);
    return exit.ok;
  }
  const names = request === null ? null : choosePlans(root, request.plans, findings);
  if (request === null || names === null) {
    showFindings(findings.sorted(), new Map(), terminal, request?.json ?? args.includes('--json'));
    return exitCodeOf(findings.sorted());
  }

  const { plans, sources } = openPlans(names, request, setting, findings);
  const maker = makerInThread(setting.faces);
  const written: string[] = [];
  for (const plan of plans) {
    const report = findings.hasErrors ? null : await buildPlan(plan, request, maker, setting);
    if (report !== null) written.push(report);
  }

  const found = allFound(findings, plans);
  showFindings(found, sources, terminal, request.json);
  const code = exitCodeOf(found);
  if (!request.json) {
    for (const report of written) terminal.say(report);
    const faulty = plans.filter((plan) => plan.findings.hasErrors).map(({ name }) => `“${name}”`);
    if (code === exit.ok) terminal.say(`用时 ${((now() - started) / 1000).toFixed(1)} 秒。`);
    else if (written.length === 0) terminal.complain('没有写出任何文件。改好后请再运行一次。');
    else terminal.complain(`${faulty.join('、')}有错误，没有写出，原有的文件没有变。改好后请再运行一次。`);
  }
  return code;
}

/** Makes and delivers what is asked for of a plan; returns what to tell the clerk, null where nothing was written. */
async function buildPlan(
  { name, findings, open }: PlanUnderWay,
  request: BuildRequest,
  maker: Maker,
  { root, terminal, disk, builder, signal }: Setting,
): Promise<string | null> {
  const jobs = open === null ? [] : chooseJobs(open.jobs, request);
  if (open === null || jobs.length === 0) return null;
  const folder = resolve(root, request.out ?? 'output', name);
  const delivering = new Findings();
  const delivery = await Delivery.open({ disk, folder, builder, shard: null }, delivering);
  const progress = (done: number, total: number, title: string) =>
    terminal.progress?.(`正在生成 ${done + 1}/${total} ${title}`);
  const { formats } = request;
  const built =
    delivery === null
      ? null
      : await build({ name, open, jobs, formats, maker, delivery, findings, signal, progress });
  findings.add(delivering.sorted());
  terminal.progress?.(null);
  if (built === null) return null;
  const near = relative(root, folder);
  const shownFolder = near.startsWith('..') ? folder : near;
  return reportBuilt({ name, folder: shownFolder, jobs: built, open });
}
