import { join, resolve } from 'node:path';
import type { BuildRequest } from '../arguments.ts';
import { codeOf } from '../delivery/faults.ts';
import { manifestName } from '../delivery/left-behind.ts';
import { lockName } from '../delivery/lock.ts';
import { type Format, formats, type Manifest, readManifest } from '../delivery/manifest.ts';
import { sha256Of } from '../delivery/sha256.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Findings } from '../diagnostics/findings.ts';
import { facesFingerprint } from '../fonts/fingerprint.ts';
import type { BuildRecord } from '../record/build-record.ts';
import { explain } from '../record/explain.ts';
import { hashFont, loadRecord, recordFile } from '../record/store.ts';
import type { TextFiles } from '../workspace.ts';
import { hashesOf, type PlanTexts, type Texts } from './plan-texts.ts';
import { shownFolder } from './report-built.ts';
import type { Setting } from './setting.ts';

/** Fingerprint of the faces of the machine; empty where no format asked for shows them. */
export const facesFor = (
  asked: readonly Format[],
  record: BuildRecord,
  { chains, disk }: Pick<Setting, 'chains' | 'disk'>,
): string =>
  asked.includes('pdf') ? facesFingerprint(chains(), (file) => hashFont(disk, record.fonts, file)) : '';

/** Everything a plan's files are made from, and what was asked for. */
export function inputsOf(
  { files, beside }: Pick<PlanTexts, 'files' | 'beside'>,
  templates: TextFiles,
  request: BuildRequest,
  record: BuildRecord,
  setting: Pick<Setting, 'program' | 'chains' | 'disk'>,
): string {
  const { kinds, villages, formats: asked } = request;
  const faces = facesFor(asked, record, setting);
  const texts = [...hashesOf(templates), ...hashesOf(files)];
  return sha256Of(JSON.stringify([setting.program, kinds, villages, asked, faces, beside, texts]));
}

/** What came of plans: what to tell the clerk of those that are whole, and what was found about each. */
export interface Outcome {
  readonly reports: readonly string[];
  readonly plans: readonly { readonly name: string; readonly findings: Findings }[];
}

/**
 * Whether all texts, faces and the program are what they were when the plans were last built as asked for, and all
 * their files are as those builds left them: then nothing need be read, composed or written. Null where anything
 * differs.
 */
export function unchangedPlans(
  { plans, templates }: Texts,
  request: BuildRequest,
  setting: Setting,
): Outcome | null {
  if (request.shard !== null) return null;
  const reports: string[] = [];
  const found: (readonly Finding[])[] = [];
  for (const plan of plans) {
    const same = unchanged(plan, templates, request, setting);
    if (same === null) return null;
    found.push(same.manifest.findings);
    if (request.why && !request.json) sayGood(same.manifest, setting);
    reports.push(
      `“${plan.name}”：${same.count} 个文件都没有变，不用重新生成，放在 ${shownFolder(setting.root, same.folder)}`,
    );
  }
  for (const [index, plan] of plans.entries()) plan.findings.add(found[index] ?? []);
  return { reports, plans };
}

function sayGood({ jobs }: Manifest, { terminal }: Setting): void {
  for (const { path } of jobs.flatMap(({ files }) => files)) terminal.say(explain(path, { kind: 'good' }));
}

function unchanged(
  plan: PlanTexts,
  templates: TextFiles,
  request: BuildRequest,
  setting: Setting,
): { readonly manifest: Manifest; readonly count: number; readonly folder: string } | null {
  const { root, disk } = setting;
  const folder = resolve(root, request.out ?? 'output', plan.name);
  const record = loadRecord(disk, recordFile(root, folder, null));
  if (record.inputs === '' || record.inputs !== inputsOf(plan, templates, request, record, setting))
    return null;
  const manifest = manifestIn(setting, folder);
  if (manifest === null || !isWhole(setting, folder, manifest, record)) return null;
  return { manifest, count: record.count, folder };
}

/** The manifest of a folder in which nobody builds and no build was interrupted; null where there is none that can be read. */
export function manifestIn({ disk }: Pick<Setting, 'disk'>, folder: string): Manifest | null {
  const file = join(folder, manifestName(null));
  if (disk.standing(folder)?.kind !== 'folder' || disk.standing(file)?.kind !== 'file') return null;
  if (disk.list(folder).some((name) => name.startsWith(lockName) || name.startsWith('.未完成'))) return null;
  try {
    return readManifest(new TextDecoder().decode(disk.read(file)));
  } catch (error) {
    // Who builds into the folder says why.
    if (codeOf(error) === '') throw error;
    return null;
  }
}

/** Whether every file listed is, by size and time, the one that was made. */
function isWhole({ disk }: Setting, folder: string, { jobs }: Manifest, record: BuildRecord): boolean {
  return jobs.every(({ id, files }) => {
    const known = record.job(id);
    return files.every(({ path, format, bytes, sha256 }) => {
      const made = formats.includes(format) ? known[format] : undefined;
      const standing = disk.standing(join(folder, path));
      return (
        made?.file.path === path &&
        made.file.sha256 === sha256 &&
        standing?.size === bytes &&
        standing.changed === made.changed
      );
    });
  });
}
