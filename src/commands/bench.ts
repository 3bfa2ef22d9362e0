import { bench } from '../bench.ts';
import type { Setting } from './setting.ts';

/** `npm run bench`: measures the build and the writers. Returns the exit code. */
export const benchCommand = (_: readonly string[], setting: Setting): Promise<number> =>
  bench({
    root: setting.root,
    faces: setting.faces(),
    say: setting.terminal.say,
  });
