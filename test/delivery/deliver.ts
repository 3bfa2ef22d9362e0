import { Delivery } from '../../src/delivery/delivery.ts';
import type { Builder } from '../../src/delivery/lock.ts';
import type { Manifest, ManifestJob } from '../../src/delivery/manifest.ts';
import { sha256Of } from '../../src/delivery/sha256.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { testBuilder } from './builder.ts';
import type { MemoryDisk } from './memory-disk.ts';

/** Output folder of a plan. */
export const folder = '/公文/方案';

/** A set of files: text by path. */
export type FileSet = Readonly<Record<string, string>>;

const jobOf = ([path, text]: [string, string]): ManifestJob => ({
  id: path,
  kind: 'task-sheet',
  title: path,
  village: null,
  files: [{ path, format: 'docx', bytes: text.length, sha256: sha256Of(text), pages: null }],
});

export const manifestOf = (files: FileSet): Manifest => ({
  schema: 1,
  plan: { id: '方案', title: '方案', documentNumber: '' },
  jobs: Object.entries(files).map(jobOf),
  findings: [],
});

/** What came of a delivery. */
export interface Outcome {
  readonly done: boolean;
  readonly told: readonly string[];
}

/** Delivers a set of files as a build does. */
export async function deliver(
  memory: MemoryDisk,
  files: FileSet,
  builder: Builder = testBuilder(),
  shard: string | null = null,
): Promise<Outcome> {
  const findings = new Findings();
  const destination = { disk: memory.disk, folder, builder, shard };
  const delivery = await Delivery.open(destination, findings);
  for (const [path, text] of Object.entries(files)) {
    delivery?.stage(path, Buffer.from(text), sha256Of(text));
  }
  const done = (await delivery?.commit(manifestOf(files))) ?? false;
  return { done, told: findings.sorted().map(({ message }) => message) };
}

/** What stands in the output folder besides the manifest. */
export function standing(memory: MemoryDisk): FileSet {
  const { 'manifest.json': _, ...files } = memory.files(folder);
  return files;
}
