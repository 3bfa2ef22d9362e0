import { join, relative, resolve } from 'node:path';
import { archiveCodesOf, archiveNumber } from '../archiving/archive-number.ts';
import { recordFolderName, versionOf } from '../archiving/record.ts';
import { catalogueName, makeCatalogues } from '../catalogue-lists.ts';
import { type ClosingOrder, checkClosing, closedFiles } from '../close-record.ts';
import { closedRecords, latestRecords } from '../closed-records.ts';
import { filesBelow } from '../delivery/files-below.ts';
import { manifestName } from '../delivery/left-behind.ts';
import { readManifest } from '../delivery/manifest.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { Tools } from '../making/tools.ts';
import { type OpenComposition, openComposition } from '../open-composition.ts';
import { readPlanFiles, readTemplates } from '../workspace.ts';
import { holdingArchive, writeRecord } from '../write-record.ts';
import {
  type ArchiveRequest,
  archiveFolder,
  archiveHelp,
  readArchiveArguments,
} from './archive-arguments.ts';
import { readAsked } from './asked.ts';
import { deliverFiles } from './deliver-files.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/** A plan whose record is to be closed. */
interface PlanToClose {
  readonly name: string;
  readonly open: OpenComposition | null;
  readonly findings: Findings;
}

/**
 * `npm run archive:docs`: closes the record of each wanted plan. A plan of which something is wrong is not closed; the
 * others are. Returns the exit code.
 */
export async function archiveDocs(args: readonly string[], setting: Setting): Promise<number> {
  const { root, terminal } = setting;
  const asked = readAsked(args, readArchiveArguments, archiveHelp, setting);
  if (typeof asked === 'number') return asked;
  const { request, names, findings } = asked;
  const sources = new Map<string, string>();
  const plans: PlanToClose[] = [];
  const reports: string[] = [];
  const templates = readTemplates(root);
  for (const [path, text] of templates) sources.set(`templates/${path}`, text);
  for (const name of names) {
    const own = new Findings(setting.findings);
    const files = readPlanFiles(root, name, own);
    for (const [path, content] of files) if (typeof content === 'string') sources.set(path, content);
    plans.push({ name, open: openComposition(files, templates, own), findings: own });
  }
  checkNumbers(plans);
  if (plans.some((plan) => !plan.findings.hasErrors)) {
    const base = resolve(root, request.to ?? join(request.out ?? 'output', archiveFolder));
    const closing = holdingArchive(base, setting, findings, async () => {
      for (const plan of plans) {
        const report = plan.findings.hasErrors ? null : await closePlan(plan, base, request, setting);
        if (report !== null) reports.push(report);
      }
      const open = plans.findLast((plan) => plan.open !== null)?.open;
      if (reports.length === 0 || open === null || open === undefined) return;
      const listed = await listRecords(base, open, findings, setting);
      if (listed !== null) reports.push(listed);
    });
    try {
      await closing;
    } catch (error) {
      if (!setting.signal.aborted || reports.length === 0) throw error;
      terminal.progress?.(null);
      for (const report of reports) terminal.say(report);
      terminal.complain('已停止。上面列出的已经归档，其余的没有归档。');
      return exit.interrupted;
    }
  }
  const found = sortFindings(
    [findings, ...plans.map((plan) => plan.findings)].flatMap((each) => each.sorted()),
  );
  showFindings(found, sources, terminal, request.json);
  if (!request.json) for (const report of reports) terminal.say(report);
  if (!found.some(({ severity }) => severity === 'error')) return exit.ok;
  terminal.complain('有错误的没有归档，已经归档的内容没有变。改好后请再运行一次。');
  return exit.errors;
}

/** Every plan has its codes, and no two the same number. */
function checkNumbers(plans: readonly PlanToClose[]): void {
  const taken = new Map<string, string>();
  for (const { name, open, findings } of plans) {
    if (open === null) continue;
    const { plan, placeOf } = open.loaded;
    const codes = archiveCodesOf(plan);
    if (codes === null) {
      findings.report('archive/no-codes', `“${name}”的数据里没有“归档”一项`, undefined, {
        hint: '照随项目带来的《归档.yaml》写一份，放进方案的文件夹。',
      });
      continue;
    }
    const number = archiveNumber(codes);
    const other = taken.get(number);
    if (other === undefined) taken.set(number, name);
    else {
      const message = `档号 ${number} 与“${other}”的相同`;
      findings.report('archive/number-taken', message, placeOf(['归档', '件号']));
    }
  }
}

