import { parseArgs } from 'node:util';
import type { Findings } from '../diagnostics/findings.ts';

/** Folder of the archive in the output folder. */
export const archiveFolder = '归档';

/** What the clerk wants closed. */
export interface ArchiveRequest {
  /** Names of folders in `data/`; empty for all. */
  readonly plans: readonly string[];
  /** Files changed by hand that are accepted so. */
  readonly accepted: readonly string[];
  /** Whether characters drawn by another face than that of their role are accepted so. */
  readonly acceptFallbacks: boolean;
  /** Folder the build wrote to, as given; null for `output/`. */
  readonly out: string | null;
  /** Folder of the archive, as given; null for `归档` in the output folder. */
  readonly to: string | null;
  readonly json: boolean;
}

/** What the clerk wants verified. */
export interface VerifyRequest {
  /** Archive folders, or folders that hold some. */
  readonly folders: readonly string[];
  readonly rebuild: boolean;
  /** SHA-256 the list of values had when the one record was closed; null where it is not compared. */
  readonly checksum: string | null;
  readonly json: boolean;
}

/** Text of `archive:docs -- --help`. */
export const archiveHelp = `用法：npm run archive:docs -- [选项]

把已经生成的一套文件作为一件归档：编档号、盖归档章、编目录和备考表，连同数据、模板、元数据和校验值存进归档文件夹。
先运行 npm run build:docs。再归档一次是另立新版，已归档的内容不动。
归档文件夹里的“归档文件目录”列出全部已归档的件，每次归档重编。

选项：
  --plan <名称>      只归档这个方案（data 下的文件夹名），可写多个，用逗号隔开；不写就全部归档
  --accept <文件>    生成后被人改过的文件，照改过的样子归档；写清单里的路径，可以写多次
  --accept-faces     有的字（多是生僻字）正文字体里没有、PDF 换了别的字体的，照这样归档
  --out <文件夹>     生成时用了 --out 的，这里写同一个文件夹
  --to <文件夹>      归档到别的文件夹；不写是 output/归档
  --json             把发现的问题按 JSON 输出，供其他程序读取
  --help             显示这份说明`;

/** Text of `verify:archive -- --help`. */
export const verifyHelp = `用法：npm run verify:archive -- <文件夹> [选项]

核对已归档的文件夹：缺了、改了、改名、多出、打不开的文件一一指明。文件夹可以写一件的，也可以写上层的，如 output/归档。

选项：
  --checksum <值>  归档时显示、抄在备考表上的清单校验值，看清单本身有没有被改过；用于一件
  --rebuild        再用归档里的数据和模板重新生成一遍，看是不是逐字节相同
  --json           把发现的问题按 JSON 输出，供其他程序读取
  --help           显示这份说明`;

const strings = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const help = { type: 'boolean', short: 'h' } as const;

const listOf = (values: readonly string[] | undefined): readonly string[] => [
  ...new Set(
    (values ?? [])
      .flatMap((value) => value.split(/[,，、]/u))
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

function reportUsage(error: unknown, findings: Findings): null {
  const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
  findings.report('command/usage', `选项“${option}”不认识，或者后面缺少内容`, undefined, {
    hint: '用 --help 查看全部选项。',
  });
  return null;
}

/** Reads the arguments of `archive:docs`; null with a finding where they make no sense. */
export function readArchiveArguments(
  args: readonly string[],
  findings: Findings,
): ArchiveRequest | 'help' | null {
  const options = {
    plan: strings,
    accept: strings,
    'accept-faces': flag,
    out: { type: 'string' },
    to: { type: 'string' },
    json: flag,
    help,
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help === true) return 'help';
    return {
      plans: listOf(values.plan),
      accepted: (values.accept ?? []).map((path) => path.replaceAll('\\', '/')),
      acceptFallbacks: values['accept-faces'] === true,
      out: values.out?.trim() ?? null,
      to: values.to?.trim() ?? null,
      json: values.json === true,
    };
  } catch (error) {
    return reportUsage(error, findings);
  }
}

/** Reads the arguments of `verify:archive`; null with a finding where they make no sense. */
export function readVerifyArguments(
  args: readonly string[],
  findings: Findings,
): VerifyRequest | 'help' | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { rebuild: flag, checksum: { type: 'string' }, json: flag, help },
    });
    if (values.help === true) return 'help';
    if (positionals.length === 0) {
      findings.report('command/usage', '没有写要核对的文件夹', undefined, {
        hint: '写作 npm run verify:archive -- output/归档',
      });
      return null;
    }
    const checksum = values.checksum?.trim().toLowerCase() ?? null;
    if (checksum !== null && !/^[0-9a-f]{64}$/.test(checksum)) {
      findings.report('command/usage', '--checksum 后面要写归档时显示的 64 位校验值', undefined, {
        actual: checksum,
      });
      return null;
    }
    return { checksum, folders: positionals, rebuild: values.rebuild === true, json: values.json === true };
  } catch (error) {
    return reportUsage(error, findings);
  }
}
