import { median } from './measure.ts';
import { Office, type Taken } from './office.ts';

/** Builds of a kind; the median is told. */
const times = 3;
/** Villages that documents are made for: many, so many that starting hardly counts, and far more than there ever are. */
const villages = { many: 400, more: 2000, most: [2000, 5000, 10_000] } as const;
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
export function* wholeBuilds(project: string, plan: string): Generator<string> {
  const office = new Office(project, plan);
  try {
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
  } finally {
    office.close();
  }
}

/** Task sheets of many villages with one thread and with two. */
export function* manyBuilds(project: string, plan: string): Generator<string> {
  const office = new Office(project, plan);
  try {
    const build = (count: number, threads: number): Taken => {
      office.clear();
      office.settle(count);
      return office.build(...sheets, '--jobs', String(threads));
    };
    const pair = (count: number) => [build(count, 1), build(count, 2)] as const;
    const pairs = Array.from({ length: times }, () => pair(villages.many));
    const one = middle(pairs.map(([single]) => single));
    const two = middle(pairs.map(([, double]) => double));
    const gain = median(pairs.map(([single, double]) => single.seconds / double.seconds));
    yield `${villages.many} 个村的任务书，一个线程   ${shown(one)}`;
    yield `${villages.many} 个村的任务书，两个线程   ${shown(two)}，是一个线程的 ${gain.toFixed(2)} 倍快`;
    const [single, double] = pair(villages.more);
    yield `${villages.more} 个村的任务书，一个线程  ${shown(single)}`;
    yield `${villages.more} 个村的任务书，两个线程  ${shown(double)}，是一个线程的 ${(single.seconds / double.seconds).toFixed(2)} 倍快`;
    // What both numbers of villages take alike is the start.
    const steady = (single.seconds - one.seconds) / (double.seconds - two.seconds);
    const rate = (villages.more - villages.many) / (single.seconds - one.seconds);
    yield `  不算启动：一个线程每秒 ${rate.toFixed(0)} 个村，两个线程是一个线程的 ${steady.toFixed(2)} 倍快`;
  } finally {
    office.close();
  }
}

/** Whole sets, workbooks too, of thousands of villages: time a village, and memory. */
export function* largeBuilds(project: string, plan: string): Generator<string> {
  const office = new Office(project, plan);
  try {
    const sets = [villages.many, ...villages.most].map((count) => {
      office.clear();
      office.settle(count);
      return { count, taken: office.build() };
    });
    const [first] = sets;
    for (const { count, taken } of sets) {
      const each = (1000 * taken.processor) / count;
      const before = first === undefined ? each : (1000 * first.taken.processor) / first.count;
      const share = (100 * each) / before;
      yield `${count} 个村的整套文件　${shown(taken)}，每村处理器 ${each.toFixed(1)} 毫秒，是 ${villages.many} 个村时的 ${share.toFixed(0)}%`;
    }
  } finally {
    office.close();
  }
}
