import type { Composition } from './composition/documents.ts';
import {
  composeCoverSlip,
  composePrintedMatter,
  composePrintedMatterWorkbook,
  printedMatter,
} from './composition/printed-matter.ts';
import type { View } from './composition/wording.ts';
import type { WorkbookSource } from './composition/workbooks/compose-workbook.ts';
import type { OfficialDocument } from './document/official-document.ts';
import { withImprintApart } from './notice-ending.ts';
import type { CopyNumbers } from './plan/distribution.ts';
import { findFont, type Press, type SetPdf, setIntoPdf } from './press.ts';
import type { Dispatch } from './printing/dispatch.ts';
import { consignmentView } from './printing/dispatch-view.ts';
import { operatorsOf, type Stamp } from './printing/pdf/draw-side.ts';
import type { PartStore } from './printing/pdf/pdf-part.ts';
import { type ReadPdf, readPdf } from './printing/pdf/read-pdf.ts';
import { unifyFonts } from './printing/pdf/unify-fonts.ts';
import type { PrintFile } from './printing/print-files.ts';
import { stampDocument } from './printing/stamp-document.ts';
import { fitPages } from './typesetting/fit-pages.ts';
import { writeDocx } from './writers/docx/write-docx.ts';
import { writeXlsx } from './writers/xlsx/write-xlsx.ts';

/** What printed matter is composed from and set with. */
export interface MatterSource {
  readonly composition: Composition;
  readonly workbooks: WorkbookSource;
  readonly press: Press;
  /** What templates see of the dispatch. */
  readonly view: View;
}

/** 印制单 and 签收登记表, each as PDF, Word and Excel; null after findings. */
export async function setTicketAndSignOff(source: MatterSource): Promise<readonly PrintFile[] | null> {
  const { composition, workbooks, press, view } = source;
  const files: PrintFile[] = [];
  for (const name of Object.values(printedMatter)) {
    const document = composePrintedMatter(composition, name, view);
    const workbook = composePrintedMatterWorkbook(workbooks, name, view);
    if (document === null || workbook === null || press.findings.hasErrors) return null;
    const [pdf] = setIntoPdf([document], press) ?? [];
    if (pdf === undefined) return null;
    const { bytes, pages } = pdf;
    files.push(
      { path: name, format: 'pdf', bytes, pages },
      { path: name, format: 'docx', bytes: await writeDocx(document, fitPages(document)), pages: null },
      { path: name, format: 'xlsx', bytes: await writeXlsx(workbook), pages: null },
    );
  }
  return files;
}

/** The cover slips of what goes out on paper, by the number of the recipient; null after findings. */
export async function setCoverSlips(
  { composition, press, view }: MatterSource,
  { onPaper }: Dispatch,
  store: PartStore,
): Promise<ReadonlyMap<number, ReadPdf> | null> {
  const slips = onPaper.map((consignment) =>
    composeCoverSlip(composition, view, consignmentView(consignment)),
  );
  const sound = slips.filter((slip) => slip !== null);
  if (sound.length < slips.length || press.findings.hasErrors) return null;
  const written = setIntoPdf(sound, press);
  if (written === null) return null;
  const separate = await readAll(written, store);
  const read = unifyFonts(separate, (name, character) => findFont(press, name, character), store);
  return new Map(onPaper.flatMap(({ number }, index) => entry(number, read[index])));
}

/** The 份号 to be stamped, by number; null after findings. */
export async function setStamps(
  numbers: CopyNumbers | null,
  notice: OfficialDocument,
  press: Press,
  store: PartStore,
): Promise<ReadonlyMap<number, Stamp> | null> {
  if (numbers === null) return new Map();
  const written = setIntoPdf([stampDocument(numbers, notice)], press);
  const [read] = written === null ? [] : await readAll(written, store);
  if (read === undefined) return null;
  return new Map(
    read.pages.map(({ contents, resources }, index) => [
      numbers.first + index,
      { operators: contents.map(operatorsOf).join(''), resources },
    ]),
  );
}

/** The notice with its 版记 on a page of its own; null after findings. */
export async function setImprintApart(
  notice: OfficialDocument,
  press: Press,
  store: PartStore,
): Promise<ReadPdf | null> {
  const written = setIntoPdf([withImprintApart(notice)], press);
  const [read] = written === null ? [] : await readAll(written, store);
  return read ?? null;
}

async function readAll(written: readonly SetPdf[], store: PartStore): Promise<readonly ReadPdf[]> {
  const read: ReadPdf[] = [];
  for (const { bytes } of written) read.push(await readPdf(bytes, store));
  return read;
}

const entry = <K, V>(key: K, value: V | undefined): readonly (readonly [K, V])[] =>
  value === undefined ? [] : [[key, value]];
