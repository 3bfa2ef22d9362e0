import type { Made, Samples, Task } from './task.ts';

/** Makes files from tasks, in this thread or in others. */
export interface Maker {
  /** Tasks worth having under way at once. */
  readonly width: number;
  /** Announces the plan whose tasks follow. */
  readonly begin: (samples: Samples) => void;
  readonly make: (task: Task) => Promise<Made>;
}
