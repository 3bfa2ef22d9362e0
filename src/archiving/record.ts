import type { Format, JobKind } from '../delivery/manifest.ts';
import type { CalendarDate } from '../document/calendar-date.ts';
import type { ArchiveCodes } from './archive-number.ts';

/** A file of the record, where it stands in the archive folder. */
export interface RecordFile {
  /** From the archive folder, with `/`. */
  readonly path: string;
  readonly job: string;
  readonly kind: JobKind;
  readonly title: string;
  readonly format: Format;
  readonly bytes: number;
  readonly sha256: string;
  /** Pages of a PDF; null for the other formats. */
  readonly pages: number | null;
  /** Edited by hand after the build and accepted so: it cannot be made again from the data. */
  readonly edited: boolean;
}

/** A face that PDF files of the record were drawn with. */
export interface RecordFace {
  /** 仿宋, 小标宋 … and the name of the face. */
  readonly role: string;
  readonly name: string;
  readonly sha256: string;
}

/** What is known of a record when it is closed: one 件, whatever number of files it has. */
export interface ArchiveRecord {
  readonly schema: 1;
  readonly number: string;
  readonly codes: ArchiveCodes;
  readonly fondsName: string;
  readonly organName: string | null;
  readonly responsible: string;
  readonly plan: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly dateOfIssue: CalendarDate;
  readonly classification: string | null;
  readonly pages: number;
  readonly remark: string | null;
  /** 1 for the first closing, 2 for the next …. */
  readonly version: number;
  readonly closedOn: CalendarDate;
  /** Version of the program, and a hash of its code. */
  readonly program: { readonly version: string; readonly code: string };
  readonly faces: readonly RecordFace[];
  /** Faces that stood in for the proper ones, as they were reported. */
  readonly substitutes: readonly string[];
  /** Characters another face than that of their role had to draw, as they were reported. */
  readonly fallbacks: readonly string[];
  readonly files: readonly RecordFile[];
}

/** Kinds whose pages count: attachments by themselves are pages of the notice once more. */
const counted: Readonly<Record<JobKind, boolean>> = {
  notice: true,
  attachment: false,
  'task-sheet': true,
  'task-ledger': true,
  'evaluation-form': true,
  'evaluation-summary': true,
};

/** 页数 of a record: the pages of what is printed of it, each once. */
export const pageCountOf = (files: readonly Pick<RecordFile, 'kind' | 'pages'>[]): number =>
  files.reduce((sum, { kind, pages }) => sum + (counted[kind] ? (pages ?? 0) : 0), 0);

/** Folders of an archive folder. */
export const recordFolders = { pdf: '归档件/PDF', docx: '归档件/Word', xlsx: '归档件/Excel' } as const;

/** Folders of what the record was made from. */
export const sourceFolders = { data: '形成材料/data', templates: '形成材料/templates' } as const;

/** Names of the files that describe a record. */
export const recordNames = {
  description: '说明文件.txt',
  list: '归档文件目录',
  note: '备考表',
  metadata: '元数据.xml',
  record: '归档信息.json',
  manifest: '生成清单.json',
  checksums: '校验值.sha256',
} as const;

/** Name of the folder of a record, as all systems may have it. */
export const recordFolderName = (number: string, version: number): string =>
  version === 1 ? number : `${number} 第${version}版`;

/** The version a folder's name tells; null where it is no folder of the record. */
export function versionOf(name: string, number: string): number | null {
  if (name === number) return 1;
  const rest = name.startsWith(`${number} `) ? name.slice(number.length + 1) : '';
  const version = Number(/^第([2-9]|[1-9]\d+)版$/.exec(rest)?.[1] ?? 0);
  return version === 0 ? null : version;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Reads what was known of a record when it was closed; null for anything else. */
export function readRecord(text: string): ArchiveRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    const known =
      isRecord(value) &&
      value.schema === 1 &&
      [value.number, value.plan, value.title, value.documentNumber].every(
        (each) => typeof each === 'string',
      ) &&
      Number.isInteger(value.version) &&
      isRecord(value.dateOfIssue) &&
      isRecord(value.codes) &&
      Array.isArray(value.files) &&
      Array.isArray(value.faces) &&
      Array.isArray(value.substitutes) &&
      Array.isArray(value.fallbacks);
    return known ? (value as unknown as ArchiveRecord) : null;
  } catch {
    return null;
  }
}
