import { relative, resolve } from 'node:path';
import { Delivery } from '../delivery/delivery.ts';
import type { Disk } from '../delivery/disk.ts';
import { manifestName } from '../delivery/left-behind.ts';
import { type Manifest, type ManifestJob, readManifest } from '../delivery/manifest.ts';
import { sha256Of } from '../delivery/sha256.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { Tools } from '../making/tools.ts';
import { type OpenComposition, openComposition } from '../open-composition.ts';
import { openPrintSet, type PrintSet } from '../print-set.ts';
import { paperTotal } from '../printing/sheet-count.ts';
import { loadRecord, recordFile } from '../record/store.ts';
import { readPlanFiles, readTemplates } from '../workspace.ts';
import { readAsked } from './asked.ts';
import { type PrintRequest, printHelp, readPrintArguments } from './print-arguments.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/** Folder of the print set in a plan's output folder. */
const printFolder = '5-打印';

/**
 * `npm run print:docs`: joins what was built into print sets, plan by plan. A plan of which something is not as it was
 * built is not printed; the others are. Returns the exit code.
 */
export async function printDocs(args: readonly string[], setting: Setting): Promise<number> {
  const { root, terminal } = setting;
  const asked = readAsked(args, readPrintArguments, printHelp, setting);
  if (typeof asked === 'number') return asked;
  const { request, names, findings } = asked;
  const sources = new Map<string, string>();
  const reports: string[] = [];
  const all = [findings];
  const templates = readTemplates(root);
  for (const [path, text] of templates) sources.set(`templates/${path}`, text);
  for (const name of names) {
    const own = new Findings(setting.findings);
    all.push(own);
    const files = readPlanFiles(root, name, own);
    for (const [path, text] of files) if (typeof text === 'string') sources.set(path, text);
    const open = openComposition(files, templates, own);
    const report = open === null ? null : await printPlan({ name, open, request, findings: own }, setting);
    if (report !== null) reports.push(report);
  }
  const found = sortFindings(all.flatMap((each) => each.sorted()));
  showFindings(found, sources, terminal, request.json);
  if (!request.json) for (const report of reports) terminal.say(report);
  if (!found.some(({ severity }) => severity === 'error')) return exit.ok;
  terminal.complain('有错误的方案没有写出打印文件，原有的文件没有变。改好后请再运行一次。');
  return exit.errors;
}

/** A plan that is to be printed. */
interface PlanToPrint {
  readonly name: string;
  readonly open: OpenComposition;
  readonly request: PrintRequest;
  readonly findings: Findings;
}

/** Prints a plan; returns what to tell the clerk, null where nothing was written. */
async function printPlan(plan: PlanToPrint, setting: Setting): Promise<string | null> {
  const { name, open, request, findings } = plan;
  const { root, terminal, disk, faces } = setting;
  const output = resolve(root, request.out ?? 'output', name);
  const manifest = readFile(disk, resolve(output, manifestName(null)));
  const record = loadRecord(disk, recordFile(root, output, null));
  const set = await openPrintSet({
    ...open,
    manifest: manifest === null ? null : readManifest(new TextDecoder().decode(manifest)),
    read: (path) => readFile(disk, resolve(output, path)),
    madeFrom: (job, format) => {
      const made = record.job(job)[format];
      return made === undefined ? null : { sha256: made.file.sha256, content: made.basis.content };
    },
    ways: request.ways,
    covers: request.covers,
    press: { tools: new Tools(faces), findings },
    progress: (title) => terminal.progress?.(`正在合并 ${title}`),
  });
  const folder = resolve(output, printFolder);
  const delivered = set !== null && (await deliver(set, folder, plan, setting));
  terminal.progress?.(null);
  if (set === null || !delivered) return null;
  const near = relative(root, folder);
  return reportPrinted(name, near.startsWith('..') ? folder : near, set, request);
}

/** The bytes of a file; null where there is none. */
const readFile = (disk: Disk, path: string): Uint8Array | null =>
  disk.standing(path)?.kind === 'file' ? disk.read(path) : null;

/** Makes the files one by one and puts them in their places, all or none. */
async function deliver(
  { files }: PrintSet,
  folder: string,
  { name, open, findings }: PlanToPrint,
  { disk, builder, signal }: Setting,
): Promise<boolean> {
  const delivering = new Findings();
  const delivery = await Delivery.open({ disk, folder, builder, shard: null }, delivering);
  if (delivery === null) {
    findings.add(delivering.sorted());
    return false;
  }
  const jobs: ManifestJob<'print'>[] = [];
  try {
    for await (const { path, format, bytes, pages } of files()) {
      signal.throwIfAborted();
      const file = `${path}.${format}`;
      const sha256 = sha256Of(bytes);
      delivery.stage(file, bytes, sha256);
      const entry = { path: file, format, bytes: bytes.length, sha256, pages };
      jobs.push({ id: `print/${file}`, kind: 'print', title: path, village: null, files: [entry] });
    }
  } catch (error) {
    delivery.abandon();
    throw error;
  }
  const { scheme, notice } = open.loaded.plan;
  const manifest: Manifest<'print'> = {
    schema: 1,
    plan: { id: name, title: scheme.title, documentNumber: notice.documentNumber },
    jobs,
    findings: findings.sorted(),
  };
  const done = await delivery.commit(manifest);
  findings.add(delivering.sorted());
  return done;
}

function reportPrinted(
  name: string,
  folder: string,
  { dispatch }: PrintSet,
  { covers }: PrintRequest,
): string {
  const { onPaper, byMail } = dispatch;
  const { copies, leaves, covers: slips } = paperTotal(dispatch, covers);
  const mail = byMail.length === 0 ? '' : `，电子邮件 ${byMail.length} 家`;
  const slipsToo = slips === 0 ? '' : `（其中发送单 ${slips} 张）`;
  return [
    `“${name}”：打印文件放在 ${folder}`,
    `  纸质发 ${onPaper.length} 家、${copies} 份${mail}；A4 双面共 ${leaves + slips} 张${slipsToo}`,
    `  先看 ${folder}/印制单.pdf，照它印；发出时用 ${folder}/签收登记表.pdf`,
  ].join('\n');
}
