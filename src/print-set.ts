import { type Composition, composeNotice } from './composition/documents.ts';
import type { WorkbookSource } from './composition/workbooks/compose-workbook.ts';
import { fileName } from './delivery/file-name.ts';
import type { Format, Manifest, ManifestFile } from './delivery/manifest.ts';
import { planJobs } from './jobs.ts';
import { endingOf } from './notice-ending.ts';
import { type CopyNumbers, recipientsOf } from './plan/distribution.ts';
import type { LoadedPlan } from './plan/loading/read-plan.ts';
import { findFont, type Press } from './press.ts';
import { setCoverSlips, setImprintApart, setStamps, setTicketAndSignOff } from './print-matter.ts';
import type { Ending } from './printing/arrangement.ts';
import { type BuiltJob, openBuiltSet } from './printing/built-set.ts';
import type { Sources } from './printing/collate.ts';
import { type Dispatch, type PrintedDocument, planDispatch } from './printing/dispatch.ts';
import { dispatchView } from './printing/dispatch-view.ts';
import { PartStore } from './printing/pdf/pdf-part.ts';
import { type ReadPdf, readPdf } from './printing/pdf/read-pdf.ts';
import { unifyFonts } from './printing/pdf/unify-fonts.ts';
import {
  inOrder,
  movesImprint,
  type PrintFile,
  type PrintWay,
  printFiles,
  printFolders,
} from './printing/print-files.ts';
import { groupByKind } from './printing/run-groups.ts';
import { fingerprintOf } from './record/fingerprint.ts';

/** A file of the build, and the fingerprint of the document or workbook it was made from. */
export interface MadeFrom {
  readonly sha256: string;
  readonly content: string;
}

/** What is printed, of which plan, in which ways. */
export interface PrintOrder {
  readonly loaded: LoadedPlan;
  readonly composition: Composition;
  readonly workbooks: WorkbookSource;
  /** What the build left; null where it left nothing. */
  readonly manifest: Manifest | null;
  /** Reads a file the build left, by its path in the manifest; null where it is gone. */
  readonly read: (path: string) => Uint8Array | null;
  /** What a job's file was made from, as the build noted it; null where it left no note. */
  readonly madeFrom: (job: string, format: Format) => MadeFrom | null;
  readonly ways: readonly PrintWay[];
  /** Whether a cover slip lies on top of what each recipient gets. */
  readonly covers: boolean;
  readonly press: Press;
  /** Told before each file. */
  readonly progress: (title: string) => void;
}

/** A print set: who gets what, and its files, made one after the other when they are asked for. */
export interface PrintSet {
  readonly dispatch: Dispatch;
  readonly files: () => AsyncGenerator<PrintFile>;
}

/** Everything of the build that goes out, and who gets it. */
interface Opened {
  readonly built: ReadonlyMap<string, BuiltJob>;
  readonly dispatch: Dispatch;
  readonly numbers: CopyNumbers | null;
}

/**
 * Checks what was built, works out who gets what, and sets what printing adds: cover slips, 份号, 印制单, 签收登记表. Null
 * where something is wrong.
 */
export async function openPrintSet(order: PrintOrder): Promise<PrintSet | null> {
  const { composition, press, covers, ways, progress } = order;
  const notice = composeNotice(composition);
  if (notice === null) return null;
  const opened = openDispatch(order, endingOf(notice, press.tools.faces()));
  if (opened === null) return null;
  const { dispatch } = opened;
  const store = new PartStore();
  const matterSource = { ...order, view: dispatchView(dispatch, covers) };
  const matter = await setTicketAndSignOff(matterSource);
  const slips = covers ? await setCoverSlips(matterSource, dispatch, store) : new Map<number, ReadPdf>();
  const stamps = await setStamps(opened.numbers, notice, press, store);
  const isMoved = movesImprint(dispatch.runs);
  const apart = isMoved ? await setImprintApart(notice, press, store) : null;
  if (matter === null || slips === null || stamps === null || (isMoved && apart === null)) return null;

  const documents = await readDocuments(order, opened, store);
  const sources: Sources = {
    document: (id) => present(documents.get(id), id),
    withImprintApart: (id) => present(apart ?? undefined, id),
    cover: ({ number }) => slips.get(number) ?? null,
    stamp: (number) => present(stamps.get(number), String(number)),
  };
  const { title: _, ...metadata } = notice.metadata;
  return {
    dispatch,
    files: async function* () {
      yield* matter;
      for (const way of ways) yield* printFiles(way, { dispatch, sources, store, metadata, progress });
      yield* mailFiles(order, opened);
    },
  };
}

