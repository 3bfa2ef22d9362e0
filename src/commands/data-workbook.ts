import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportFault } from '../delivery/faults.ts';
import { recover } from '../delivery/recovery.ts';
import { replaceFiles, siteIn } from '../delivery/replace-files.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { DataFile } from '../plan/loading/data-files.ts';
import { type LoadedPlan, readPlan } from '../plan/loading/read-plan.ts';
import type { TableDescription } from '../plan/tables/description.ts';
import { planTables } from '../plan/tables/plan-tables.ts';
import { dataWorkbook } from '../plan/workbook/data-workbook.ts';
import { moveTables } from '../plan/workbook/move-tables.ts';
import { unfaithfulTables } from '../plan/workbook/read-back.ts';
import { takeOut } from '../plan/workbook/take-out.ts';
import { choosePlans, readPlanFiles } from '../workspace.ts';
import { writeXlsx } from '../writers/xlsx/write-xlsx.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

const helpText = `用法：npm run data:workbook -- [选项]

把方案现有的数据写成工作簿 数据.xlsx，放在方案的文件夹里，以后可以在 Excel 或 WPS 里填。

选项：
  --plan <名称>     只写这一个方案，不写就是全部方案
  --table <表名>    只写这几张表，用逗号隔开：${planTables.map(({ name }) => name).join('、')}
  --switch          同时从 YAML 文件里取出这些表（改动前的文件留作 .bak）
  --replace         工作簿已经有了也重写（原来的留作 .bak）

结束代码：
  0  成功
  1  数据有错误，或者文件不能写
  2  命令写法不对`;

/** Name of the workbook in a plan's folder. */
const workbookName = '数据.xlsx';

interface Request {
  readonly plans: readonly string[];
  readonly tables: readonly TableDescription[];
  readonly replace: boolean;
  readonly moves: boolean;
}

/** `npm run data:workbook`: writes the tables of plans as workbooks. Returns the exit code. */
export async function dataWorkbookCommand(args: readonly string[], setting: Setting): Promise<number> {
  const { root, terminal } = setting;
  const findings = new Findings();
  const request = readRequest(args, findings);
  if (request === 'help') {
    terminal.say(helpText);
    return exit.ok;
  }
  const names = request === null || findings.hasErrors ? null : choosePlans(root, request.plans, findings);
  const texts = new Map<string, string>();
  const reports: string[] = [];
  const each = [findings];
  if (request !== null && names !== null) {
    for (const name of names) {
      const own = new Findings();
      each.push(own);
      reports.push(...(await writeOne(name, request, setting, own, texts)));
    }
  }
  const found = sortFindings(each.flatMap((own) => own.sorted()));
  showFindings(found, texts, terminal, false);
  for (const report of reports) terminal.say(report);
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exit.ok;
  return errors.every(({ rule }) => rule === 'command/usage') ? exit.usage : exit.errors;
}

function readRequest(args: readonly string[], findings: Findings): Request | 'help' | null {
  const options = {
    plan: { type: 'string', multiple: true },
    table: { type: 'string', multiple: true },
    replace: { type: 'boolean' },
    switch: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help === true) return 'help';
    const wanted = (values.table ?? [])
      .flatMap((names) => names.split(/[,，、]/u))
      .map((name) => name.trim());
    const strange = wanted.filter((name) => !planTables.some((table) => table.name === name));
    for (const name of strange) {
      const hint =
        didYouMean(
          name,
          planTables.map((table) => table.name),
        ) ?? '用 --help 查看全部表名。';
      findings.report('command/usage', `--table 不认识“${name}”`, undefined, { actual: name, hint });
    }
    return {
      plans: values.plan ?? [],
      tables: wanted.length === 0 ? planTables : planTables.filter(({ name }) => wanted.includes(name)),
      replace: values.replace === true,
      moves: values.switch === true,
    };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? args.join(' ');
    findings.report('command/usage', `“${option}”这个选项写得不对`, undefined, {
      hint: '用 --help 查看全部选项。',
    });
    return null;
  }
}

