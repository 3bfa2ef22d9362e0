import { type BuildRequest, readArguments } from '../arguments.ts';
import { isIn } from '../delivery/shards.ts';
import { chooseJobs, formatsOf, type Job, pathOf } from '../jobs.ts';
import type { OpenPlan } from '../open-plan.ts';
import { placesIn } from '../record/places-in.ts';
import { readAsked } from './asked.ts';
import { openPlans, type PlanUnderWay } from './open-plans.ts';
import { exitCodeOf } from './plan-texts.ts';
import type { Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

const help = `用法：npm run plan:docs -- [选项]

列出要生成的每一项：用到哪些数据和模板，会生成哪些文件。只看，不生成。

选项同 build:docs 的 --plan、--only、--village、--format、--shard；--json 每项输出一行 JSON。`;

/** A job as it would be made. */
interface PlannedJob {
  readonly plan: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly village: string | null;
  /** Templates it is composed with, and files of data its words come from. */
  readonly inputs: readonly string[];
  /** Files it makes, from the plan's output folder. */
  readonly outputs: readonly string[];
}

/** `npm run plan:docs`: lists the jobs without making anything. Returns the exit code. */
export function planDocs(args: readonly string[], setting: Setting): number {
  const { terminal } = setting;
  const asked = readAsked(args, readArguments, help, setting);
  if (typeof asked === 'number') return asked;
  const { request, names, findings } = asked;
  const { plans, sources } = openPlans(names, request, setting, findings);
  for (const { name, open, files, findings: about } of plans) {
    const { shard } = request;
    const jobs = chooseJobs(open?.jobs ?? [], request).filter(({ id }) => shard === null || isIn(shard, id));
    const planned =
      open === null ? [] : jobs.map((job) => plannedJob(name, job, { open, files, ...request }));
    findings.add(about.sorted());
    if (about.hasErrors) continue;
    for (const job of planned) terminal.say(request.json ? JSON.stringify(job) : asText(job));
    if (!request.json) {
      const files = planned.reduce((sum, { outputs }) => sum + outputs.length, 0);
      terminal.say(`“${name}”：共 ${planned.length} 项，${files} 个文件\n`);
    }
  }
  const found = findings.sorted();
  if (findings.hasErrors) showFindings(found, sources, terminal, false);
  return exitCodeOf(found);
}

/** What a job is planned from. */
interface Planning extends Pick<PlanUnderWay, 'files'>, Pick<BuildRequest, 'formats'> {
  readonly open: OpenPlan;
}

/** The cells of a workbook do not say which of the files of data they come from: it may be any. */
function plannedJob(plan: string, job: Job, { open, files, formats: asked }: Planning): PlannedJob {
  const makes = formatsOf(job).filter((format) => asked.includes(format));
  const isAWorkbook = makes.includes('xlsx');
  const { composed, templates } = open.watched(() => {
    const document = makes.some((format) => format !== 'xlsx') ? job.document?.() : null;
    if (isAWorkbook) job.workbook?.();
    return document ?? null;
  });
  const words = placesIn(composed).flatMap((place) =>
    place.kind === 'file' || place.kind === 'cell' ? [place.file] : [],
  );
  return {
    plan,
    id: job.id,
    kind: job.kind,
    title: job.title,
    village: job.village,
    inputs: [...new Set([...templates, ...words, ...(isAWorkbook ? files.keys() : [])])].sort(),
    outputs: makes.map((format) => pathOf(job, format)),
  };
}

const asText = ({ id, title, inputs, outputs }: PlannedJob): string =>
  [
    `${id}　${title}`,
    ...inputs.map((file) => `    用到 ${file}`),
    ...outputs.map((file) => `    生成 ${file}`),
  ].join('\n');
