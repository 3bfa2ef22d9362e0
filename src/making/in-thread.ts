import { setImmediate } from 'node:timers/promises';
import type { FaceSet } from '../fonts/face-set.ts';
import { make } from './make.ts';
import type { Maker } from './maker.ts';
import { Tools } from './tools.ts';

/** Makes files in the thread it is called in, one after another; `faces` are those of this machine. */
export function makerInThread(faces: () => FaceSet): Maker {
  const tools = new Tools(faces);
  return {
    width: 1,
    make: async (task) => {
      // Between two tasks the process hears of an interruption.
      await setImmediate();
      return make(task, tools);
    },
  };
}
