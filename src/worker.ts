import { readFileSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { machineDisk } from './delivery/disk.ts';
import { Findings } from './diagnostics/findings.ts';
import { FaceSet } from './fonts/face-set.ts';
import { machineShelf } from './keeping/machine-shelf.ts';
import type { Shelf } from './keeping/shelf.ts';
import { type JobOrder, type MadeJob, makeJob, type Workplace } from './make-job.ts';
import { Tools } from './making/tools.ts';
import type { Answer, Instruction, WorkerData } from './making/worker-thread.ts';
import { openWorkplace, type PlanOrder } from './workplace.ts';

/** What this thread has once and for all. */
interface Equipment {
  readonly tools: Tools;
  readonly shelf: Shelf;
  /** What was found about the faces of the machine. */
  readonly machine: Findings;
}

/** The other threads' `main`: opens the plans it is told of and makes their jobs, one after another, with faces opened once. */
export function makeJobs(): void {
  const port = parentPort;
  if (port === null) throw new Error('only worker threads are told what to do');
  const { chains, shelf: place } = workerData as WorkerData;
  const machine = new Findings();
  const shelf = machineShelf(place);
  let faces: FaceSet | null = null;
  const tools = new Tools(() => {
    faces ??= new FaceSet(chains, (file) => readFileSync(file), machine);
    return faces;
  }, shelf);
  const equipment: Equipment = { tools, shelf, machine };
  let workplace: () => Workplace = () => {
    throw new Error('no plan is open');
  };
  let work: Promise<void> = Promise.resolve();
  port.on('message', (instruction: Instruction<PlanOrder, JobOrder>) => {
    work = work.then(async () => {
      if ('plan' in instruction) workplace = opened(instruction.plan, equipment);
      else await carryOut(instruction, workplace, equipment, port);
    });
  });
}

/** Opens a plan; what hinders it is thrown when a job of it is to be made. */
function opened(plan: PlanOrder, { tools, shelf }: Equipment): () => Workplace {
  try {
    const workplace = openWorkplace(plan, tools, machineDisk, shelf);
    return () => workplace;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

async function carryOut(
  { number, order }: { readonly number: number; readonly order: JobOrder },
  workplace: () => Workplace,
  { machine }: Equipment,
  port: MessagePort,
): Promise<void> {
  const send = (answer: Answer<MadeJob>): void => port.postMessage(answer);
  try {
    const made = await makeJob(order, workplace());
    send({ number, made: { ...made, findings: [...machine.sorted(), ...made.findings] } });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    send({ number, fault: { message, stack } });
  }
}
