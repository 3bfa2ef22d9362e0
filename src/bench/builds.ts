import { median } from './measure.ts';
import { Office, type Taken } from './office.ts';

/** Builds of a kind; the median is told. */
const times = 3;
/** Villages many documents are made for, and how many more of them there may be. */
const villages = { some: 400, many: 10_000 } as const;
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

/** Task sheets of hundreds of villages with one thread and with two; with `all` of thousands, too. */
export function* manyBuilds(project: string, plan: string, all: boolean): Generator<string> {
  const office = new Office(project, plan);
  try {
    const build = (count: number, threads: number): Taken => {
      office.clear();
      office.settle(count);
      return office.build(...sheets, '--jobs', String(threads));
    };
    const pairs = Array.from(
      { length: times },
      () => [build(villages.some, 1), build(villages.some, 2)] as const,
    );
    const one = middle(pairs.map(([single]) => single));
    const two = middle(pairs.map(([, double]) => double));
    const gain = median(pairs.map(([single, double]) => single.seconds / double.seconds));
    yield `${villages.some} 个村的任务书，一个线程   ${shown(one)}`;
    yield `${villages.some} 个村的任务书，两个线程   ${shown(two)}，是一个线程的 ${gain.toFixed(2)} 倍快`;
    if (!all) return;
    const many = build(villages.many, 1);
    const rates = [one.processor / villages.some, many.processor / villages.many] as const;
    yield `${villages.many} 个村的任务书，一个线程 ${shown(many)}，每份用时是 ${villages.some} 个村时的 ${(rates[1] / rates[0]).toFixed(2)} 倍`;
  } finally {
    office.close();
  }
}
