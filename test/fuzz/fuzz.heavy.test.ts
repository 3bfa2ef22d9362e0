import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { printFindings } from '../../src/diagnostics/print.ts';
import { openPlan } from '../../src/open-plan.ts';
import type { DataFile } from '../../src/plan/loading/data-files.ts';
import { readPlan } from '../../src/plan/loading/read-plan.ts';
import { planTables } from '../../src/plan/tables/plan-tables.ts';
import { dataWorkbook } from '../../src/plan/workbook/data-workbook.ts';
import { readTemplates } from '../../src/workspace.ts';
import { writeXlsx } from '../../src/writers/xlsx/write-xlsx.ts';
import { office, Project } from '../command/project.ts';
import { filesWithoutTables, planFiles, planFolders, soundPlan } from '../plan/workbook/plan-files.ts';
import { root } from '../writers/pdf/sheets.ts';
import { mutateBytes, mutateText, mutateWorkbook, type Parts, partsOf } from './mutate.ts';
import { Random } from './random.ts';

/** Changed plans that are read; more with FUZZ_COUNT, others with FUZZ_SEED. */
const count = Number(process.env.FUZZ_COUNT ?? 2400);
const seed = Number(process.env.FUZZ_SEED ?? 20220524);
/** Of so many changed files one is read among all the others; the rest alone, because the others only take time. */
const wholeEvery = 8;
/** Of so many changed workbooks one has all tables; the rest a few, because the long ones only take time. */
const fullEvery = 12;
/** Of so many sound plans one is composed: this is what costs most. */
const composedEvery = 12;

const texts = planFiles(planFolders[0]);
const templates = readTemplates(root);

type Files = ReadonlyMap<string, DataFile>;

/** A workbook as bytes, and its parts. */
interface Book {
  readonly bytes: Uint8Array;
  readonly parts: Parts;
  /** The files it stands among. */
  readonly rest: Files;
}
let full: Book;
let short: Book;
/** Tables of every kind of column, merged cells among them, that are short. */
const shortTables = planTables.filter(({ name }) => ['村居', '年度目标', '实施步骤', '分发'].includes(name));
const csv = '名称,达标年度,标杆村,备注\n东姚庄,2022,是,"靠山，近水"\n李卓,2023,,\n';

beforeAll(async () => {
  const { plan } = soundPlan(texts);
  const bookOf = async (tables: typeof planTables): Promise<Book> => {
    const bytes = await writeXlsx(dataWorkbook(plan, tables));
    return { bytes, parts: partsOf(bytes), rest: filesWithoutTables(texts, tables) };
  };
  full = await bookOf(planTables);
  short = await bookOf(shortTables);
});

/** A file of the plan, spoilt once or a few times, and the files it stands among. */
function spoilt(random: Random): readonly [name: string, content: DataFile, others: Files] {
  const book = random.below(fullEvery) === 0 ? full : short;
  switch (random.below(6)) {
    case 0:
      return ['数据.xlsx', mutateWorkbook(book.parts, random), book.rest];
    case 1:
      return ['数据.xlsx', mutateBytes(book.bytes, random), book.rest];
    case 2:
      return ['村居.csv', mutateText(csv, random), new Map([...texts, ['村居.yaml', '']])];
    case 3: {
      const [name, text] = random.pick([...texts]);
      return [name, mutateBytes(new TextEncoder().encode(text), random), texts];
    }
    default: {
      const [name, text] = random.pick([...texts]);
      let changed = text;
      for (let times = 1 + random.below(3); times > 0; times -= 1) changed = mutateText(changed, random);
      return [name, changed, texts];
    }
  }
}

/** What is wrong with a finding as a message for a clerk; null for a good one. */
function fault({ place, message, hint, severity }: Finding): string | null {
  const words = `${message}${hint ?? ''}`;
  if (place.kind === 'nowhere' && severity === 'error') return 'no place';
  if (place.kind === 'file' && !(place.line >= 1 && place.column >= 1)) return 'no line';
  if (place.kind === 'cell' && !/^[A-Z]{1,3}[1-9]\d*$/.test(place.cell)) return 'no cell';
  if (!/\p{sc=Han}/u.test(message)) return 'not for a clerk';
  return /\[object|undefined|NaN|\bat .*\.ts/.test(words) ? 'speaks of the program' : null;
}

describe(`data spoilt at random (seed ${seed})`, () => {
  test('are read and checked, and what is wrong is said at its place', () => {
    const random = new Random(seed);
    let sound = 0;
    let faulty = 0;
    let slowest = 0;
    for (let read = 0; read < count; read += 1) {
      const [name, content, others] = spoilt(random);
      const whole = read % wholeEvery === 0;
      const files: Files = new Map([...(whole ? others : []), [name, content]]);
      const findings = new Findings();
      const before = performance.now();
      const describeRun = () => `run ${read} of seed ${seed}`;
      let loaded: unknown;
      try {
        loaded = readPlan(files, findings);
      } catch (error) {
        throw new Error(describeRun(), { cause: error });
      }
      const found = findings.sorted();
      const sources = new Map(
        [...files].flatMap(([name, content]) => (typeof content === 'string' ? [[name, content]] : [])),
      );
      printFindings(found, sources);
      slowest = Math.max(slowest, performance.now() - before);
      const bad = found.flatMap((finding) =>
        fault(finding) === null ? [] : [{ why: fault(finding), finding }],
      );
      expect(bad, describeRun()).toEqual([]);
      // Without a plan something was said to be wrong.
      if (loaded === null) expect(findings.hasErrors, describeRun()).toBe(true);
      if (findings.hasErrors) faulty += 1;
      else {
        sound += 1;
        if (sound % composedEvery === 1) compose(files, describeRun());
      }
    }
    console.log(`${count} changed plans read: ${faulty} with faults, ${sound} sound`);
    expect(count).toBeGreaterThanOrEqual(2000);
    expect(faulty).toBeGreaterThan(count / 2);
    expect(sound).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(10_000);
  }, 3_600_000);

  test('end the command with 0 or 1 and never leave half a folder', async () => {
    const project = new Project(office);
    const random = new Random(seed + 1);
    try {
      for (let run = 0; run < 12; run += 1) {
        const name = random.pick([...texts.keys()]);
        const text = texts.get(name) ?? '';
        const path = `data/${office}/${name}`;
        project.write(path, mutateText(text, random));
        const before = project.snapshot('output');
        const { code, err } = await project.build('--only', 'attachment', '--format', 'docx');
        expect([0, 1], `run ${run}: ${err}`).toContain(code);
        expect(err).not.toMatch(/\bat .*\.ts|Error:/);
        if (code === 1) expect(project.snapshot('output')).toEqual(before);
        project.write(path, text);
      }
    } finally {
      project.remove();
    }
  }, 600_000);
});

/** Composes everything of a plan; faults of templates and data are findings, nothing is thrown. */
function compose(files: Files, what: string): void {
  const findings = new Findings();
  try {
    const open = openPlan(files, templates, findings);
    for (const job of open?.jobs ?? []) {
      job.document?.();
      job.workbook?.();
    }
  } catch (error) {
    throw new Error(what, { cause: error });
  }
  expect(
    findings.sorted().filter((finding) => fault(finding) !== null),
    what,
  ).toEqual([]);
}
