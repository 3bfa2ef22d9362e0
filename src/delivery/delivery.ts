import { dirname, join } from 'node:path';
import type { Findings } from '../diagnostics/findings.ts';
import { asideName } from './aside.ts';
import type { Disk } from './disk.ts';
import { codeOf, fault, patiently, reportFault } from './faults.ts';
import { makeFolders, removeEmpty } from './folders.ts';
import { carryOut, clearStaging, decide, hashOf, type Site, type Step } from './journal.ts';
import { type LeftBehind, leftBehind, manifestName } from './left-behind.ts';
import { type Builder, type Lock, takeLock } from './lock.ts';
import { type ManifestFile, type ManifestJob, type ManifestToWrite, manifestPieces } from './manifest.ts';
import { recover } from './recovery.ts';
import { reportBusy, reportHalfPlaced, reportKept } from './reports.ts';
import { sha256OfPieces } from './sha256.ts';
import { errorOf, type Staged, Stager, type StagingPlace } from './staging.ts';
import { StepList } from './step-list.ts';

const stagingName = '.未完成';

const siteOf = ({ disk, folder, builder, shard }: Destination): Site => ({
  disk,
  folder,
  staging: join(folder, shard === null ? stagingName : `${stagingName}-${shard}`),
  pause: builder.pause,
});

/** What interrupted builds may have left to be finished: those of shards, too, which a build of all jobs comes after. */
function sitesOf(to: Destination): readonly Site[] {
  const { disk, folder, shard } = to;
  const own = siteOf(to);
  if (shard !== null) return [own];
  const stagings = disk.list(folder).filter((name) => name.startsWith(`${stagingName}-`));
  return [...stagings.map((name) => ({ ...own, staging: join(folder, name) })), own];
}

/** Where a build delivers to, and who it is. */
export interface Destination {
  readonly disk: Disk;
  /** The plan's output folder. */
  readonly folder: string;
  readonly builder: Builder;
  /** `1-4` for the first of four shards, null for a build of all jobs. */
  readonly shard: string | null;
}

/**
 * A plan's output folder, held for one build: files are staged one by one as they are made, then all put in their
 * places, or none.
 */
export class Delivery {
  readonly #to: Destination;
  readonly #site: Site;
  readonly #manifest: string;
  readonly #findings: Findings;
  readonly #lock: Lock;
  /** What earlier builds left. */
  readonly #before: LeftBehind;
  /** Folders made for files that are not in their places yet. */
  readonly #made: string[];
  /** Folders that stand: they are asked for once, not for each file. */
  readonly #standing = new Set<string>();
  readonly #stager: Stager;
  /** The number of the next file that is staged. */
  #next = 1;
  readonly #steps = new StepList();
  readonly #kept = new Map<string, string>();
  readonly #removed: string[] = [];
  #failed = false;
  /** Nothing more can be staged; said once. */
  #full = false;

  private constructor(to: Destination, findings: Findings, lock: Lock, made: readonly string[]) {
    this.#to = to;
    this.#site = siteOf(to);
    this.#stager = new Stager(to.disk, this.#site);
    this.#manifest = manifestName(to.shard);
    this.#findings = findings;
    this.#lock = lock;
    this.#made = [...made];
    this.#before = leftBehind(to.disk, to.folder, to.shard);
  }

  /**
   * Takes the folder for this build and finishes or clears what an interrupted one left. Null, with the reason
   * reported, where somebody else builds or the folder cannot be written.
   */
  static async open(to: Destination, findings: Findings): Promise<Delivery | null> {
    const { disk, folder, builder, shard } = to;
    let made: readonly string[] = [];
    try {
      made = await patiently(builder.pause, () => makeFolders(disk, folder));
      const lock = await takeLock(disk, folder, builder, shard);
      if (!('release' in lock)) {
        reportBusy(findings, folder, lock);
        return null;
      }
      let whole = true;
      for (const site of sitesOf(to)) whole = (await recover(site, findings)) && whole;
      if (whole) return new Delivery(to, findings, lock, made);
      lock.release();
    } catch (error) {
      reportFault(findings, folder, error);
    }
    removeEmpty(disk, made);
    return null;
  }

