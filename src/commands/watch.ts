import { type BuildRequest, readArguments } from '../arguments.ts';
import { sha256Of } from '../delivery/sha256.ts';
import { Findings } from '../diagnostics/findings.ts';
import { choosePlans, fontChoiceFile } from '../workspace.ts';
import { buildPlans, type Workforce, workforceFor } from './build-plans.ts';
import { isHalfPlaced } from './failed-words.ts';
import { allFound, hashesOf, readTexts, type Texts } from './plan-texts.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

const help = `用法：npm run watch:docs -- [选项]

看着 data 和 templates：一保存就重新生成有变化的文件，有错误就说明在哪里、保留上次生成的文件，改好后接着来。
选项同 build:docs；按 Ctrl-C 结束。`;

/** An editor saves in several steps: so long nothing more has to happen before a change counts, in milliseconds. */
const settled = 30;

/** `npm run watch:docs`: builds, then again whenever something is saved, until Ctrl-C. Returns the exit code. */
export async function watchDocs(args: readonly string[], setting: Setting): Promise<number> {
  const { terminal, signal, builder } = setting;
  const findings = new Findings();
  const request = readArguments(args, findings);
  if (request === 'help') {
    terminal.say(help);
    return exit.ok;
  }
  if (request === null) {
    showFindings(findings.sorted(), new Map(), terminal, false);
    return exit.usage;
  }
  const changes = new Changes();
  const stop = await setting.watch(['data', 'templates'], (path) => changes.add(path));
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const watcher = new Watcher(request, setting);
  try {
    for (;;) {
      const built = await watcher.build();
      if (built === 'done') terminal.say('正在看着 data 和 templates，保存后自动重新生成；按 Ctrl-C 结束。');
      await Promise.race([changes.any(), stopped]);
      if (signal.aborted) return exit.ok;
      await changes.settle(builder.pause);
      if (changes.take().has(fontChoiceFile)) watcher.renew();
    }
  } catch (error) {
    if (signal.aborted) return exit.ok;
    throw error;
  } finally {
    await Promise.all([stop(), watcher.close()]);
  }
}

/** Files that were saved since they were last asked for. */
class Changes {
  #paths = new Set<string>();
  #heard: () => void = () => undefined;

  add(path: string): void {
    this.#paths.add(path);
    this.#heard();
  }

  /** Waits for a change. */
  any(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
      if (this.#paths.size > 0) resolve();
    });
  }

  /** Waits until nothing more comes for a moment. */
  async settle(pause: (milliseconds: number) => Promise<void>): Promise<void> {
    let last = false;
    while (!last) {
      last = true;
      this.#heard = () => {
        last = false;
      };
      await pause(settled);
    }
  }

  take(): ReadonlySet<string> {
    const paths = this.#paths;
    this.#paths = new Set();
    return paths;
  }
}

/** Builds again and again with what was opened once: faces, their glyphs, worker threads. */
class Watcher {
  readonly #request: BuildRequest;
  #setting: Setting;
  #workforce: Workforce;
  /** Texts of the last build, to know a save without a change. */
  #texts = '';
  #failed = false;

  constructor(request: BuildRequest, setting: Setting) {
    this.#request = request;
    this.#setting = setting;
    this.#workforce = workforceFor(request, setting);
  }

  /** The faces of the machine are looked for anew. */
  renew(): void {
    this.#texts = '';
    this.#setting = this.#setting.anew();
    void this.#workforce.crew.close();
    this.#workforce = workforceFor(this.#request, this.#setting);
  }

  /** Builds what changed; returns what came of it: `same` where nothing but the time of a file was another. */
  async build(): Promise<'done' | 'failed' | 'same'> {
    const { root, terminal, now } = this.#setting;
    const started = now();
    const findings = new Findings();
    const names = choosePlans(root, this.#request.plans, findings) ?? [];
    const texts = readTexts(names, this.#setting);
    const all = allOf(texts);
    if (all === this.#texts) return 'same';
    this.#texts = all;
    const { reports, plans } = await buildPlans(
      texts,
      this.#request,
      findings,
      this.#setting,
      this.#workforce,
    );
    const found = allFound(findings, plans);
    const failed = found.some(({ severity }) => severity === 'error');
    // Notes about the machine were told with the first build.
    showFindings(
      found.filter(({ severity }) => severity !== 'note'),
      texts.sources,
      terminal,
      this.#request.json,
    );
    for (const report of reports) terminal.say(report);
    if (isHalfPlaced({ findings: found }))
      terminal.complain('文件只换好了一部分，在换完之前不要印发。照提示处理后随便保存一次，就会换完。');
    else if (failed) terminal.complain('有错误，上次生成的文件没有变。改好保存后会自动再来。');
    else terminal.say(`${this.#failed ? '已改好。' : ''}用时 ${((now() - started) / 1000).toFixed(2)} 秒。`);
    this.#failed = failed;
    // What hindered it may lie outside the texts, as a file held open: the next save tries again, whatever it changed.
    if (failed) this.#texts = '';
    return failed ? 'failed' : 'done';
  }

  close(): Promise<void> {
    return this.#workforce.crew.close();
  }
}

/** A hash of all that was read: the same for a save that changed nothing. */
const allOf = ({ plans, templates }: Texts): string =>
  sha256Of(JSON.stringify([hashesOf(templates), plans.map(({ name, beside }) => [name, beside])]));
