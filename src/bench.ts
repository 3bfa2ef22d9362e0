import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duel } from './bench/duel.ts';
import { reportReading } from './bench/read-workbook.ts';
import { composeTaskSheet } from './composition/documents.ts';
import { createWording } from './composition/engine/engine.ts';
import { createTables } from './composition/tables/tables.ts';
import { planView } from './composition/view/plan-view.ts';
import { Findings } from './diagnostics/findings.ts';
import type { OfficialDocument } from './document/official-document.ts';
import type { FaceSet } from './fonts/face-set.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import { readPlan } from './plan/loading/read-plan.ts';
import { fitPages } from './typesetting/fit-pages.ts';
import { typeset } from './typesetting/typeset.ts';
import { readPlanFiles, readTemplates } from './workspace.ts';
import { writeDocx } from './writers/docx/write-docx.ts';
import { createPdfFonts } from './writers/pdf/pdf-fonts.ts';
import { writePdf } from './writers/pdf/write-pdf.ts';

/** What the bench needs of the machine. */
export interface BenchSetting {
  readonly root: string;
  readonly faces: FaceSet;
  readonly say: (text: string) => void;
}

/** Plan whose documents are measured, and how many villages it is stretched to. */
const plan = '2022-清廉村居创建';
const villages = 200;
/** Whole builds measured; the median is told. */
const builds = 3;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A whole build in a process of its own, from its start to its end, with its peak of memory. */
function measureBuild({ root }: BenchSetting): { readonly seconds: number; readonly megabytes: number } {
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  const watch =
    "process.on('exit', () => process.stderr.write(['\\n@@', performance.now(), ' ', process.resourceUsage().maxRSS].join('')));";
  const options = ['--import', `data:text/javascript,${encodeURIComponent(watch)}`];
  const run = join(root, 'src', 'run.mjs');
  const result = spawnSync(process.execPath, [...options, run, 'build', '--plan', plan, '--out', out], {
    encoding: 'utf8',
  });
  rmSync(out, { recursive: true, force: true });
  const [, milliseconds = '0', kilobytes = '0'] = /@@([\d.]+) (\d+)/.exec(result.stderr) ?? [];
  if (result.status !== 0) throw new Error(result.stderr);
  return { seconds: Number(milliseconds) / 1000, megabytes: Number(kilobytes) / 1024 };
}

/** The plan's data with so many villages, named apart. */
function stretched(files: ReadonlyMap<string, DataFile>): ReadonlyMap<string, DataFile> {
  const list = Array.from({ length: villages }, (_, index) => {
    const year = index < villages * 0.3 ? 2022 : index < villages * 0.8 ? 2023 : 2024;
    return `  - { 名称: 第${index + 1}村, 达标年度: ${year} }`;
  });
  return new Map(
    [...files].map(([name, content]) => [
      name,
      typeof content === 'string' && /^村居:/m.test(content) ? `村居:\n${list.join('\n')}\n` : content,
    ]),
  );
}

/** Seconds an action takes. */
async function timed(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return (performance.now() - start) / 1000;
}

/** Task sheets a second, composed and written one after another. */
async function measureSheets({ root, faces }: BenchSetting) {
  const findings = new Findings();
  const templates = readTemplates(root);
  const loaded = readPlan(stretched(readPlanFiles(root, plan, findings)), findings);
  if (loaded === null || findings.hasErrors) throw new Error(JSON.stringify(findings.sorted()));
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings).composeTable;
  const view = planView(loaded.plan, loaded.placeOf);
  const composition = { plan: loaded.plan, view, wording, tables, findings };
  const composeAll = () =>
    loaded.plan.villages.flatMap((village) => composeTaskSheet(composition, village) ?? []);

  const warm: OfficialDocument[] = composeAll().slice(0, 20);
  for (const document of warm) await writeDocx(document, fitPages(document));
  const docx = await timed(async () => {
    for (const document of composeAll()) await writeDocx(document, fitPages(document));
  });
  const pdf = await timed(async () => {
    const fonts = createPdfFonts(faces);
    for (const document of composeAll()) writePdf(typeset(document, faces), fonts);
  });
  return { docx: villages / docx, pdf: villages / pdf };
}

/** Measures the build and the writers; prints medians, and ratios that hold on any machine. */
export async function bench(setting: BenchSetting): Promise<number> {
  const { say } = setting;
  await duel(setting);
  const runs = Array.from({ length: builds }, () => measureBuild(setting));
  const seconds = median(runs.map((run) => run.seconds));
  const megabytes = Math.max(...runs.map((run) => run.megabytes));
  const { docx, pdf } = await measureSheets(setting);
  say(`整套文件（新进程）        ${seconds.toFixed(2)} 秒，内存峰值 ${megabytes.toFixed(0)} MB`);
  say(`村任务书 Word             每秒 ${docx.toFixed(0)} 份`);
  say(`村任务书 PDF/A            每秒 ${pdf.toFixed(0)} 份`);
  say(`PDF 与 Word 用时之比      ${(docx / pdf).toFixed(2)}`);
  say(`整套用时相当于            ${(seconds * docx).toFixed(0)} 份 Word 任务书`);
  for (const line of await reportReading(setting.root, plan)) say(line);
  return 0;
}
