import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closedRecords } from '../closed-records.ts';
import { manifestName } from '../delivery/left-behind.ts';
import { readManifest } from '../delivery/manifest.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { Tools } from '../making/tools.ts';
import { openComposition } from '../open-composition.ts';
import { makeRegister, type RegisteredPlan, registerName } from '../register-docs.ts';
import { choosePlans, readPlanFiles, readTemplates } from '../workspace.ts';
import { archiveFolder } from './archive-arguments.ts';
import { deliverFiles } from './deliver-files.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

const help = `用法：npm run register:docs -- [选项]

把 data 里所有方案的发文登记在一本发文登记簿里，放进 output 文件夹的“${registerName}”。页数取自已经生成的文件，
档号取自已经归档的文件夹。

选项：
  --out <文件夹>      生成时用了 --out 的，这里写同一个文件夹
  --archive <文件夹>  归档时用了 --to 的，这里写同一个文件夹
  --json              把发现的问题按 JSON 输出，供其他程序读取
  --help              显示这份说明`;

/** `npm run register:docs`: writes the register of documents sent over all plans. Returns the exit code. */
export async function registerDocs(args: readonly string[], setting: Setting): Promise<number> {
  const { root, terminal, disk, faces } = setting;
  const findings = new Findings(setting.findings);
  const options = readOptions(args, findings);
  if (options?.help === true) {
    terminal.say(help);
    return exit.ok;
  }
  const names = options === null ? null : choosePlans(root, [], findings);
  if (options === null || names === null) {
    showFindings(findings.sorted(), new Map(), terminal, args.includes('--json'));
    return options === null ? exit.usage : exit.errors;
  }
  const output = resolve(root, options.out ?? 'output');
  const templates = readTemplates(root);
  const sources = new Map([...templates].map(([path, text]) => [`templates/${path}`, text]));
  const plans: RegisteredPlan[] = [];
  for (const name of names) {
    const files = readPlanFiles(root, name, findings);
    for (const [path, text] of files) if (typeof text === 'string') sources.set(path, text);
    const open = openComposition(files, templates, findings);
    const manifest = resolve(output, name, manifestName(null));
    const text = disk.standing(manifest)?.kind === 'file' ? disk.read(manifest) : null;
    if (open !== null) {
      plans.push({ open, manifest: text === null ? null : readManifest(new TextDecoder().decode(text)) });
    }
  }
  const archive = resolve(root, options.archive ?? join(options.out ?? 'output', archiveFolder));
  const closed = closedRecords(disk, archive, findings);
  const isWhole = plans.length === names.length && !findings.hasErrors;
  const files = isWhole ? await makeRegister(plans, closed, { tools: new Tools(faces), findings }) : null;
  const folder = resolve(output, registerName);
  const done =
    files !== null &&
    (await deliverFiles(
      files.map(({ path, bytes, ...rest }) => ({ ...rest, path: `${path}.${rest.format}`, content: bytes })),
      folder,
      registerName,
      findings,
      setting,
    ));
  showFindings(sortFindings(findings.sorted()), sources, terminal, options.json === true);
  if (!done) {
    terminal.complain('发文登记簿没有写出，原有的没有变。改好后请再运行一次。');
    return exit.errors;
  }
  const near = relative(root, folder);
  const shown = near.startsWith('..') ? folder : near;
  if (options.json !== true)
    terminal.say(`已登记 ${plans.length} 件发文，发文登记簿放在 ${shown}（PDF、Excel）。`);
  return exit.ok;
}

function readOptions(args: readonly string[], findings: Findings) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        archive: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const option = /'([^' ]*)/.exec(text)?.[1] ?? text;
    findings.report('command/usage', `“${option}”写法不对`, undefined, { hint: '用 --help 查看全部选项。' });
    return null;
  }
}
