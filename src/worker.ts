import { readFileSync } from 'node:fs';
import { type MessagePort, workerData } from 'node:worker_threads';
import { machineDisk } from './delivery/disk.ts';
import { Findings } from './diagnostics/findings.ts';
import { FaceSet } from './fonts/face-set.ts';
import { machineShelf } from './keeping/machine-shelf.ts';
import { type JobOrder, type MadeJob, makeJob, type Workplace } from './make-job.ts';
import { Tools } from './making/tools.ts';
import { obey, type WorkerData } from './making/worker-thread.ts';
import { openWorkplace, type PlanOrder } from './workplace.ts';

/** The other threads' `main`: opens the plans it is told of and makes their jobs, one after another, with faces opened once. */
export function makeJobs(port: MessagePort): void {
  const { chains, shelf: place } = workerData as WorkerData;
  const machine = new Findings();
  const shelf = machineShelf(place);
  let faces: FaceSet | null = null;
  const tools = new Tools(() => {
    faces ??= new FaceSet(chains, (file) => readFileSync(file), machine);
    return faces;
  }, shelf);
  let workplace: Workplace | null = null;
  obey<PlanOrder, JobOrder, MadeJob>(port, {
    open: (plan) => {
      workplace = openWorkplace(plan, tools, machineDisk, shelf);
    },
    make: async (order) => {
      if (workplace === null) throw new Error('no plan is open');
      const made = await makeJob(order, workplace);
      return { ...made, findings: [...machine.sorted(), ...made.findings] };
    },
  });
}