  /**
   * Looks at a file the last build left: `whole` if the manifest lists it and it still is that file. `changed` is when
   * it last changed as far as is known; where the disk says the same it is not read. One that cannot be read counts as edited:
   * to stage over it is refused with the reason.
   */
  look(file: ManifestFile, changed: number): 'whole' | 'edited' | 'gone' {
    const { disk, folder } = this.#to;
    const target = join(folder, file.path);
    const standing = disk.standing(target);
    if (standing === null || !this.#before.isListed(file.path, file.sha256)) return 'gone';
    if (standing.size === file.bytes && standing.changed === changed) return 'whole';
    try {
      return hashOf(disk, target) === file.sha256 ? 'whole' : 'edited';
    } catch (error) {
      if (codeOf(error) === '') throw error;
      return 'edited';
    }
  }

  /** Whether a file stands in its place with the content it is listed with. */
  isWhole({ path, sha256 }: ManifestFile): boolean {
    return hashOf(this.#to.disk, join(this.#to.folder, path)) === sha256;
  }

  /** Jobs of the last build with those of their files that are still there. */
  present(): readonly ManifestJob[] {
    const { disk, folder } = this.#to;
    return this.#before.jobs
      .map((job) => ({
        ...job,
        files: job.files.filter(({ path }) => disk.standing(join(folder, path))?.kind === 'file'),
      }))
      .filter(({ files }) => files.length > 0);
  }

  /** Where files are staged. */
  get stagingPlace(): StagingPlace {
    const { folder, staging } = this.#site;
    return { folder, staging };
  }

  /** Keeps so many numbers for files that are staged here or in other threads; returns the first. */
  reserve(count: number): number {
    const first = this.#next;
    this.#next += count;
    return first;
  }

  /** Stages a file, whole, and takes it in. */
  stage(path: string, content: Uint8Array, sha256: string): void {
    if (this.#full) return;
    const number = this.reserve(1);
    this.takeIn(path, number, sha256, this.#stager.stage(path, number, content, sha256));
  }

  /** Takes in a file that was staged, to be put in its place by `commit`. What cannot be replaced is reported now. */
  takeIn(path: string, number: number, sha256: string, staged: Staged): void {
    if (this.#full || staged.kind === 'standing') return;
    if (staged.kind === 'refused') {
      this.#fail(path, errorOf(staged.fault));
      return;
    }
    const { before } = staged;
    try {
      const edited = before !== null && !this.#before.isListed(path, before);
      if (edited) this.#keep(path);
      this.#ensure(dirname(join(this.#to.folder, path)));
      this.#steps.place(path, number, sha256, edited ? null : before);
    } catch (error) {
      this.#fail(path, error);
    }
  }

  /**
   * Puts everything in place, takes away what the manifest no longer lists, and writes the manifest last. Returns
   * whether it went well. What cannot be replaced is found before anything is touched; all stays as it was then.
   */
  async commit(manifest: ManifestToWrite): Promise<boolean> {
    const { folder } = this.#to;
    if (this.#before.files.length > 0) this.#dropUnlisted(manifest);
    for (const name of this.#before.shards) this.#drop(name, () => true);
    if (!this.#failed) this.#stageManifest(manifest);
    // What was edited by hand is moved aside before anything else.
    const keeps = this.#keeps();
    const steps = keeps.length === 0 ? this.#steps : [...keeps, ...this.#steps];
    for (const { path } of steps) await this.#probe(path);
    if (this.#failed) {
      this.abandon();
      return false;
    }
    if (steps.length === 0) {
      this.#lock.release();
      return true;
    }
    try {
      decide(this.#site, steps);
    } catch (error) {
      this.#fail(this.#manifest, error);
      this.abandon();
      return false;
    }
    const failures = await carryOut(this.#site, steps);
    for (const { path, error } of failures) this.#fail(path, error);
    if (failures.length > 0) reportHalfPlaced(this.#findings, folder, failures.length);
    for (const [path, as] of this.#kept) reportKept(this.#findings, join(folder, path), join(folder, as));
    this.#lock.release();
    return failures.length === 0;
  }

  /** Paths of files taken away because nobody makes them any more. */
  get removed(): readonly string[] {
    return this.#removed;
  }

  /** Leaves everything as it was. */
  abandon(): void {
    clearStaging(this.#site);
    this.#lock.release();
    removeEmpty(this.#to.disk, this.#made);
  }

  /** Sees to it that a folder for files stands. */
  #ensure(folder: string): void {
    if (this.#standing.has(folder)) return;
    this.#made.push(...makeFolders(this.#to.disk, folder));
    this.#standing.add(folder);
  }

  #stageManifest(manifest: ManifestToWrite): void {
    const { disk, folder } = this.#to;
    const file = join(folder, this.#manifest);
    try {
      if (disk.standing(file)?.kind === 'folder') throw fault('EISDIR', file);
      const sha256 = sha256OfPieces(manifestPieces(manifest));
      const before = hashOf(disk, file);
      if (before === sha256) return;
      const number = this.reserve(1);
      this.#stager.write(number, manifestPieces(manifest));
      this.#steps.place(this.#manifest, number, sha256, before);
    } catch (error) {
      this.#fail(this.#manifest, error);
    }
  }

  #dropUnlisted({ jobs }: ManifestToWrite): void {
    const listed = new Set<string>();
    for (const { files } of jobs) for (const { path } of files) listed.add(path);
    for (const { path } of this.#before.files) if (!listed.has(path)) this.#drop(path, this.#before.isListed);
    for (const { kind, path } of this.#steps) if (kind === 'remove') this.#removed.push(path);
  }

  /** A file nobody makes any more goes, unless somebody worked on it: then it stays under another name. */
  #drop(path: string, isAsMade: (path: string, sha256: string) => boolean): void {
    const { disk, folder } = this.#to;
    try {
      const now = hashOf(disk, join(folder, path));
      if (now === null) return;
      if (isAsMade(path, now)) this.#steps.add({ kind: 'remove', path, before: now });
      else this.#keep(path);
    } catch (error) {
      this.#fail(path, error);
    }
  }

  #keep(path: string): void {
    const { disk, folder } = this.#to;
    this.#kept.set(path, asideName(disk, folder, path, new Set(this.#kept.values())));
  }

  #keeps(): readonly Step[] {
    return [...this.#kept].map(([path, as]) => ({ kind: 'keep', path, as }));
  }

  async #probe(path: string): Promise<void> {
    const { disk, folder, builder } = this.#to;
    const target = join(folder, path);
    try {
      if (disk.standing(target) !== null) await patiently(builder.pause, () => disk.probe(target));
    } catch (error) {
      this.#fail(path, error);
    }
  }

  #fail(path: string, error: unknown): void {
    this.#failed = true;
    this.#full ||= ['ENOSPC', 'EDQUOT'].includes(codeOf(error));
    reportFault(this.#findings, join(this.#to.folder, path), error);
  }
}
