import type { Format } from '../delivery/manifest.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { Workbook } from '../document/workbook.ts';

/** A composed job to be made into files. */
export interface Task {
  /** Job id. */
  readonly id: string;
  /** What the clerk calls it. */
  readonly title: string;
  readonly document: OfficialDocument | null;
  readonly workbook: Workbook | null;
  readonly formats: readonly Format[];
}

/** A file that was made. */
export interface MadeFile {
  readonly format: Format;
  readonly content: Uint8Array;
  readonly sha256: string;
  /** Pages of a PDF; null for the other formats. */
  readonly pages: number | null;
}

/** What came of a task; no files where there are errors. */
export interface Made {
  readonly files: readonly MadeFile[];
  readonly findings: readonly Finding[];
}
