import type { Findings } from '../diagnostics/findings.ts';
import { readChecksumList } from './checksums.ts';
import { isReadable } from './readable.ts';
import { readRecord, recordNames } from './record.ts';

/** A file of an archive folder as it stands now. */
export interface StandingFile {
  readonly sha256: string;
  readonly content: Uint8Array;
}

/** What a look at a closed record found: how many files were there and are as they were. */
export interface Verified {
  readonly listed: number;
  readonly sound: number;
  /** SHA-256 of the list itself, as it was told when the record was closed. */
  readonly list: string;
}

/** Files of a folder by path with `/`; each is read when it is looked at, null where it cannot be. */
export type StandingFiles = ReadonlyMap<string, () => StandingFile | null>;

/**
 * Looks whether a closed record is as it was closed: every file there, unchanged, in its place, readable, and none
 * besides. `folder` is how the clerk calls it. Null where the list of values itself is missing or broken.
 */
export function verifyRecord(files: StandingFiles, folder: string, findings: Findings): Verified | null {
  const list = files.get(recordNames.checksums)?.() ?? null;
  const expected = list === null ? null : readChecksumList(new TextDecoder().decode(list.content));
  if (list === null || expected === null) {
    findings.report('archive/no-checksums', `${folder}/${recordNames.checksums}：没有这份清单，或者读不出来`);
    return null;
  }
  const pathsOf = new Map([...expected].map(([path, sha256]) => [sha256, path]));
  const missing = new Map<string, string[]>();
  const unreadable = (path: string): void =>
    findings.report('archive/closed-unopenable', `${folder}/${path}：读不出来`, undefined, {
      hint: '可能是存储介质坏了，或者没有权限。',
    });
  let sound = 0;
  for (const [path, sha256] of expected) {
    const read = files.get(path);
    if (read === undefined) {
      missing.set(sha256, [...(missing.get(sha256) ?? []), path]);
      continue;
    }
    const standing = read();
    if (standing === null) {
      unreadable(path);
      continue;
    }
    if (standing.sha256 !== sha256) {
      const other = pathsOf.get(standing.sha256);
      const what = other === undefined ? '内容与归档时不同' : `这里放的是另一份文件“${other}”的内容`;
      findings.report('archive/closed-changed', `${folder}/${path}：${what}`, undefined, {
        actual: standing.sha256,
        expected: sha256,
      });
    } else sound += 1;
    if (!isReadable(path, standing.content)) {
      findings.report('archive/closed-unopenable', `${folder}/${path}：打不开`);
    }
  }
  for (const [path, read] of files) {
    if (path === recordNames.checksums || expected.has(path)) continue;
    const standing = read();
    const from = standing === null ? undefined : missing.get(standing.sha256)?.shift();
    if (from === undefined) findings.report('archive/closed-added', `${folder}/${path}：归档时没有这个文件`);
    else findings.report('archive/closed-moved', `${folder}/${path}：归档时叫“${from}”`);
  }
  for (const path of [...missing.values()].flat()) {
    findings.report('archive/closed-missing', `${folder}/${path}：不见了`);
  }
  checkInformation(files, expected, folder, findings);
  return { listed: expected.size, sound, list: list.sha256 };
}

/** The record tells the values of its files too: a list that was made to fit a changed file does not agree with it. */
function checkInformation(
  files: StandingFiles,
  expected: ReadonlyMap<string, string>,
  folder: string,
  findings: Findings,
): void {
  const information = files.get(recordNames.record)?.() ?? null;
  const record = information === null ? null : readRecord(new TextDecoder().decode(information.content));
  if (record === null) {
    if (information !== null)
      findings.report('archive/closed-unopenable', `${folder}/${recordNames.record}：打不开`);
    return;
  }
  for (const { path, sha256 } of record.files) {
    const listed = expected.get(path);
    if (listed === sha256) continue;
    const what = listed === undefined ? '清单里没有它' : '清单里的校验值与它的不同';
    const message = `${folder}/${recordNames.checksums}：${recordNames.record}里有“${path}”，${what}`;
    findings.report('archive/list-changed', message, undefined, {
      ...(listed === undefined ? {} : { actual: listed }),
      expected: sha256,
    });
  }
}
