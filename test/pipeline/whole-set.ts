import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Delivery } from '../../src/delivery/delivery.ts';
import { machineDisk } from '../../src/delivery/disk.ts';
import type { Format, Manifest, ManifestFile } from '../../src/delivery/manifest.ts';
import { formats } from '../../src/delivery/manifest.ts';
import { Stager } from '../../src/delivery/staging.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { noShelf } from '../../src/keeping/shelf.ts';
import { type JobOrder, type MadeJob, makeJob, type Workplace } from '../../src/make-job.ts';
import { Crew } from '../../src/making/crew.ts';
import { Tools } from '../../src/making/tools.ts';
import { openPlan } from '../../src/open-plan.ts';
import { build } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { Books } from '../../src/record/books.ts';
import type { Circumstances } from '../../src/record/examine.ts';
import { loadRecord } from '../../src/record/store.ts';
import type { PlanOrder } from '../../src/workplace.ts';
import { readTemplates, type TextFiles } from '../../src/workspace.ts';
import { testBuilder } from '../delivery/builder.ts';
import { MemoryDisk } from '../delivery/memory-disk.ts';
import { machineFaces, root } from '../writers/pdf/sheets.ts';

/** A plan's whole set of files on the disk, in a folder with Chinese and a blank in its name. */
export interface WholeSet {
  readonly folder: string;
  readonly plan: Plan;
  readonly manifest: Manifest;
  /** Paths of all files but the manifest, as they stand on the disk, sorted. */
  readonly paths: readonly string[];
  /** Files of a format, as the manifest lists them. */
  readonly files: (format: Format) => readonly ManifestFile[];
  readonly open: (path: string) => string;
  readonly remove: () => void;
}

function readFolder(folder: string): TextFiles {
  const names = readdirSync(join(root, folder)).sort();
  return new Map(names.map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')]));
}

/** Builds everything from a plan's folder with the faces of this machine and writes it. */
export async function buildWholeSet(source: string): Promise<WholeSet> {
  const findings = new Findings();
  const composing = new Findings();
  const open = openPlan(readFolder(source), readTemplates(root), findings, noShelf, composing);
  if (open === null) throw new Error(JSON.stringify(findings.sorted()));
  const parent = mkdtempSync(join(tmpdir(), 'set-'));
  const folder = join(parent, '党政办 公文', '整套');
  const destination = { disk: machineDisk, folder, builder: testBuilder(), shard: null };
  const delivery = await Delivery.open(destination, findings);
  if (delivery === null) throw new Error(JSON.stringify(findings.sorted()));
  const circumstances: Circumstances = { program: '', faces: '', force: false, why: false };
  const place: Workplace = {
    open,
    composing,
    tools: new Tools(machineFaces),
    stager: new Stager(machineDisk, delivery.stagingPlace),
    formats,
    circumstances,
  };
  const crew = new Crew<PlanOrder, JobOrder, MadeJob>(1, null);
  crew.begin(open.jobs.length);
  crew.open({
    plan: {
      files: new Map(),
      templates: new Map(),
      shard: null,
      formats,
      circumstances,
      staging: delivery.stagingPlace,
    },
    here: (order) => makeJob(order, place),
  });
  const built = await build({
    name: source.split('/').at(-1) ?? '',
    open,
    jobs: open.jobs,
    formats,
    crew,
    books: new Books(loadRecord(new MemoryDisk().disk, '/record.txt'), circumstances),
    delivery,
    findings,
    stamp: null,
    why: null,
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (built === null) throw new Error(JSON.stringify(findings.sorted()));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const start = folder.length + 1;
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(start).replaceAll('\\', '/'))
    .filter((path) => path !== 'manifest.json')
    .sort();
  return {
    folder,
    plan: open.plan,
    manifest,
    paths,
    files: (format) => manifest.jobs.flatMap((job) => job.files.filter((file) => file.format === format)),
    open: (path) => join(folder, path),
    remove: () => rmSync(parent, { recursive: true }),
  };
}
