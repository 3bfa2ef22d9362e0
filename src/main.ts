import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { type Command, exit, type Setting, type Terminal } from './commands/setting.ts';
import { machineDisk } from './delivery/disk.ts';
import type { Builder } from './delivery/lock.ts';
import { Findings } from './diagnostics/findings.ts';
import type { CalendarDate } from './document/calendar-date.ts';
import { readConfiguredFaces } from './fonts/configuration.ts';
import { FaceSet } from './fonts/face-set.ts';
import { locateFaces } from './fonts/locate.ts';
import type { FaceChains } from './fonts/located-face.ts';
import { machineShelf, type ShelfPlace } from './keeping/machine-shelf.ts';
import { noShelf } from './keeping/shelf.ts';
import { type Program, startWorker, type WorkerData } from './making/worker-thread.ts';
import { fontChoiceFile, readFontChoice } from './workspace.ts';

/** The commands by name; each is loaded when it is called, so that none waits for what another needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./commands/build.ts')).buildDocs,
  check: async () => (await import('./commands/check.ts')).checkDocs,
  archive: async () => (await import('./commands/archive.ts')).archiveDocs,
  'verify-archive': async () => (await import('./commands/verify-archive.ts')).verifyArchive,
  fonts: async () => (await import('./commands/fonts.ts')).fonts,
  plan: async () => (await import('./commands/plan.ts')).planDocs,
  merge: async () => (await import('./commands/merge.ts')).mergeDocs,
  watch: async () => (await import('./commands/watch.ts')).watchDocs,
  explain: async () => (await import('./commands/explain.ts')).explain,
  'data-workbook': async () => (await import('./commands/data-workbook.ts')).dataWorkbookCommand,
  print: async () => (await import('./commands/print.ts')).printDocs,
  register: async () => (await import('./commands/register.ts')).registerDocs,
  'data-schema': async () => (await import('./commands/data-schema.ts')).dataSchema,
  bench: async () => (await import('./commands/bench.ts')).benchCommand,
};

/**
 * Runs a command with its arguments in the project's folder; returns the exit code. `program` is the program
 * that runs.
 */
export async function main(
  command: string,
  args: readonly string[],
  root: string,
  terminal: Terminal = processTerminal(),
  program: Program = { version: 'source', compiled: null },
): Promise<number> {
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (load === undefined) {
    terminal.complain(`没有“${command}”这个命令。`);
    return exit.usage;
  }
  const run = await load();
  const stop = new AbortController();
  const interrupted = () => stop.abort(new Interruption());
  for (const signal of signals) process.once(signal, interrupted);
  try {
    return await run(args, settingOf(root, terminal, program, stop.signal));
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    terminal.progress?.(null);
    terminal.complain('已停止：正在做的没有写出任何文件，原有的文件没有变；在这之前已经做完的方案不受影响。');
    return exit.interrupted;
  } finally {
    for (const signal of signals) process.removeListener(signal, interrupted);
  }
}

/** What a worker thread runs: makes what it is for until it is ended. */
export async function work(): Promise<void> {
  const { purpose } = workerData as WorkerData;
  if (parentPort === null) throw new Error('only worker threads are told what to do');
  if (purpose === 'jobs') (await import('./worker.ts')).makeJobs(parentPort);
  else (await import('./bench/letter-thread.ts')).makeLetters(parentPort);
}

/** The clerk stops the command: Ctrl-C, or the terminal is closed. Told twice, the process ends at once. */
class Interruption extends Error {}
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** This process among others. */
const builder: Builder = {
  process: process.pid,
  host: hostname(),
  isRunning: (id) => {
    try {
      process.kill(id, 0);
      return true;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
  now: () => new Date(),
  pause: (milliseconds) => setTimeout(milliseconds),
  every: (milliseconds, action) => {
    const timer = setInterval(action, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};

/** Throws every fault of a stream but that nobody reads it any more. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The terminal of this process; progress is shown and colours are used only where somebody watches. */
function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const watched = stderr.isTTY === true;
  // Whoever reads the output may stop reading (`… | more`): the work goes on all the same.
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosed);
  return {
    say: (text) => void stdout.write(`${text}\n`),
    complain: (text) => void stderr.write(`${text}\n`),
    progress: watched ? (text) => void stderr.write(`\r\u001B[K${text ?? ''}`) : null,
    colour: watched && process.env.NO_COLOR === undefined,
  };
}

/** Version of the program as its package says; empty where there is no package. */
function releaseOf(root: string): string {
  const file = join(root, 'package.json');
  return existsSync(file) ? String(JSON.parse(readFileSync(file, 'utf8')).version) : '';
}

/** The day it is here; builds that must not depend on the clock say it by SOURCE_DATE_EPOCH, in seconds, of UTC. */
function today(): CalendarDate {
  const fixed = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  const date = Number.isFinite(fixed) ? new Date(fixed * 1000) : new Date();
  if (Number.isFinite(fixed))
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** What commands work with on this machine; faces are opened when first asked for. */
function settingOf(root: string, terminal: Terminal, program: Program, signal: AbortSignal): Setting {
  const findings = new Findings();
  let chains: FaceChains | null = null;
  let faces: FaceSet | null = null;
  const locate = (): FaceChains => {
    chains ??= locateAll(root, findings);
    return chains;
  };
  const version = `${program.version} ${process.version}`;
  const { compiled } = program;
  const shelf: ShelfPlace = { folder: join(root, '.cache', 'kept'), program: version };
  return {
    root,
    platform: process.platform,
    terminal,
    release: releaseOf(root),
    today,
    now: () => performance.now(),
    disk: machineDisk,
    builder,
    signal,
    findings,
    program: version,
    shelf: compiled === null ? noShelf : machineShelf(shelf),
    cores: availableParallelism(),
    startWorker:
      compiled === null
        ? null
        : (purpose) => {
            clearAwayAlone();
            return startWorker(compiled.worker, { purpose, chains: locate(), shelf, program });
          },
    // V8 would let its heaps grow to four times what is held before it looks what can go.
    spareMemory: (percent) => setFlagsFromString(`--heap-growing-percent=${percent}`),
    chains: locate,
    faces: () => {
      faces ??= new FaceSet(locate(), (file) => readFileSync(file), findings);
      return faces;
    },
    anew: () => settingOf(root, terminal, program, signal),
    watch: async (folders, changed) =>
      (await import('./watch-folders.ts')).watchFolders(root, folders, changed),
  };
}

/**
 * From now on no thread has others help it clear away garbage: they have work of their own on their processors, and to be helped
 * takes a tenth of the time then.
 */
const clearAwayAlone = (): void => setFlagsFromString('--no-parallel-scavenge');

function locateAll(root: string, findings: Findings): FaceChains {
  const machine = { platform: process.platform, environment: process.env, home: homedir(), root };
  const choice = readFontChoice(root);
  const configured = choice === null ? {} : readConfiguredFaces(choice, fontChoiceFile, findings);
  return locateFaces(machine, configured, findings);
}
