import { median } from './measure.ts';
import { Office, onGround, onOneProcessor, type Taken } from './office.ts';

/** Builds of a kind; the median is told. */
const times = 3;
/** Villages that documents are made for: many, so many that starting hardly counts, and far more than there ever are. */
const villages = { many: 400, more: 2000, most: [2000, 5000, 10_000, 20_000] } as const;
/** The documents counted: a task sheet in Word and PDF for each village. */
const sheets = ['--only', 'task-sheet', '--format', 'docx,pdf'] as const;

const middle = (all: readonly Taken[]): Taken => ({
  seconds: median(all.map(({ seconds }) => seconds)),
  processor: median(all.map(({ processor }) => processor)),
  megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
});

const shown = ({ seconds, processor, megabytes }: Taken): string =>
  `${seconds.toFixed(2)} 秒（处理器 ${processor.toFixed(2)} 秒），内存峰值 ${megabytes.toFixed(0)} MB`;

/** The shipped plan as the clerk builds it: all of it, again, and after a change of one village. */
export function* wholeBuilds(project: string, plan: string, ground: string): Generator<string> {
  const office = new Office(project, plan, ground);
  const repeat = (prepare: (time: number) => void): Taken =>
    middle(
      Array.from({ length: times }, (_, time) => {
        prepare(time);
        return office.build();
      }),
    );
  yield `整套文件，从头生成        ${shown(repeat(() => office.clear()))}`;
  yield `什么都没改，再生成一次    ${shown(repeat(() => undefined))}`;
  yield `改了一个村的备注          ${shown(repeat((time) => office.remark(`第${time + 1}次修改`)))}`;
}

/** Who makes the task sheets: a thread that has one processor for all it does, one thread, and two. */
const hands: readonly {
  readonly name: string;
  readonly threads: number;
  readonly under: readonly string[];
}[] = [
  ...(onOneProcessor === null ? [] : [{ name: '一个线程、一个处理器', threads: 1, under: onOneProcessor }]),
  { name: '一个线程', threads: 1, under: [] },
  { name: '两个线程', threads: 2, under: [] },
];

/** Task sheets of many villages with one thread and with two. */
export function* manyBuilds(project: string, plan: string, ground: string): Generator<string> {
  const office = new Office(project, plan, ground);
  for (const count of [villages.many, villages.more]) {
    office.settle(count);
    const rounds = Array.from({ length: times }, () =>
      hands.map(({ threads, under }) => {
        office.clear();
        return office.build([...sheets, '--jobs', String(threads)], under);
      }),
    );
    for (const [index, { name }] of hands.entries()) {
      const own = rounds.flatMap((round) => round[index] ?? []);
      const gain = median(rounds.map((round) => (round[index]?.seconds ?? 0) / (round.at(-1)?.seconds ?? 0)));
      const compared = index === hands.length - 1 ? '' : `；两个线程是它的 ${gain.toFixed(2)} 倍快`;
      yield `${count} 个村的任务书，${name}　${shown(middle(own))}${compared}`;
    }
  }
}

/** Whole sets, workbooks too, of thousands of villages: time a village, and memory. Each is removed before the next: it is gigabytes. */
export async function* largeBuilds(project: string, plan: string): AsyncGenerator<string> {
  let before: number | null = null;
  for (const count of [villages.many, ...villages.most]) {
    const taken = await onGround(async (ground) => {
      const office = new Office(project, plan, ground);
      office.settle(count);
      return office.build();
    });
    const each = (1000 * taken.processor) / count;
    before ??= each;
    const share = (100 * each) / before;
    yield `${count} 个村的整套文件　${shown(taken)}，每村处理器 ${each.toFixed(1)} 毫秒，是 ${villages.many} 个村时的 ${share.toFixed(0)}%`;
  }
}
