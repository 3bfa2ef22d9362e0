import { type MessagePort, Worker as Thread } from 'node:worker_threads';
import type { FaceChains } from '../fonts/located-face.ts';
import type { ShelfPlace } from '../keeping/machine-shelf.ts';
import type { Worker } from './crew.ts';

/** What a worker is told: to open a plan, or to make one of its jobs, which it answers. */
export type Instruction<Plan, Order> =
  | { readonly plan: Plan }
  | { readonly number: number; readonly order: Order };

/** What a worker answers. */
export type Answer<Made> = { readonly number: number } & (
  | { readonly made: Made }
  | { readonly fault: { readonly message: string; readonly stack: string | undefined } }
);

/** The program that runs. */
export interface Program {
  /** Changes with its code. */
  readonly version: string;
  /** How it was compiled; null where it runs from its sources: then nothing is kept and there are no other threads. */
  readonly compiled: {
    /** Where it lies, and what it is loaded for. */
    readonly folder: string;
    readonly use: string;
    /** The file worker threads start with. */
    readonly worker: string;
  } | null;
}

/** What a worker is for: the jobs of plans, or in the bench the letters all engines make. */
export type Purpose = 'jobs' | 'letters';

/** What a worker starts with. */
export interface WorkerData {
  readonly purpose: Purpose;
  readonly program: Program;
  readonly chains: FaceChains;
  readonly shelf: ShelfPlace;
}

interface Pending<Made> {
  readonly resolve: (made: Made) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread that runs the compiled program. */
export function startWorker<Plan, Order, Made>(
  file: string,
  workerData: WorkerData,
): Worker<Plan, Order, Made> {
  const thread = new Thread(file, { workerData });
  const pending = new Map<number, Pending<Made>>();
  let last = 0;
  let ended: Error | null = null;
  const failAll = (error: Error): void => {
    ended ??= error;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  thread.on('message', (answer: Answer<Made>) => {
    const waiting = pending.get(answer.number);
    pending.delete(answer.number);
    if ('made' in answer) waiting?.resolve(answer.made);
    else {
      const { message, stack } = answer.fault;
      waiting?.reject(Object.assign(new Error(message), stack === undefined ? {} : { stack }));
    }
  });
  thread.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  thread.on('exit', () => failAll(new Error('a worker ended before its work was done')));
  const tell = (instruction: Instruction<Plan, Order>): void => thread.postMessage(instruction);
  return {
    open: (plan) => tell({ plan }),
    make: (order) =>
      new Promise((resolve, reject) => {
        // A thread that ended while it had nothing to do answers nobody.
        if (ended !== null) return reject(ended);
        last += 1;
        pending.set(last, { resolve, reject });
        tell({ number: last, order });
      }),
    close: async () => {
      await thread.terminate();
    },
  };
}

/** What a worker thread does about what it is told. */
export interface Duties<Plan, Order, Made> {
  readonly open: (plan: Plan) => void;
  readonly make: (order: Order) => Promise<Made>;
}

/** In the worker thread: carries out what it is told, one after another. What hindered it to open a plan it answers to each order. */
export function obey<Plan, Order, Made>(port: MessagePort, { open, make }: Duties<Plan, Order, Made>): void {
  let hindered: unknown = null;
  const carryOut = async (told: Instruction<Plan, Order>): Promise<void> => {
    if ('plan' in told) {
      hindered = faultIn(() => open(told.plan));
      return;
    }
    const { number, order } = told;
    const send = (answer: Answer<Made>): void => port.postMessage(answer);
    try {
      if (hindered !== null) throw hindered;
      send({ number, made: await make(order) });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      send({ number, fault: { message, stack } });
    }
  };
  let work: Promise<void> = Promise.resolve();
  port.on('message', (told: Instruction<Plan, Order>) => {
    work = work.then(() => carryOut(told));
  });
}

/** What an action throws; null where it comes to its end. */
function faultIn(action: () => void): unknown {
  try {
    action();
    return null;
  } catch (error) {
    return error;
  }
}
