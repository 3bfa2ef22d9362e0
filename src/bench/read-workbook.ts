import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Findings } from '../diagnostics/findings.ts';
import { readPlan } from '../plan/loading/read-plan.ts';
import { planTables } from '../plan/tables/plan-tables.ts';
import { dataWorkbook } from '../plan/workbook/data-workbook.ts';
import { moveTables } from '../plan/workbook/move-tables.ts';
import { readPlanFiles } from '../workspace.ts';
import { writeXlsx } from '../writers/xlsx/write-xlsx.ts';

/** Villages of the measured workbook. */
const villages = 5000;

/** What reading a plan takes in a process of its own, from its start to its end. */
export interface Reading {
  readonly seconds: number;
  /** Peak of memory. */
  readonly megabytes: number;
}

/** Reads and checks the one plan below a folder; what the child process does. Throws where it has faults. */
export function readOnly(root: string, plan: string): void {
  const findings = new Findings();
  const loaded = readPlan(readPlanFiles(root, plan, findings), findings);
  if (loaded === null || findings.hasErrors) throw new Error(JSON.stringify(findings.sorted().slice(0, 3)));
}

/** Has a new process read and check a plan. */
function measure(root: string, project: string, plan: string): Reading {
  const watch =
    "process.on('exit', () => process.stderr.write(['\\n@@', performance.now(), ' ', process.resourceUsage().maxRSS].join('')));";
  const options = ['--import', `data:text/javascript,${encodeURIComponent(watch)}`];
  const run = [join(project, 'src', 'run.mjs'), 'bench', '--read', root, plan];
  const { stderr, status } = spawnSync(process.execPath, [...options, ...run], { encoding: 'utf8' });
  const [, milliseconds = '0', kilobytes = '0'] = /@@([\d.]+) (\d+)/.exec(stderr) ?? [];
  if (status !== 0) throw new Error(stderr);
  return { seconds: Number(milliseconds) / 1000, megabytes: Number(kilobytes) / 1024 };
}

/** What reading and checking takes: the plan as it is shipped, and with 5,000 villages, all tables in a workbook. */
export async function measureReading(
  project: string,
  name: string,
): Promise<{ readonly shipped: Reading; readonly large: Reading }> {
  const shipped = measure(project, project, name);
  const findings = new Findings();
  const files = readPlanFiles(project, name, findings);
  const loaded = readPlan(files, findings);
  if (loaded === null) throw new Error(JSON.stringify(findings.sorted()));
  const plan = {
    ...loaded.plan,
    villages: Array.from({ length: villages }, (_, index) => ({
      name: `第${index + 1}村`,
      targetYear: index < villages * 0.3 ? 2022 : index < villages * 0.8 ? 2023 : 2024,
      model: index % 50 === 0,
      remark: index % 7 === 0 ? '山区村' : null,
    })),
  };
  const book = '数据.xlsx';
  const small = await writeXlsx(dataWorkbook(loaded.plan, planTables));
  const texts = moveTables(files, loaded.plan, planTables, book, small, loaded.placeOf);
  if (texts === null) throw new Error('the tables cannot be moved');
  const root = mkdtempSync(join(tmpdir(), 'read-'));
  const folder = join(root, 'data', name);
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of new Map([...files, ...texts])) {
    if (content !== null) writeFileSync(join(folder, path.slice(path.lastIndexOf('/') + 1)), content);
  }
  writeFileSync(join(folder, book), await writeXlsx(dataWorkbook(plan, planTables)));
  const large = measure(root, project, name);
  rmSync(root, { recursive: true, force: true });
  return { shipped, large };
}

/** What was measured, as lines for the clerk's terminal. */
export async function reportReading(project: string, plan: string): Promise<readonly string[]> {
  const { shipped, large } = await measureReading(project, plan);
  const show = ({ seconds, megabytes }: Reading): string =>
    `${seconds.toFixed(2)} 秒，内存峰值 ${megabytes.toFixed(0)} MB`;
  return [`读取核对方案（新进程）    ${show(shipped)}`, `读取核对 ${villages} 个村（Excel） ${show(large)}`];
}
