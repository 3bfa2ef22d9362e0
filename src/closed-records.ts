import { join } from 'node:path';
import { type ArchiveRecord, readRecord, recordFolderName, recordNames } from './archiving/record.ts';
import type { Disk } from './delivery/disk.ts';
import type { Findings } from './diagnostics/findings.ts';

/** A closed record where it stands. */
export interface ClosedRecord {
  readonly folder: string;
  readonly record: ArchiveRecord;
}

/** Folders of records: the folder itself, or those up to so many levels below it, sorted by name. */
export function recordFoldersIn(disk: Disk, folder: string, depth = 2): readonly string[] {
  if (disk.standing(folder)?.kind !== 'folder') return [];
  const isRecord = [recordNames.checksums, recordNames.record, recordNames.description].some(
    (name) => disk.standing(join(folder, name)) !== null,
  );
  if (isRecord) return [folder];
  if (depth === 0) return [];
  return disk
    .list(folder)
    .toSorted()
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => recordFoldersIn(disk, join(folder, name), depth - 1));
}

/**
 * The records closed below a folder, as they tell themselves. What cannot be read is reported, and so are versions that
 * are gone: a second one without the first.
 */
export function closedRecords(disk: Disk, folder: string, findings: Findings): readonly ClosedRecord[] {
  const records = recordFoldersIn(disk, folder).flatMap((each): readonly ClosedRecord[] => {
    const file = join(each, recordNames.record);
    const record =
      disk.standing(file)?.kind === 'file' ? readRecord(new TextDecoder().decode(disk.read(file))) : null;
    if (record !== null) return [{ folder: each, record }];
    findings.report('archive/record-unreadable', `${file}：没有，或者读不出来`);
    return [];
  });
  reportMissingVersions(records, findings);
  return records;
}

/** Reports versions that should stand before others and do not. */
export function reportMissingVersions(records: readonly ClosedRecord[], findings: Findings): void {
  for (const { record } of latestRecords(records)) {
    const { number, version } = record;
    const standing = new Set(
      records.filter((each) => each.record.number === number).map((each) => each.record.version),
    );
    for (let earlier = 1; earlier < version; earlier++) {
      if (standing.has(earlier)) continue;
      const name = recordFolderName(number, earlier);
      findings.report('archive/version-missing', `${name}：有第${version}版，没有第${earlier}版`);
    }
  }
}

/** Of each 档号 the latest version, in the order of the numbers. */
export function latestRecords(records: readonly ClosedRecord[]): readonly ClosedRecord[] {
  const latest = new Map<string, ClosedRecord>();
  for (const each of records) {
    const other = latest.get(each.record.number);
    if (other === undefined || other.record.version < each.record.version)
      latest.set(each.record.number, each);
  }
  return [...latest.values()].sort((a, b) => (a.record.number < b.record.number ? -1 : 1));
}
