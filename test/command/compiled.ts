import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type office, Project, type second } from './project.ts';

const source = join(import.meta.dirname, '..', '..');

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A project with the program in it, run as a clerk does: each command a process of its own. */
export class CompiledProject extends Project {
  constructor(...plans: readonly (typeof office | typeof second)[]) {
    super(...plans);
    for (const name of ['src', 'package.json', 'package-lock.json']) {
      cpSync(join(source, name), this.path(name), { recursive: true });
    }
  }

  /** Starts a command. */
  start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
    return spawn(process.execPath, [this.path('src', 'run.mjs'), ...args], {
      cwd: this.root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Runs a command to its end. */
  process(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return ended(this.start(args, environment));
  }

  /** Version of the program as compiled. */
  get program(): string {
    return (JSON.parse(this.read('dist/stamp.json')) as { program: string }).program;
  }
}

/** Waits for the end of a process; its code is null where it was killed. */
export function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
