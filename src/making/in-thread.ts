import { setImmediate } from 'node:timers/promises';
import { make } from './make.ts';
import type { Maker } from './maker.ts';
import { FaceStock, type Tools } from './tools.ts';

/** Makes files in the thread it is called in, one after another. */
export function makerInThread(tools: Tools): Maker {
  let stock = new FaceStock(tools, new Map());
  return {
    width: 1,
    begin: (samples) => {
      stock = new FaceStock(tools, samples);
    },
    make: async (task) => {
      // Between two tasks the process hears of an interruption.
      await setImmediate();
      return make(task, tools, stock);
    },
  };
}
