import { join, relative, resolve } from 'node:path';
import { type ArchiveRecord, readRecord, recordNames } from '../archiving/record.ts';
import { type StandingFile, type StandingFiles, verifyRecord } from '../archiving/verify.ts';
import { closedRecords, recordFoldersIn } from '../closed-records.ts';
import type { Disk } from '../delivery/disk.ts';
import { codeOf } from '../delivery/faults.ts';
import { filesBelow } from '../delivery/files-below.ts';
import { sha256Of } from '../delivery/sha256.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { Tools } from '../making/tools.ts';
import { openComposition } from '../open-composition.ts';
import { rebuildRecord } from '../rebuild-record.ts';
import { readPlanFiles, readTemplates } from '../workspace.ts';
import { readVerifyArguments, type VerifyRequest, verifyHelp } from './archive-arguments.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/** What the data and templates of a record stand in. */
const sourceFolder = '形成材料';

/**
 * `npm run verify:archive`: looks whether closed records are as they were closed and, with `--rebuild`, whether they come
 * out the same again. Returns the exit code.
 */
export async function verifyArchive(args: readonly string[], setting: Setting): Promise<number> {
  const { root, terminal } = setting;
  const findings = new Findings(setting.findings);
  const request = readVerifyArguments(args, findings);
  if (request === 'help') {
    terminal.say(verifyHelp);
    return exit.ok;
  }
  const all = [findings];
  const reports: string[] = [];
  for (const given of request?.folders ?? []) {
    if (request === null) break;
    const folders = recordFoldersIn(setting.disk, resolve(root, given));
    if (folders.length === 0) findings.report('archive/not-a-record', `${given}：里面没有归档件`);
    for (const folder of folders) {
      const own = new Findings();
      all.push(own);
      reports.push(await verifyFolder(folder, request, own, setting));
    }
    // A folder above says which versions there are; of a single one nothing can be said.
    if (!folders.includes(resolve(root, given))) closedRecords(setting.disk, resolve(root, given), findings);
  }
  const found = sortFindings(all.flatMap((each) => each.sorted()));
  showFindings(found, new Map(), terminal, request?.json ?? args.includes('--json'));
  if (request?.json !== true) for (const report of reports) terminal.say(report);
  if (!found.some(({ severity }) => severity === 'error')) return exit.ok;
  return request === null ? exit.usage : exit.errors;
}

async function verifyFolder(
  folder: string,
  { rebuild, checksum }: Pick<VerifyRequest, 'rebuild' | 'checksum'>,
  findings: Findings,
  setting: Setting,
): Promise<string> {
  const { root, disk } = setting;
  const near = relative(root, folder);
  const shown = near.startsWith('..') ? folder : near;
  const files = standingFiles(folder, shown, findings, disk);
  const verified = verifyRecord(files, shown, findings);
  if (verified !== null && checksum !== null && verified.list !== checksum) {
    const message = `${shown}/${recordNames.checksums}：与归档时显示的校验值不符`;
    findings.report('archive/list-changed', message, undefined, {
      actual: verified.list,
      expected: checksum,
    });
  }
  const sound = verified !== null && !findings.hasErrors;
  const lines = [
    verified === null
      ? `${shown}：没有办法核对`
      : `${shown}：清单上 ${verified.listed} 个文件，${verified.sound} 个与归档时相同${sound ? '，没有多出的文件' : ''}`,
  ];
  if (verified !== null && checksum === null) {
    lines.push(`  校验值清单的 SHA-256（与备考表上抄的核对）：${verified.list}`);
  }
  if (rebuild && sound)
    lines.push(await remake(folder, (path) => files.get(path)?.()?.sha256 ?? null, findings, setting));
  else if (rebuild) lines.push('  有变动的归档件没有重新生成');
  return lines.join('\n');
}

/** What stands in a folder; what the system would not give is reported or comes out as null. */
function standingFiles(folder: string, shown: string, findings: Findings, disk: Disk): StandingFiles {
  const read = (path: string): StandingFile | null => {
    try {
      const content = disk.read(join(folder, path));
      return { content, sha256: sha256Of(content) };
    } catch (error) {
      if (codeOf(error) === '') throw error;
      return null;
    }
  };
  try {
    return new Map(filesBelow(disk, folder).map((path) => [path, () => read(path)]));
  } catch (error) {
    if (codeOf(error) === '') throw error;
    findings.report('archive/closed-unopenable', `${shown}：系统不让看文件夹里的内容（${codeOf(error)}）`);
    return new Map();
  }
}

/** Makes a sound record again from what it holds. */
async function remake(
  folder: string,
  standing: (path: string) => string | null,
  findings: Findings,
  { disk, program, release, faces, terminal }: Setting,
): Promise<string> {
  const record: ArchiveRecord | null = readRecord(
    new TextDecoder().decode(disk.read(join(folder, recordNames.record))),
  );
  const source = join(folder, sourceFolder);
  const open =
    record === null
      ? null
      : openComposition(readPlanFiles(source, record.plan, findings), readTemplates(source), findings);
  if (record === null || open === null) {
    findings.report('archive/rebuild-differs', `${folder}：归档里的数据或模板读不出来`);
    return '  没有能够重新生成';
  }
  const { made, same } = await rebuildRecord({
    record,
    open,
    standing,
    program: { version: release, code: program },
    tools: new Tools(faces),
    progress: (title) => terminal.progress?.(`正在重新生成 ${title}`),
  });
  terminal.progress?.(null);
  return `  用归档里的数据和模板重新生成 ${made} 个文件，${same} 个逐字节相同`;
}
