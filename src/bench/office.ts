import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

/** Gives an action a folder for its offices, which is removed after it. */
export async function onGround<T>(action: (ground: string) => Promise<T>): Promise<T> {
  const ground = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await action(ground);
  } finally {
    rmSync(ground, { recursive: true, force: true });
  }
}

/** Has a process and all its threads run on the first processor alone; null where that can't be had. */
export const onOneProcessor: readonly string[] | null =
  spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : null;

/**
 * An office of its own with a copy of a plan, in which builds run as the clerk starts them: each a process. It stands in
 * a folder of the bench's and never removes a file: some file systems make new ones forty times as slowly for minutes
 * after many were removed.
 */
export class Office {
  readonly #project: string;
  readonly #plan: string;
  readonly #root: string;

  constructor(project: string, plan: string, ground: string) {
    this.#project = project;
    this.#plan = plan;
    this.#root = mkdtempSync(join(ground, 'office-'));
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
    const aside = mkdtempSync(join(this.#root, 'aside-'));
    for (const folder of ['output', join('.cache', 'build')]) {
      const full = join(this.#root, folder);
      if (existsSync(full)) renameSync(full, join(aside, basename(folder)));
    }
  }

  /** Builds in a new process, which `under` may say how to start. Throws where the build fails. */
  build(options: readonly string[] = [], under: readonly string[] = []): Taken {
    const [program = '', ...rest] = [...under, process.execPath, this.#start, 'build', ...options];
    const { stderr, stdout, status } = spawnSync(program, rest, { encoding: 'utf8' });
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
}