/** What was built, checked, and who gets what of it; null after findings. */
function openDispatch(order: PrintOrder, ending: Ending): Opened | null {
  const { loaded, manifest, read, press } = order;
  const { findings } = press;
  const { plan, placeOf } = loaded;
  const recipients = recipientsOf(plan);
  if (plan.distribution.length === 0) {
    findings.report('printing/usual-list', '数据里没有“分发”：每个村各发一份，存档两份');
  }
  const built = openBuiltSet(recipients, {
    manifest,
    read,
    plan: { title: plan.scheme.title, documentNumber: plan.notice.documentNumber },
    isCurrent: currentness(order),
    placeOf: ({ entry }) => placeOf(entry === null ? [] : ['分发', entry, '收文单位']),
    findings,
  });
  if (built === null) return null;
  const documents = new Map(
    [...built].flatMap(([id, { job, file }]): readonly [string, PrintedDocument][] => {
      const { kind, title, village } = job;
      const own = { id, kind, title, village, pages: file.pages ?? 0 };
      return [[id, { ...own, ending: kind === 'notice' ? ending : 'plain' }]];
    }),
  );
  const dispatch = planDispatch(recipients, documents, plan.notice.copyNumber);
  return { built, dispatch, numbers: dispatch.copyNumbers };
}

/** Compares what a file was made from with what the data and templates make now. */
function currentness({ composition, workbooks, madeFrom }: PrintOrder) {
  const jobs = new Map(planJobs(composition.plan, { composition, workbooks }).map((job) => [job.id, job]));
  return (id: string, { format, sha256 }: ManifestFile): boolean => {
    const made = madeFrom(id, format);
    const job = jobs.get(id);
    if (made === null || made.sha256 !== sha256 || job === undefined) return true;
    const composed = format === 'xlsx' ? job.workbook?.() : job.document?.();
    return composed === undefined || composed === null || fingerprintOf(composed).content === made.content;
  };
}

const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} was not read`);
  return value;
};

/** The documents that go out on paper, read back; those of a kind share their fonts. */
async function readDocuments(
  { read, press }: PrintOrder,
  { built, dispatch }: Opened,
  store: PartStore,
): Promise<ReadonlyMap<string, ReadPdf>> {
  const documents = new Map<string, ReadPdf>();
  for (const { runs } of groupByKind(dispatch.runs)) {
    const own: ReadPdf[] = [];
    for (const { document } of runs) {
      const path = present(built.get(document.id), document.id).file.path;
      own.push(await readPdf(present(read(path) ?? undefined, path), store));
    }
    const unified = unifyFonts(own, (name, character) => findFont(press, name, character), store);
    for (const [index, { document }] of runs.entries()) {
      documents.set(document.id, present(unified[index], document.id));
    }
  }
  return documents;
}

/** The files of each recipient by mail, as they were built, in a folder of its own. */
async function* mailFiles({ read }: PrintOrder, { built, dispatch }: Opened): AsyncGenerator<PrintFile> {
  const count = dispatch.onPaper.length + dispatch.byMail.length;
  for (const { recipient, number, documents } of dispatch.byMail) {
    const folder = `${printFolders.mail}/${inOrder(number, count)} ${fileName(recipient.name)}`;
    for (const { id } of documents) {
      const { path, format, pages } = present(built.get(id), id).file;
      const name = path.split('/').at(-1) ?? path;
      const bytes = present(read(path) ?? undefined, path);
      yield { path: `${folder}/${name.slice(0, -format.length - 1)}`, format, bytes, pages };
    }
  }
}
