import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../src/delivery/manifest.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { main } from '../../src/main.ts';

const source = join(import.meta.dirname, '..', '..');

/** The office's plan, and the small one of the fixtures. */
export const office = '2022-清廉村居创建';
export const second = '2024-人居环境整治';
const homes = { [office]: 'data', [second]: 'test/fixtures/plans' } as const;

/** What a command said and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Texts of the progress line, null where it was removed. */
  readonly progress: readonly (string | null)[];
}

/** A project folder of its own, with Chinese and blanks in its path, in which commands run. */
export class Project {
  readonly root = join(mkdtempSync(join(tmpdir(), 'office-')), '党政办 公文');

  constructor(...plans: readonly (typeof office | typeof second)[]) {
    mkdirSync(join(this.root, 'data'), { recursive: true });
    cpSync(join(source, 'templates'), join(this.root, 'templates'), { recursive: true });
    for (const plan of plans) {
      cpSync(join(source, homes[plan], plan), join(this.root, 'data', plan), { recursive: true });
    }
    mkdirSync(join(this.root, '.cache'));
    for (const folder of ['node_modules', join('.cache', 'fonts')]) {
      symlinkSync(join(source, folder), join(this.root, folder), 'junction');
    }
  }

  /** Runs `npm run build:docs -- <args>` in this process. */
  async build(...args: readonly string[]): Promise<Outcome> {
    return this.run('build', args);
  }

  /** Runs a command in this process, as on a terminal where `watched`. */
  async run(command: string, args: readonly string[], watched = false, program?: string): Promise<Outcome> {
    const out: string[] = [];
    const err: string[] = [];
    const progress: (string | null)[] = [];
    const code = await main(
      command,
      args,
      this.root,
      {
        say: (text) => void out.push(`${text}\n`),
        complain: (text) => void err.push(`${text}\n`),
        progress: watched ? (text) => void progress.push(text) : null,
        colour: watched,
      },
      program === undefined ? undefined : { version: program, compiled: null },
    );
    return { code, out: out.join(''), err: err.join(''), progress };
  }

  path(...steps: readonly string[]): string {
    return join(this.root, ...steps);
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  /** Replaces the first occurrence of a text in a file; throws where there is none. */
  edit(path: string, from: string, to: string): void {
    const before = this.read(path);
    if (!before.includes(from)) throw new Error(`${path} does not hold ${from}`);
    this.write(
      path,
      before.replace(from, () => to),
    );
  }

  /** Where a text first stands in a file, as findings name it: `data/…/村居.yaml:6:11`. */
  at(path: string, text: string): string {
    const lines = this.read(path).split('\n');
    const line = lines.findIndex((each) => each.includes(text));
    if (line === -1) throw new Error(`${path} does not hold ${text}`);
    const before = (lines[line] ?? '').split(text)[0] ?? '';
    return `${path}:${line + 1}:${[...before].length + 1}`;
  }

  /** All files below a folder with what they hold, as Latin-1 text; null where there is no such folder. */
  snapshot(folder: string): ReadonlyMap<string, string> | null {
    try {
      const entries = readdirSync(this.path(folder), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const start = this.path(folder).length + 1;
      return new Map(
        files.sort().map((file) => [file.slice(start).replaceAll('\\', '/'), readFileSync(file, 'latin1')]),
      );
    } catch {
      return null;
    }
  }

  /** Paths of all files below a folder, sorted; empty where there is no such folder. */
  files(folder: string): readonly string[] {
    return [...(this.snapshot(folder)?.keys() ?? [])];
  }

  manifest(folder: string): Manifest {
    return JSON.parse(this.read(`${folder}/manifest.json`)) as Manifest;
  }

  removeFile(path: string): void {
    rmSync(this.path(path));
  }

  /** Removes the project. */
  remove(): void {
    rmSync(dirname(this.root), { recursive: true });
  }
}

/** Findings printed by `--json`. */
export const records = ({ out }: Outcome): readonly Finding[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Finding);

/** The first lines of faults and where they are, as `错误：… data/…:3:5`. */
export function faultLines(printed: string): readonly string[] {
  const lines = printed.split('\n');
  return lines.flatMap((line, index) => {
    if (!/^(?:错误|警告)：/.test(line)) return [];
    const where = /^ {2}在 (.*)$/.exec(lines[index + 1] ?? '')?.[1];
    return [where === undefined ? line : `${line} ${where}`];
  });
}
