/** Processor seconds of this process while an action runs, on all its threads: what other programs do does not count. */
export async function processorSeconds(action: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Measures of several engines, taken in turn so that a change of the machine's pace meets all alike. */
export class Rounds {
  readonly #seconds = new Map<string, number[]>();

  /** Notes the seconds an engine took for one document in a round. */
  note(engine: string, seconds: number): void {
    const list = this.#seconds.get(engine);
    if (list === undefined) this.#seconds.set(engine, [seconds]);
    else list.push(seconds);
  }

  /** Documents a second: the median of the rounds; null for an engine that did not run. */
  rate(engine: string): number | null {
    const seconds = this.#seconds.get(engine);
    return seconds === undefined ? null : 1 / median(seconds);
  }

  /** How many times as many documents `engine` makes in the time of `other`: the median of the ratios round by round. */
  ratio(engine: string, other: string): number | null {
    const ours = this.#seconds.get(engine);
    const theirs = this.#seconds.get(other);
    if (ours === undefined || theirs === undefined) return null;
    return median(theirs.map((seconds, round) => seconds / (ours[round] ?? Number.NaN)));
  }
}
