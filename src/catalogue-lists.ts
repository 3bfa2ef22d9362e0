import { archiveNumber } from './archiving/archive-number.ts';
import type { ArchiveRecord } from './archiving/record.ts';
import { catalogueView } from './archiving/record-view.ts';
import type { ArchiveFile } from './close-record.ts';
import { type ClosedRecord, latestRecords } from './closed-records.ts';
import { composeDocument } from './composition/documents.ts';
import { composeWorkbook } from './composition/workbooks/compose-workbook.ts';
import type { Format } from './delivery/manifest.ts';
import { nowhere } from './diagnostics/place.ts';
import { make } from './making/make.ts';
import type { Tools } from './making/tools.ts';
import type { OpenComposition } from './open-composition.ts';

/** Name of the list of records: of its files, its template and its table. */
export const catalogueName = '归档文件目录';

/** A file of a list with what a manifest says of it. */
export interface CatalogueFile extends ArchiveFile {
  readonly format: Format;
  readonly pages: number | null;
}

/** What the records of one list have in common: 档号 without the item, as `0001-WS·2022-D30-DZB`. */
const groupOf = ({ codes }: ArchiveRecord): string =>
  archiveNumber({ ...codes, item: 0 }).replace(/-0+$/, '');

/** The records of each list in the order of their items, each by its latest version. */
export function catalogueGroups(
  closed: readonly ClosedRecord[],
): ReadonlyMap<string, readonly ArchiveRecord[]> {
  const groups = new Map<string, ArchiveRecord[]>();
  for (const { record } of latestRecords(closed)) {
    const group = groupOf(record);
    const own = groups.get(group);
    if (own === undefined) groups.set(group, [record]);
    else own.push(record);
  }
  for (const own of groups.values()) own.sort((a, b) => a.codes.item - b.codes.item);
  return groups;
}

/**
 * 归档文件目录 over all closed records, one list for each year, retention and organ, as the rules arrange them; each as
 * Word, PDF and workbook. Stands beside the records, never in them. Null after findings.
 */
export async function makeCatalogues(
  closed: readonly ClosedRecord[],
  { composition, workbooks }: Pick<OpenComposition, 'composition' | 'workbooks'>,
  tools: Tools,
): Promise<readonly CatalogueFile[] | null> {
  const { findings } = composition;
  const files: CatalogueFile[] = [];
  for (const [group, records] of catalogueGroups(closed)) {
    const view = { ...composition.view, 归档: catalogueView(records) };
    const id = `archive/${group}`;
    const document = composeDocument(composition, id, `归档/${catalogueName}`, view);
    const workbook = composeWorkbook(workbooks, {
      ...{ id, table: catalogueName, view },
      ...{ title: null, mark: null, note: null, place: nowhere },
    });
    if (document === null || workbook === null || findings.hasErrors) return null;
    const formats = ['docx', 'pdf', 'xlsx'] as const;
    const made = await make({ id, title: catalogueName, document, workbook, formats }, tools);
    findings.add(made.findings);
    for (const { format, content, pages } of made.files)
      files.push({ path: `${group} ${catalogueName}.${format}`, format, content, pages });
  }
  return findings.hasErrors ? null : files;
}
