import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a process took, from its start to its end. */
export interface Taken {
  readonly seconds: number;
  /** Seconds of processors, all threads together: what other programs do does not count. */
  readonly processor: number;
  /** Peak of memory. */
  readonly megabytes: number;
}

/** A village as the data have it. */
const village = (name: string, year: number, remark: string): string =>
  `  - { 名称: ${name}, 达标年度: ${year}${remark} }`;

/** An office of its own with a copy of a plan, in which builds run as the clerk starts them: each a process. */
export class Office {
  readonly #project: string;
  readonly #plan: string;
  readonly #root = mkdtempSync(join(tmpdir(), 'bench-'));

  constructor(project: string, plan: string) {
    this.#project = project;
    this.#plan = plan;
    cpSync(join(project, 'templates'), join(this.#root, 'templates'), { recursive: true });
    cpSync(join(project, 'data', plan), join(this.#root, 'data', plan), { recursive: true });
    mkdirSync(join(this.#root, '.cache'));
    for (const shared of ['node_modules', join('.cache', 'fonts')]) {
      symlinkSync(join(project, shared), join(this.#root, shared), 'junction');
    }
    this.#writeStart();
  }

  /** Gives the plan so many villages; the first one has a remark. */
  settle(villages: number, remark = ''): void {
    const lines = Array.from({ length: villages }, (_, index) => {
      const year = index < villages * 0.3 ? 2022 : index < villages * 0.8 ? 2023 : 2024;
      return village(`第${index + 1}村`, year, index === 0 && remark !== '' ? `, 备注: ${remark}` : '');
    });
    writeFileSync(this.#villages, `村居:\n${lines.join('\n')}\n`);
  }

  /** Gives the first village of the plan another remark, saved in one step as editors do. */
  remark(words: string): void {
    const text = readFileSync(this.#villages, 'utf8');
    const changed = text.replace(/(- \{ 名称: [^,}]+, 达标年度: \d+)[^}]*\}/u, `$1, 备注: ${words} }`);
    writeFileSync(`${this.#villages}.tmp`, changed);
    renameSync(`${this.#villages}.tmp`, this.#villages);
  }

  /** Folder of what is built. */
  get output(): string {
    return join(this.#root, 'output', this.#plan);
  }

  /** Starts a command that goes on until it is told to stop. */
  start(command: string): ChildProcess {
    return spawn(process.execPath, [this.#start, command], { stdio: ['ignore', 'pipe', 'ignore'] });
  }

  get #start(): string {
    return join(this.#root, 'start.mjs');
  }

  get #villages(): string {
    return join(this.#root, 'data', this.#plan, '村居.yaml');
  }

  /** Forgets all that was built. */
  clear(): void {
    for (const folder of ['output', join('.cache', 'build')]) {
      rmSync(join(this.#root, folder), { recursive: true, force: true });
    }
  }

  /** Builds in a new process. Throws where the build fails. */
  build(...options: readonly string[]): Taken {
    const { stderr, stdout, status } = spawnSync(process.execPath, [this.#start, 'build', ...options], {
      encoding: 'utf8',
    });
    const taken = /@@(.*)$/u.exec(stderr)?.[1];
    if (status !== 0 || taken === undefined) throw new Error(stdout + stderr);
    const [seconds = 0, processor = 0, megabytes = 0] = JSON.parse(taken) as number[];
    return { seconds, processor, megabytes };
  }

  /** A file that starts the program as `src/run.mjs` does, but in this office, and tells what it took. */
  #writeStart(): void {
    const source = join(this.#project, 'src');
    const load = JSON.stringify(pathToFileURL(join(source, 'load-program.mjs')).href);
    const program = JSON.stringify({
      version: 'bench',
      compiled: {
        folder: join(this.#project, 'dist'),
        use: 'build-in-bench',
        worker: join(source, 'run-worker.mjs'),
      },
    });
    writeFileSync(
      this.#start,
      `import { loadProgram } from ${load};
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const taken = [performance.now() / 1e3, (user + system) / 1e6, process.resourceUsage().maxRSS / 1024];
  process.stderr.write('\\n@@' + JSON.stringify(taken));
});
const program = ${program};
const { main } = loadProgram(program);
process.exitCode = await main(process.argv[2], process.argv.slice(3), import.meta.dirname, undefined, program);
`,
    );
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
