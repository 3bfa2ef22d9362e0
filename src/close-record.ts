import { archiveCodesOf, archiveNumber } from './archiving/archive-number.ts';
import { checksumList } from './archiving/checksums.ts';
import { metadataXml } from './archiving/metadata-xml.ts';
import {
  type ArchiveRecord,
  pageCountOf,
  type RecordFace,
  type RecordFile,
  recordFolders,
  recordNames,
  sourceFolders,
} from './archiving/record.ts';
import { recordView } from './archiving/record-view.ts';
import { composeDocument, composeNotice, noticeId } from './composition/documents.ts';
import { composeWorkbook } from './composition/workbooks/compose-workbook.ts';
import type { Manifest, ManifestFile, ManifestJob } from './delivery/manifest.ts';
import { sha256Of } from './delivery/sha256.ts';
import type { CalendarDate } from './document/calendar-date.ts';
import { roleNames } from './format/faces.ts';
import { formatOf } from './format/format.ts';
import { formatsOf, planJobs } from './jobs.ts';
import { make } from './making/make.ts';
import type { Tools } from './making/tools.ts';
import type { OpenComposition } from './open-composition.ts';
import { withArchiveStamp } from './typesetting/set-archive-stamp.ts';
import { typeset } from './typesetting/typeset.ts';
import { writePdf } from './writers/pdf/write-pdf.ts';
import { writeText } from './writers/text/write-text.ts';

