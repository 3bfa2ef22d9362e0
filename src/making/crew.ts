import { setImmediate } from 'node:timers/promises';
import { rowCount } from '../document/sheet-rows.ts';
import { make } from './make.ts';
import type { Made, Task } from './task.ts';
import type { Tools } from './tools.ts';

/** Another thread that makes files. */
export interface Worker {
  readonly make: (task: Task) => Promise<Made>;
  readonly close: () => Promise<void>;
}

/**
 * Tasks sent to a worker before it has done the first, so that it need not wait while this thread composes and writes files.
 * Of few jobs no more than two, or a worker would still be busy when all others have done.
 */
const depth = { least: 2, most: 8, share: 25 } as const;
/** So many jobs have to be made before workers are believed to be worth their start. */
const surelyMade = 3;
/**
 * Jobs that pay for the start of workers. With two threads it takes many more: the second core is not idle while one
 * thread works, for V8 compiles there what runs often, and for a worker it compiles all of that again.
 */
const worthWorkers = { two: 400, more: 16 } as const;

/** A list of so many rows is not copied to another thread: both copies at once would be the most memory of all. */
const fewRows = 5_000;

/** Whether a task may as well be sent to another thread. */
const isLight = ({ workbook }: Task): boolean =>
  workbook === null || workbook.sheets.reduce((sum, sheet) => sum + rowCount(sheet), 0) <= fewRows;

/** Who makes files: this thread and as many others as there are cores for, which join when there is enough to do. */
export class Crew {
  readonly #tools: Tools;
  readonly #threads: number;
  readonly #start: (() => Worker) | null;
  readonly #workers: { readonly worker: Worker; busy: number }[] = [];
  readonly #waiting: { readonly task: Task; readonly settle: (made: Promise<Made>) => void }[] = [];
  #jobs = 0;
  #asked = 0;
  #busy = false;

  /** `start` starts a worker; null where there are none. `threads` counts this one. */
  constructor(tools: Tools, threads: number, start: (() => Worker) | null) {
    this.#tools = tools;
    this.#threads = threads;
    this.#start = start;
  }

  /** Tasks worth having under way at once. */
  get width(): number {
    return this.#threads === 1 || this.#start === null ? 1 : 3 * this.#depth * this.#threads;
  }

  /** Announces how many jobs follow. Where all of them will have to be made, workers start while the first is composed. */
  begin(jobs: number, all = false): void {
    this.#jobs = jobs;
    this.#asked = all ? surelyMade : 0;
    if (all && this.#areWorthWorkers) this.#startWorkers();
  }

  /** Makes the files of a task as soon as a thread is free. */
  make(task: Task): Promise<Made> {
    this.#asked += 1;
    if (this.#asked > surelyMade && this.#areWorthWorkers) this.#startWorkers();
    return new Promise((settle) => {
      this.#waiting.push({ task, settle });
      this.#assign();
    });
  }

  /** Ends the workers, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map(({ worker }) => worker.close()));
  }

  get #depth(): number {
    const share = Math.floor(this.#jobs / (depth.share * this.#threads));
    return Math.min(depth.most, Math.max(depth.least, share));
  }

  get #areWorthWorkers(): boolean {
    return this.#jobs >= (this.#threads > 2 ? worthWorkers.more : worthWorkers.two);
  }

  #startWorkers(): void {
    while (this.#start !== null && this.#workers.length < this.#threads - 1) {
      this.#workers.push({ worker: this.#start(), busy: 0 });
    }
  }

  /** Gives waiting tasks to whoever is free, workers first: this thread also composes. */
  #assign(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const able = isLight(next.task) ? this.#workers : [];
      const [free] = able.filter(({ busy }) => busy < this.#depth).sort((a, b) => a.busy - b.busy);
      if (free === undefined && this.#busy) return;
      this.#waiting.shift();
      next.settle(free === undefined ? this.#makeHere(next.task) : this.#makeThere(free, next.task));
    }
  }

  async #makeThere(place: { readonly worker: Worker; busy: number }, task: Task): Promise<Made> {
    place.busy += 1;
    try {
      return await place.worker.make(task);
    } finally {
      place.busy -= 1;
      this.#assign();
    }
  }

  async #makeHere(task: Task): Promise<Made> {
    this.#busy = true;
    try {
      // Between two tasks the process hears of an interruption, and of what workers have done.
      await setImmediate();
      return await make(task, this.#tools);
    } finally {
      this.#busy = false;
      this.#assign();
    }
  }
}
