import { largeBuilds, manyBuilds, wholeBuilds } from './bench/builds.ts';
import { duel } from './bench/duel.ts';
import { onGround } from './bench/office.ts';
import { reportReading } from './bench/read-workbook.ts';
import { reportThreads } from './bench/threads.ts';
import { reportWatching } from './bench/watching.ts';
import type { FaceSet } from './fonts/face-set.ts';

/** What the bench needs of the machine. */
export interface BenchSetting {
  readonly root: string;
  readonly faces: FaceSet;
  readonly say: (text: string) => void;
}

/** Plan whose documents are measured. */
const plan = '2022-清廉村居创建';

/**
 * Measures the writers against others, reading, and whole builds as processes; prints medians, and ratios that hold on
 * any machine. `all` measures whole sets of thousands of villages, too, which takes a quarter of an hour.
 */
export async function bench(setting: BenchSetting, all: boolean): Promise<number> {
  const { root, say } = setting;
  await onGround(async (ground) => {
    // Processes first, while this one is small: their peak of memory counts from that of the one that starts them.
    for (const line of wholeBuilds(root, plan, ground)) say(line);
    say(await reportWatching(root, plan, ground));
    for (const line of manyBuilds(root, plan, ground)) say(line);
    say(await reportThreads(root));
    if (all) for await (const line of largeBuilds(root, plan)) say(line);
    for (const line of await reportReading(root, plan)) say(line);
    await duel(setting);
  });
  return 0;
}
