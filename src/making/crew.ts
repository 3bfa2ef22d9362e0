import { setImmediate } from 'node:timers/promises';

/** Another thread that makes jobs. `Plan`, `Order` and `Made` are plain data. */
export interface Worker<Plan, Order, Made> {
  /** Has it open a plan: the orders that follow are about its jobs. */
  readonly open: (plan: Plan) => void;
  /** Has it make a job. */
  readonly make: (order: Order) => Promise<Made>;
  readonly close: () => Promise<void>;
}

/**
 * Orders sent to a worker before it has done the first, so that it need not wait while this thread makes a job itself.
 * Of few jobs no more than two, or a worker would still be busy when all others have done.
 */
const depth = { least: 2, most: 8, share: 25 } as const;
/**
 * So many jobs have to be made before workers are believed to be worth their start, and those that run worth opening the
 * plan: what one village changed is fewer, and made here sooner than elsewhere.
 */
const surelyMade = 8;
/**
 * Jobs that pay for the start of workers. With two threads it takes many more: the second core is not idle while one
 * thread works, for V8 compiles there what runs often, and for a worker it compiles all of that again.
 */
const worthWorkers = { two: 400, more: 16 } as const;

/** Where jobs are made: by this thread, and what other threads are told to do the same. */
export interface CrewPlan<Plan, Order, Made> {
  readonly plan: Plan;
  readonly here: (order: Order) => Promise<Made>;
}

interface Waiting<Order, Made> {
  readonly order: Order;
  readonly stays: boolean;
  readonly settle: (made: Promise<Made>) => void;
}

interface Place<Plan, Order, Made> {
  readonly worker: Worker<Plan, Order, Made>;
  /** The plan it was told of last. */
  plan: Plan | null;
  busy: number;
}

/** Who makes jobs: this thread and as many others as there are cores for, which join when there is enough to do. */
export class Crew<Plan, Order, Made> {
  readonly #threads: number;
  readonly #start: (() => Worker<Plan, Order, Made>) | null;
  readonly #workers: Place<Plan, Order, Made>[] = [];
  readonly #waiting: Waiting<Order, Made>[] = [];
  #work: CrewPlan<Plan, Order, Made> | null = null;
  #jobs = 0;
  #asked = 0;
  /** The job this thread makes; done while it makes none. */
  #here: Promise<unknown> = Promise.resolve();
  #busy = false;

  /** `start` starts a worker; null where there are none. `threads` counts this one. */
  constructor(threads: number, start: (() => Worker<Plan, Order, Made>) | null) {
    this.#threads = threads;
    this.#start = start;
  }

  /** Jobs worth having under way at once. */
  get width(): number {
    return this.#threads === 1 || this.#start === null ? 1 : 3 * this.#depth * this.#threads;
  }

  /** Announces how many jobs follow. Where all of them will have to be made, workers start while the plan is made ready. */
  begin(jobs: number, all = false): void {
    this.#work = null;
    this.#jobs = jobs;
    this.#asked = all ? surelyMade : 0;
    if (all && this.#areWorthWorkers) this.#startWorkers();
  }

  /** Tells of the plan the jobs are of. */
  open(work: CrewPlan<Plan, Order, Made>): void {
    this.#work = work;
    if (this.#asked >= surelyMade) for (const place of this.#workers) this.#tell(place, work.plan);
  }

  /** Has a job made as soon as a thread is free; one that `stays` is made by this thread. Each thread takes jobs in their order. */
  make(order: Order, stays = false): Promise<Made> {
    this.#asked += 1;
    if (this.#asked > surelyMade && this.#areWorthWorkers) this.#startWorkers();
    return new Promise((settle) => {
      this.#waiting.push({ order, stays, settle });
      this.#assign();
    });
  }

  /** Ends the workers, whatever they are doing, and the job this thread makes; none that waits is begun. Further jobs start new ones. */
  async close(): Promise<void> {
    for (const { settle } of this.#waiting.splice(0))
      settle(Promise.reject(new Error('the crew was sent home')));
    await Promise.all([this.#here, ...this.#workers.splice(0).map(({ worker }) => worker.close())]);
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
      this.#workers.push({ worker: this.#start(), plan: null, busy: 0 });
    }
  }

  #tell(place: Place<Plan, Order, Made>, plan: Plan): void {
    if (place.plan === plan) return;
    place.plan = plan;
    place.worker.open(plan);
  }

  /** Gives waiting orders to whoever is free, workers first: this thread also looks after the files. */
  #assign(): void {
    for (;;) {
      const [free] = this.#workers.filter((each) => this.#isFree(each)).sort((a, b) => a.busy - b.busy);
      const sent = free === undefined ? -1 : this.#waiting.findIndex(({ stays }) => !stays);
      const [next] = sent >= 0 ? this.#waiting.splice(sent, 1) : this.#busy ? [] : this.#waiting.splice(0, 1);
      if (next === undefined) return;
      next.settle(
        sent >= 0 && free !== undefined ? this.#makeThere(free, next.order) : this.#makeHere(next.order),
      );
    }
  }

  /** Whether a worker has a hand free, and the plan open or reason to open it. */
  #isFree({ busy, plan }: Place<Plan, Order, Made>): boolean {
    return busy < this.#depth && (this.#asked > surelyMade || plan === this.#work?.plan);
  }

  get #opened(): CrewPlan<Plan, Order, Made> {
    if (this.#work === null) throw new Error('no plan is open');
    return this.#work;
  }

  async #makeThere(place: Place<Plan, Order, Made>, order: Order): Promise<Made> {
    place.busy += 1;
    try {
      this.#tell(place, this.#opened.plan);
      return await place.worker.make(order);
    } finally {
      place.busy -= 1;
      this.#assign();
    }
  }

  #makeHere(order: Order): Promise<Made> {
    const made = this.#makeNow(order);
    this.#here = made.catch(() => undefined);
    return made;
  }

  async #makeNow(order: Order): Promise<Made> {
    this.#busy = true;
    try {
      // Between two jobs the process hears of an interruption, and of what workers have done.
      await setImmediate();
      return await this.#opened.here(order);
    } finally {
      this.#busy = false;
      this.#assign();
    }
  }
}
