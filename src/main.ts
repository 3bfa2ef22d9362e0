import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { helpText, readArguments } from './arguments.ts';
import { manifestText, mergeJobs, readManifest } from './delivery/manifest.ts';
import { writeFiles } from './delivery/write-files.ts';
import { Findings } from './diagnostics/findings.ts';
import { printFindings } from './diagnostics/print.ts';
import { FaceSet } from './fonts/face-set.ts';
import { listFaces } from './fonts/list-faces.ts';
import { loadSubsetter } from './fonts/load-subsetter.ts';
import { locateFaces } from './fonts/locate.ts';
import { runProgram, setUpFonts } from './fonts/set-up.ts';
import type { Machine } from './fonts/system-fonts.ts';
import { build } from './pipeline.ts';
import { choosePlans, readPlanFiles, readTemplates, type TextFiles } from './workspace.ts';

/** Exit codes: everything well, errors found and nothing written, command misused. */
const exit = { ok: 0, errors: 1, usage: 2 } as const;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

/** Runs a command with its arguments in the project's folder; returns the exit code. */
export async function main(command: string, args: readonly string[], root: string): Promise<number> {
  const machine: Machine = { platform: process.platform, environment: process.env, home: homedir(), root };
  switch (command) {
    case 'build':
      return buildDocs(args, machine);
    case 'fonts':
      return fonts(args, machine);
    case 'bench': {
      const { bench } = await import('./bench.ts');
      const faces = openFaces(machine, new Findings())();
      return bench({ root, faces, subsetter: openSubsetter()(), say });
    }
    default:
      complain(`没有“${command}”这个命令。`);
      return exit.usage;
  }
}

/** The faces of this machine, opened when first asked for. */
export function openFaces(machine: Machine, findings: Findings): () => FaceSet {
  let faces: FaceSet | null = null;
  return () => {
    faces ??= new FaceSet(locateFaces(machine, {}, findings), (file) => readFileSync(file), findings);
    return faces;
  };
}

/** The subsetter, loaded when first asked for. */
export function openSubsetter(): () => ReturnType<typeof loadSubsetter> {
  let subsetter: ReturnType<typeof loadSubsetter> | null = null;
  return () => {
    subsetter ??= loadSubsetter();
    return subsetter;
  };
}

async function fonts(args: readonly string[], machine: Machine): Promise<number> {
  const findings = new Findings();
  if (args.includes('--list')) {
    for (const line of listFaces(openFaces(machine, findings)())) say(line);
    return exit.ok;
  }
  return setUpFonts({ root: machine.root, platform: machine.platform, say, run: runProgram });
}

/** A line that says how far the build is; only on a terminal, and gone when the build ends. */
function progressLine(): { show: (done: number, total: number, title: string) => void; clear: () => void } {
  if (!process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (done, total, title) => process.stderr.write(`\r\u001B[K正在生成 ${done + 1}/${total} ${title}`),
    clear: () => process.stderr.write('\r\u001B[K'),
  };
}

/** Shows what was found: as JSON records, or for the clerk, errors on the error stream. */
function show(findings: Findings, sources: TextFiles, json: boolean): void {
  const sorted = findings.sorted();
  if (json) {
    for (const finding of sorted) say(JSON.stringify(finding));
    return;
  }
  const colour = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
  const text = printFindings(sorted, sources, { colour });
  if (text !== '') complain(`\n${text}`);
}

async function buildDocs(args: readonly string[], machine: Machine): Promise<number> {
  const started = performance.now();
  const findings = new Findings();
  const request = readArguments(args, findings);
  if (request === 'help') {
    say(helpText);
    return exit.ok;
  }
  if (request === null) {
    show(findings, new Map(), false);
    return exit.usage;
  }
  const { root } = machine;
  const dataFolder = join(root, 'data');
  const plans = choosePlans(dataFolder, request.plans, findings);
  const templates = readTemplates(root);
  const sources = new Map([...templates].map(([path, text]) => [`templates/${path}`, text]));
  const faces = openFaces(machine, findings);
  const subsetter = openSubsetter();
  const reports: string[] = [];
  if (!findings.hasErrors) {
    for (const name of plans) {
      const files = readPlanFiles(dataFolder, name);
      for (const [path, text] of files) sources.set(path, text);
      const line = progressLine();
      const built = await build({
        files,
        templates,
        request,
        faces,
        subsetter,
        findings,
        progress: line.show,
      });
      line.clear();
      if (built === null) continue;
      const folder = resolve(root, request.out ?? 'output', name);
      const manifestFile = join(folder, 'manifest.json');
      const before = existsSync(manifestFile) ? readManifest(readFileSync(manifestFile, 'utf8')) : null;
      const { scheme, notice } = built.plan;
      const manifest = manifestText({
        schema: 1,
        plan: { id: name, title: scheme.title, documentNumber: notice.documentNumber },
        jobs: mergeJobs(built.jobs, before?.jobs ?? [], built.order),
        findings: findings.sorted(),
      });
      const written = [...built.files, { path: 'manifest.json', bytes: Buffer.from(manifest, 'utf8') }];
      if (!writeFiles(folder, written, findings)) continue;
      const doubts = built.plan.corrections.filter((correction) => correction.state === '待确认').length;
      reports.push(report(name, built.files.length, relative(root, folder) || folder, doubts));
    }
  }
  show(findings, sources, request.json);
  if (!request.json) {
    for (const text of reports) say(text);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(findings.hasErrors ? '没有写出任何文件。改好后请再运行一次。' : `用时 ${seconds} 秒。`);
  }
  return findings.hasErrors ? exit.errors : exit.ok;
}

/** What was made, where it is and what to look at. */
function report(plan: string, files: number, folder: string, doubts: number): string {
  const lines = [
    `“${plan}”：已生成 ${files} 个文件，放在 ${folder}`,
    '  印发前请先看 1-印发通知 里的 PDF：红头、文号、日期、村名、页码。',
  ];
  if (doubts > 0) lines.push(`  更正记录里有 ${doubts} 处等办公室确认，见 data/${plan}。`);
  return lines.join('\n');
}
