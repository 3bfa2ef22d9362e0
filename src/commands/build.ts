import { relative, resolve } from 'node:path';
import { type BuildRequest, helpText, readArguments } from '../arguments.ts';
import { Delivery } from '../delivery/delivery.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { chooseJobs } from '../jobs.ts';
import { makerInThread } from '../making/in-thread.ts';
import type { Maker } from '../making/maker.ts';
import { build, type OpenPlan, openPlan } from '../pipeline.ts';
import type { DataFile } from '../plan/loading/data-files.ts';
import {
  choosePlans,
  fontChoiceFile,
  readFontChoice,
  readPlanFiles,
  readTemplates,
  type TextFiles,
} from '../workspace.ts';
import { checkChoice } from './check-choice.ts';
import { reportBuilt } from './report-built.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/** A plan's folder with what was found about it; `open` is null where it has errors. */
interface PlanUnderWay {
  readonly name: string;
  readonly findings: Findings;
  readonly open: OpenPlan | null;
}

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

  const templates = readTemplates(root);
  const sources = new Map([...templates].map(([path, text]) => [`templates/${path}`, text]));
  const choice = readFontChoice(root);
  if (choice !== null) sources.set(fontChoiceFile, choice);
  const plans = names.map((name) => {
    const planFindings = new Findings(setting.findings);
    const files = readPlanFiles(root, name, planFindings);
    for (const [path, content] of files) if (typeof content === 'string') sources.set(path, content);
    return openFolder(name, files, templates, planFindings);
  });
  if (templates.size === 0) {
    const hint = '把随程序带来的 templates 文件夹放回原处。';
    findings.report('template/missing', 'templates 文件夹不在，或者里面没有模板', undefined, { hint });
  }
  checkChoice(request, plans, findings);

  const maker = makerInThread(setting.faces);
  const written: string[] = [];
  for (const plan of plans) {
    const report = findings.hasErrors ? null : await buildPlan(plan, request, maker, setting);
    if (report !== null) written.push(report);
  }

  const found = sortFindings(
    [findings, ...plans.map((plan) => plan.findings)].flatMap((each) => each.sorted()),
  );
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

/** Misuse only when nothing else is wrong. */
function exitCodeOf(found: readonly Finding[]): number {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exit.ok;
  return errors.every(({ rule }) => rule === 'command/usage') ? exit.usage : exit.errors;
}

function openFolder(
  name: string,
  files: ReadonlyMap<string, DataFile>,
  templates: TextFiles,
  findings: Findings,
): PlanUnderWay {
  if (files.size > 0) return { name, findings, open: openPlan(files, templates, findings) };
  const hint = '把方案的数据文件放进去；不是方案的文件夹，请移出 data。';
  findings.report('data/no-plan', `data/${name} 里没有数据文件（.yaml、.csv、.xlsx）`, undefined, { hint });
  return { name, findings, open: null };
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
