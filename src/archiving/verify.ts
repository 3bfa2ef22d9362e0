import type { Findings } from '../diagnostics/findings.ts';
import { readChecksumList } from './checksums.ts';
import { isReadable } from './readable.ts';
import { recordNames } from './record.ts';

/** A file of an archive folder as it stands now. */
export interface StandingFile {
  readonly sha256: string;
  readonly content: Uint8Array;
}

/** What a look at a closed record found: how many files were there and are as they were. */
export interface Verified {
  readonly listed: number;
  readonly sound: number;
}

/**
 * Looks whether a closed record is as it was closed: every file there, unchanged, in its place, readable, and none
 * besides. `files` are those of the folder by path with `/`; `folder` is how the clerk calls it. Null where the list of
 * values itself is missing or broken.
 */
export function verifyRecord(
  files: ReadonlyMap<string, () => StandingFile>,
  folder: string,
  findings: Findings,
): Verified | null {
  const list = files.get(recordNames.checksums);
  const expected = list === undefined ? null : readChecksumList(new TextDecoder().decode(list().content));
  if (expected === null) {
    findings.report('archive/no-checksums', `${folder}/${recordNames.checksums}：没有这份清单，或者读不出来`);
    return null;
  }
  const pathsOf = new Map([...expected].map(([path, sha256]) => [sha256, path]));
  const missing = new Map<string, string>();
  let sound = 0;
  for (const [path, sha256] of expected) {
    const standing = files.get(path)?.();
    if (standing === undefined) {
      missing.set(sha256, path);
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
    const { sha256 } = read();
    const from = missing.get(sha256);
    if (from === undefined) findings.report('archive/closed-added', `${folder}/${path}：归档时没有这个文件`);
    else {
      missing.delete(sha256);
      findings.report('archive/closed-moved', `${folder}/${path}：归档时叫“${from}”`);
    }
  }
  for (const path of missing.values()) {
    findings.report('archive/closed-missing', `${folder}/${path}：不见了`);
  }
  return { listed: expected.size, sound };
}
