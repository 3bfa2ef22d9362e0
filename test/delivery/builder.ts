import type { Builder } from '../../src/delivery/lock.ts';

/** A process that builds, alone on its machine unless told otherwise; it waits without taking time. */
export function testBuilder(changes: Partial<Builder> = {}): Builder {
  return {
    process: 101,
    host: '办公室',
    isRunning: (id) => id === 101,
    now: () => new Date(2026, 10, 25, 9, 30),
    pause: () => Promise.resolve(),
    every: () => () => undefined,
    ...changes,
  };
}
