import type { Disk } from './delivery/disk.ts';
import type { Format } from './delivery/manifest.ts';
import type { Shard } from './delivery/shards.ts';
import { Stager, type StagingPlace } from './delivery/staging.ts';
import { Findings } from './diagnostics/findings.ts';
import type { Shelf } from './keeping/shelf.ts';
import type { Workplace } from './make-job.ts';
import type { Tools } from './making/tools.ts';
import { ofShard, openPlan } from './open-plan.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import type { Circumstances } from './record/examine.ts';
import type { TextFiles } from './workspace.ts';

/** A plan whose jobs another thread is to make; plain data. */
export interface PlanOrder {
  /** Its data by name, and the templates by path below `templates/`. */
  readonly files: ReadonlyMap<string, DataFile>;
  readonly templates: TextFiles;
  /** Whose jobs are counted; null for all. */
  readonly shard: Shard | null;
  readonly formats: readonly Format[];
  readonly circumstances: Circumstances;
  readonly staging: StagingPlace;
}

/** Opens a plan that another thread has opened without an error, to make jobs of it here as well. */
export function openWorkplace(order: PlanOrder, tools: Tools, disk: Disk, shelf: Shelf): Workplace {
  const { files, templates, shard, formats, circumstances, staging } = order;
  const composing = new Findings();
  const open = openPlan(files, templates, new Findings(), shelf, composing);
  if (open === null) throw new Error('a plan that was sound is not');
  const stager = new Stager(disk, staging);
  return { open: ofShard(open, shard), composing, tools, stager, formats, circumstances };
}