/** Closes the record of a plan; returns what to tell the clerk, null where nothing was closed. */
async function closePlan(
  { name, open, findings }: PlanToClose,
  base: string,
  request: ArchiveRequest,
  setting: Setting,
): Promise<string | null> {
  const { root, terminal, disk, builder, signal, program, release, today } = setting;
  const codes = open === null ? null : archiveCodesOf(open.loaded.plan);
  if (open === null || codes === null) return null;
  const output = resolve(root, request.out ?? 'output', name);
  const read = (path: string) => {
    const file = join(output, path);
    return disk.standing(file)?.kind === 'file' ? disk.read(file) : null;
  };
  const manifest = readManifest(new TextDecoder().decode(read(manifestName(null)) ?? new Uint8Array()));
  if (manifest === null) {
    findings.report('archive/not-built', `“${name}”还没有生成`, undefined, {
      hint: '先运行 npm run build:docs。',
    });
    return null;
  }
  const number = archiveNumber(codes);
  const year = join(base, String(codes.year));
  const present = disk.standing(year)?.kind === 'folder' ? disk.list(year) : [];
  const other = closedRecords(disk, year, new Findings()).find(
    ({ record }) =>
      record.number === number && record.documentNumber !== open.loaded.plan.notice.documentNumber,
  );
  if (other !== undefined) {
    const message = `档号 ${number} 已经归档了${other.record.documentNumber}`;
    findings.report('archive/number-taken', message, open.loaded.placeOf(['归档', '件号']), {
      hint: '一个档号只能给一件，换一个件号再归档。',
    });
    return null;
  }
  const version = Math.max(0, ...present.map((each) => versionOf(each, number) ?? 0)) + 1;
  const order: ClosingOrder = {
    name,
    open,
    manifest,
    read,
    sources: storedSources(name, setting),
    accepted: new Set(request.accepted),
    acceptFallbacks: request.acceptFallbacks,
    version,
    closedOn: today(),
    program: { version: release, code: program },
    tools: new Tools(setting.faces, setting.shelf),
    progress: async (title) => {
      terminal.progress?.(`正在核对 ${title}`);
      // A moment for the clerk's Ctrl-C to come through.
      await builder.pause(0);
      signal.throwIfAborted();
    },
  };
  const checked = await checkClosing(order);
  terminal.progress?.(null);
  if (checked === null) return null;
  const folder = join(year, recordFolderName(number, version));
  const list = await writeRecord(folder, closedFiles(order, checked), setting, findings);
  if (list === null) return null;
  const near = relative(root, folder);
  return [
    `“${name}”：已归档，档号 ${number}${version > 1 ? `（第${version}版，以前各版没有动）` : ''}，放在 ${near.startsWith('..') ? folder : near}`,
    `  校验值清单的 SHA-256（宜抄在纸质备考表上）：${list}`,
    `  核对：npm run verify:archive -- "${near.startsWith('..') ? folder : near}"`,
  ].join('\n');
}

/** Writes the lists of all that was closed, beside the records; returns what to tell the clerk. */
async function listRecords(
  base: string,
  open: OpenComposition,
  findings: Findings,
  setting: Setting,
): Promise<string | null> {
  const closed = closedRecords(setting.disk, base, findings);
  const files = await makeCatalogues(closed, open, new Tools(setting.faces));
  const folder = join(base, catalogueName);
  if (files === null || !(await deliverFiles(files, folder, catalogueName, findings, setting))) return null;
  const near = relative(setting.root, folder);
  return `全部已归档的 ${latestRecords(closed).length} 件列在 ${near.startsWith('..') ? folder : near}`;
}

/** Data and templates as they are stored, with what the office chose for all plans. */
function storedSources(name: string, { root, disk }: Setting): ReadonlyMap<string, Uint8Array> {
  const isOffice = (file: string) => !/(?:^|\/)(?:[.~]|.*\.(?:tmp|bak)$)/.test(file);
  const own = filesBelow(disk, join(root, 'data', name)).map((file) => `data/${name}/${file}`);
  const shared = disk
    .list(join(root, 'data'))
    .filter((file) => disk.standing(join(root, 'data', file))?.kind === 'file')
    .map((file) => `data/${file}`);
  const templates = filesBelow(disk, join(root, 'templates')).map((file) => `templates/${file}`);
  const paths = [...shared, ...own, ...templates].filter(isOffice);
  return new Map(paths.map((path) => [path, disk.read(join(root, path))]));
}
