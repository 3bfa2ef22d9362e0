import { readFileSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Findings } from './diagnostics/findings.ts';
import { FaceSet } from './fonts/face-set.ts';
import { machineShelf } from './keeping/machine-shelf.ts';
import { make } from './making/make.ts';
import { TableKeeper } from './making/shared-tables.ts';
import { Tools } from './making/tools.ts';
import type { Answer, Order, WorkerData } from './making/worker-thread.ts';

/** What this thread makes files with. */
interface Bench {
  readonly tools: Tools;
  /** What was found about the faces of the machine. */
  readonly machine: Findings;
  readonly tables: TableKeeper;
}

/** The other threads' `main`: makes the tasks it is sent, one after another, with faces opened once. */
export function makeTasks(): void {
  const port = parentPort;
  if (port === null) throw new Error('only worker threads are sent tasks');
  const { chains, shelf } = workerData as WorkerData;
  const machine = new Findings();
  let faces: FaceSet | null = null;
  const tools = new Tools(() => {
    faces ??= new FaceSet(chains, (file) => readFileSync(file), machine);
    return faces;
  }, machineShelf(shelf));
  const bench: Bench = { tools, machine, tables: new TableKeeper() };
  let work: Promise<void> = Promise.resolve();
  port.on('message', (order: Order) => {
    work = work.then(() => carryOut(order, bench, port));
  });
}

async function carryOut(
  { number, task, sent }: Order,
  { tools, machine, tables }: Bench,
  port: MessagePort,
): Promise<void> {
  try {
    const document = sent === null ? null : tables.unpack(sent);
    const { files, findings } = await make({ ...task, document }, tools);
    const made = { files, findings: [...machine.sorted(), ...findings] };
    const answer: Answer = { number, made };
    // Contents that own their memory are handed over, others copied.
    const owned = files.flatMap(({ content: { buffer, byteLength } }) =>
      buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
    );
    port.postMessage(answer, owned);
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    const answer: Answer = { number, fault: { message: fault.message, stack: fault.stack } };
    port.postMessage(answer);
  }
}
