import { join } from 'node:path';
import { reportFault } from '../delivery/faults.ts';
import { Findings } from '../diagnostics/findings.ts';
import { planJsonSchemaText } from '../plan/json-schema/plan-json-schema.ts';
import { dataSchemaFile } from '../workspace.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/** `npm run data:schema`: writes the JSON Schema by which editors check the data. Returns the exit code. */
export function dataSchema(args: readonly string[], { root, terminal, disk }: Setting): number {
  if (args.length > 0) {
    terminal.complain('用法：npm run data:schema，后面不写选项。');
    return args.includes('--help') || args.includes('-h') ? exit.ok : exit.usage;
  }
  const path = join(root, dataSchemaFile);
  const unfinished = `${path}.tmp`;
  const findings = new Findings();
  try {
    disk.write(unfinished, planJsonSchemaText());
    disk.rename(unfinished, path);
  } catch (error) {
    reportFault(findings, dataSchemaFile, error);
    showFindings(findings.sorted(), new Map(), terminal, false);
    return exit.errors;
  }
  terminal.say(
    `已写出 ${dataSchemaFile}。数据文件第一行写上 # yaml-language-server: $schema=../数据格式.schema.json，编辑器就会提示和检查。`,
  );
  return exit.ok;
}