/** A file of an archive folder. */
export interface ArchiveFile {
  /** From the archive folder, with `/`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What is closed, and with what. */
export interface ClosingOrder {
  /** Name of the plan's folder. */
  readonly name: string;
  readonly open: OpenComposition;
  readonly manifest: Manifest;
  /** Reads a file the build left; null where it is gone. */
  readonly read: (path: string) => Uint8Array | null;
  /** Data and templates as they are stored, by path from the project's folder. */
  readonly sources: ReadonlyMap<string, Uint8Array>;
  /** Files changed by hand that are accepted so, by path in the manifest. */
  readonly accepted: ReadonlySet<string>;
  /** Whether characters drawn by another face than that of their role are accepted so. */
  readonly acceptFallbacks: boolean;
  readonly version: number;
  readonly closedOn: CalendarDate;
  readonly program: ArchiveRecord['program'];
  readonly tools: Tools;
  /** Told before each job is made again; throws where the clerk stops. */
  readonly progress: (title: string) => Promise<void>;
}

const encoder = new TextEncoder();

/** Path of a file of the build in the archive folder. */
export const archivedPath = ({ format, path }: Pick<ManifestFile, 'format' | 'path'>): string =>
  `${recordFolders[format]}/${path}`;

/** A build that may be closed. */
export interface Checked {
  readonly files: readonly RecordFile[];
  /** Faces that stand in for the proper ones. */
  readonly substitutes: readonly string[];
  /** Characters that another face than that of their role drew. */
  readonly fallbacks: readonly string[];
}

/**
 * Looks whether a build may be closed as a record: everything made, unchanged since (or accepted as changed), and the
 * same as its data give now, so that it can be made again. Everything that is wrong is reported; null then.
 */
export async function checkClosing(order: ClosingOrder): Promise<Checked | null> {
  const { open, manifest, tools, progress } = order;
  const { findings } = open.composition;
  const built = new Map(manifest.jobs.map((job) => [job.id, job]));
  const files: RecordFile[] = [];
  const fallbacks = new Set<string>();
  const substitutes = new Set<string>();
  for (const job of planJobs(open.loaded.plan, open)) {
    await progress(job.title);
    const formats = formatsOf(job);
    const task = {
      title: job.title,
      id: job.id,
      document: job.document?.() ?? null,
      workbook: job.workbook?.() ?? null,
      formats,
    };
    if (findings.hasErrors) continue;
    const made = await make(task, tools);
    for (const finding of made.findings) {
      if (finding.rule === 'fonts/fallback') fallbacks.add(finding.message);
      if (finding.rule === 'fonts/substitute') substitutes.add(finding.message);
    }
    findings.add(made.findings);
    for (const { format, sha256 } of made.files) {
      const entry = built.get(job.id);
      const file = entry?.files.find((each) => each.format === format);
      if (entry === undefined || file === undefined) {
        findings.report('archive/not-built', `“${job.title}”（${format}）还没有生成`);
        continue;
      }
      const checked = checkFile(file, entry, sha256, order);
      if (checked !== null) files.push(checked);
    }
  }
  if (fallbacks.size > 0 && !order.acceptFallbacks) {
    for (const message of fallbacks) findings.report('archive/fallback-face', message);
  }
  return findings.hasErrors
    ? null
    : { files, substitutes: [...substitutes].sort(), fallbacks: [...fallbacks] };
}

/** One file of the build against what its data give now and what is on the disk; null after findings. */
function checkFile(
  file: ManifestFile,
  { id, kind, title }: ManifestJob,
  now: string,
  { read, accepted, open }: ClosingOrder,
): RecordFile | null {
  const { findings } = open.composition;
  const content = read(file.path);
  if (content === null) {
    findings.report('archive/not-built', `${file.path}：生成过，但现在不在输出文件夹里`);
    return null;
  }
  const standing = sha256Of(content);
  const edited = standing !== file.sha256;
  if (edited && !accepted.has(file.path)) {
    findings.report('archive/edited', `${file.path}：生成以后被人改过`, undefined, {
      hint: `要照改过的样子归档，加上 --accept "${file.path}"；不要的，重新运行 npm run build:docs。`,
    });
    return null;
  }
  if (now !== file.sha256) {
    findings.report('archive/stale', `${file.path}：和现在的数据、模板、字体生成的不一样`);
    return null;
  }
  const { format, pages } = file;
  const path = archivedPath(file);
  return { path, job: id, kind, title, format, bytes: content.length, sha256: standing, pages, edited };
}

/** The faces that drew the record, each with the value of its file. */
export const facesOf = (tools: Tools): readonly RecordFace[] =>
  tools
    .faces()
    .drawing()
    .map(({ role, name, bytes }) => ({ role: roleNames[role], name, sha256: sha256Of(bytes) }));

/** The record of a build that may be closed. */
export function recordOf(order: ClosingOrder, { files, substitutes, fallbacks }: Checked): ArchiveRecord {
  const { plan } = order.open.loaded;
  const codes = archiveCodesOf(plan);
  if (codes === null || plan.archive === null) throw new Error(`${order.name} has no archive codes`);
  const { notice, scheme, archive } = plan;
  return {
    schema: 1,
    number: archiveNumber(codes),
    codes,
    fondsName: archive.fondsName,
    organName: archive.organName,
    responsible: archive.responsible ?? notice.issuers.join('、'),
    plan: order.name,
    title: `${notice.issuers.join(' ')}关于印发《${scheme.title}》的通知`,
    documentNumber: notice.documentNumber,
    dateOfIssue: notice.dateOfIssue,
    classification: notice.classification,
    pages: pageCountOf(files),
    remark: archive.remark,
    version: order.version,
    closedOn: order.closedOn,
    program: order.program,
    faces: facesOf(order.tools),
    substitutes,
    fallbacks,
    files,
  };
}

/** The notice with the 归档章 on its first page; null where it cannot be composed. */
export function stampedNotice(
  { composition }: Pick<OpenComposition, 'composition'>,
  record: ArchiveRecord,
  tools: Tools,
): Uint8Array | null {
  const document = composeNotice(composition);
  if (document === null) return null;
  const { codes } = record;
  const stamped = withArchiveStamp(
    typeset(document, tools.faces()),
    [
      [codes.fonds, String(codes.year), String(codes.item)],
      [record.organName ?? codes.organ ?? '', codes.retention, String(record.pages)],
    ],
    tools.faces(),
    formatOf(document.profile).ownFigures,
  );
  return writePdf(stamped, tools.pdfFonts());
}

/** What describes a record: list, note, text, metadata. Everything comes from the record and the templates. */
export async function* describingFiles(
  open: OpenComposition,
  record: ArchiveRecord,
  tools: Tools,
): AsyncGenerator<ArchiveFile, void, undefined> {
  const view = { ...open.composition.view, 归档: recordView(record) };
  const formats = ['docx', 'pdf', 'xlsx'] as const;
  const composed = [
    { name: recordNames.list, template: '归档/归档文件目录', table: '归档文件目录' },
    { name: recordNames.note, template: '归档/备考表', table: null },
  ];
  for (const { name, template, table } of composed) {
    const document = composeDocument(open.composition, `archive/${name}`, template, view);
    const plain = { title: null, mark: null, note: null, place: { kind: 'nowhere' } } as const;
    const workbook =
      table === null
        ? null
        : composeWorkbook(open.workbooks, { ...plain, id: `archive/${name}`, table, view });
    const made = await make({ id: `archive/${name}`, title: name, document, workbook, formats }, tools);
    open.composition.findings.add(made.findings);
    for (const { format, content } of made.files) yield { path: `${name}.${format}`, content };
  }
  const description = composeDocument(open.composition, 'archive/description', '归档/说明文件', view);
  if (description !== null) {
    yield { path: recordNames.description, content: encoder.encode(`\uFEFF${writeText(description)}`) };
  }
  yield { path: recordNames.metadata, content: encoder.encode(metadataXml(record)) };
  yield { path: recordNames.record, content: encoder.encode(`${JSON.stringify(record, null, 2)}\n`) };
}

/** All files of the archive folder, one after the other, the list of their values last. */
export async function* closedFiles(
  order: ClosingOrder,
  checked: Checked,
): AsyncGenerator<ArchiveFile, void, undefined> {
  const { open, manifest, read, sources, tools } = order;
  const checksums = new Map<string, string>();
  const noted = (file: ArchiveFile): ArchiveFile => {
    checksums.set(file.path, sha256Of(file.content));
    return file;
  };
  const isNotice = ({ job, format }: RecordFile) => job === noticeId && format === 'pdf';
  const draft = recordOf(order, checked);
  const notice = stampedNotice(open, draft, tools);
  const files = checked.files.map((file) =>
    isNotice(file) && !file.edited && notice !== null
      ? { ...file, bytes: notice.length, sha256: sha256Of(notice) }
      : file,
  );
  const record = { ...draft, files, faces: facesOf(tools) };
  for (const file of files) {
    const stored =
      isNotice(file) && !file.edited ? notice : read(file.path.slice(recordFolders[file.format].length + 1));
    if (stored === null || sha256Of(stored) !== file.sha256) {
      open.composition.findings.report('archive/edited', `${file.path}：归档的时候又被人改动了`);
      return;
    }
    yield noted({ path: file.path, content: stored });
  }
  for (const [path, content] of sources) {
    const [top = '', ...rest] = path.split('/');
    const folder = top === 'data' ? sourceFolders.data : sourceFolders.templates;
    yield noted({ path: `${folder}/${rest.join('/')}`, content });
  }
  yield noted({
    path: recordNames.manifest,
    content: encoder.encode(`${JSON.stringify(manifest, null, 2)}\n`),
  });
  for await (const file of describingFiles(open, record, tools)) yield noted(file);
  yield { path: recordNames.checksums, content: encoder.encode(checksumList(checksums)) };
}
