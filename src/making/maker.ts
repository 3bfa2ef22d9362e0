import type { Made, Task } from './task.ts';

/** Makes files from tasks, in this thread or in others. */
export interface Maker {
  /** Tasks worth having under way at once. */
  readonly width: number;
  readonly make: (task: Task) => Promise<Made>;
}
