import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { fitPages } from '../../../src/typesetting/fit-pages.ts';
import { writeDocx } from '../../../src/writers/docx/write-docx.ts';
import { validateOoxml } from '../../validators.ts';
import { examples } from './examples.ts';

/** Word files by name. */
export type WordFiles = Readonly<Record<string, Uint8Array>>;

/** A document as a Word file. */
export const write = (document: OfficialDocument) => writeDocx(document, fitPages(document));

/** The examples as Word files. */
export async function writeExamples(): Promise<WordFiles> {
  const written: Record<string, Uint8Array> = {};
  for (const [name, document] of Object.entries(examples)) written[name] = await write(document);
  return written;
}

/** What the Open XML SDK has against Word files. */
export async function faultsIn(files: WordFiles): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'docx-'));
  try {
    const paths = Object.entries(files).map(([name, content]) => {
      const path = join(folder, `${name}.docx`);
      writeFileSync(path, content);
      return path;
    });
    return await validateOoxml(paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A part of a Word file as text. */
export function partOf(file: Uint8Array | undefined, path: string): string {
  const part = file === undefined ? undefined : unzipSync(file)[path];
  if (part === undefined) throw new Error(`no ${path}`);
  return strFromU8(part);
}

/** The document itself. */
export const documentOfFile = (file: Uint8Array | undefined): string => partOf(file, 'word/document.xml');