/** Writes the workbook of one plan; what to tell the clerk. */
async function writeOne(
  name: string,
  { tables, replace, moves }: Request,
  { root, disk, builder }: Setting,
  findings: Findings,
  texts: Map<string, string>,
): Promise<readonly string[]> {
  const site = siteIn(disk, join(root, 'data', name), builder.pause);
  // What an interrupted run had decided is finished first.
  if (!(await recover(site, findings))) return [];
  const files = readPlanFiles(root, name, findings);
  for (const [path, content] of files) if (typeof content === 'string') texts.set(path, content);
  const loaded = readPlan(files, findings);
  if (loaded === null || findings.hasErrors) return [`“${name}”的数据有错误，没有写出工作簿。`];

  const file = `data/${name}/${workbookName}`;
  const bytes = await writeXlsx(dataWorkbook(loaded.plan, tables));
  const unfaithful = unfaithfulTables(loaded.plan, bytes, tables);
  for (const table of unfaithful) {
    findings.report('table/not-kept', `“${table.name}”里有单元格写不下的内容`, loaded.placeOf(table.path), {
      hint: `这张表留在原处：用 --table 只写其他的表`,
    });
  }
  if (unfaithful.length > 0) return [];
  const existing = disk.standing(join(root, file)) === null ? null : disk.read(join(root, file));
  if (existing !== null && Buffer.compare(existing, bytes) === 0) return [`${file} 没有变化。`];
  if (existing !== null && !replace) {
    findings.report('table/workbook-exists', `${workbookName} 已经有了，与现在要写的不一样`, startOf(file), {
      hint: '要重写，加上 --replace（原来的留作 .bak）；不重写，就接着用原来的',
    });
    return [];
  }
  const moved = moves
    ? moveTables(files, loaded.plan, tables, file, bytes, loaded.placeOf)
    : new Map<string, string>();
  if (moved === null) {
    findings.report('table/not-moved', '不能自动从 YAML 文件里取出这些表', startOf(file), {
      hint: '不加 --switch 再运行一次，照提示用手删去',
    });
    return [];
  }
  const inFolder = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const changes = [...moved, [file, bytes] as const].map(
    ([path, content]) => [inFolder(path), content] as const,
  );
  try {
    const failures = await replaceFiles(site, new Map(changes));
    for (const { path, error } of failures) reportFault(findings, `data/${name}/${path}`, error);
    if (failures.length > 0) return [];
  } catch (error) {
    reportFault(findings, `data/${name}`, error);
    return [];
  }
  return [
    `已写出 ${file}：${tables.map((table) => table.name).join('、')}。`,
    ...(moves
      ? [`  已从 ${[...moved.keys()].join('、')} 取出这些表，改动前的文件留作 .bak。以后只在工作簿里改。`]
      : switchOver(loaded, tables, files)),
  ];
}

const startOf = (file: string) => ({ kind: 'file', file, line: 1, column: 1 }) as const;

/** What has to be taken out of the files in which the tables stand now. */
function switchOver(
  { placeOf }: LoadedPlan,
  tables: readonly TableDescription[],
  files: ReadonlyMap<string, DataFile>,
): readonly string[] {
  const steps = tables.flatMap(({ path, common }) => {
    const place = placeOf(path);
    if (place.kind !== 'file') return [];
    if (place.file.endsWith('.csv')) return [`    删去文件 ${place.file}`];
    const keys = common.length > 0 ? path.slice(0, -1) : path;
    const text = files.get(place.file);
    // What the plan does not have stands nowhere.
    if (typeof text === 'string' && takeOut(text, keys, '') === null) return [];
    const inner = keys.length > 1;
    const what = inner ? `“${path[0]}”里的“${path[1]}:”` : `“${path[0]}:”`;
    return [`    从 ${place.file} 删去${what}这一项，连同下面缩进的各行`];
  });
  if (steps.length === 0) return [];
  return [
    '  同一张表只能放在一个地方。改用工作簿，请：',
    ...steps,
    '  也可以先删去刚写出的工作簿，再运行 npm run data:workbook -- --switch，由程序取出。',
    '  仍用 YAML，就删去工作簿，或者删去其中的这些工作表。',
  ];
}
