import type { Findings } from '../../diagnostics/findings.ts';
import { recallWithFindings } from '../../keeping/recall.ts';
import type { Shelf } from '../../keeping/shelf.ts';
import { packTree, unpackTree } from './packed-tree.ts';
import type { SourceMap } from './source-tree.ts';
import { readYaml } from './yaml-file.ts';

/** As `readYaml`; of a file that is what it was in an earlier run, the values come from the shelf. */
export function readKeptYaml(
  file: string,
  stored: string,
  findings: Findings,
  shelf: Shelf,
): SourceMap | null {
  const packed = recallWithFindings(shelf, `YAML ${file}`, stored, findings, (own) => {
    const read = readYaml(file, stored, own);
    return read === null ? null : packTree(read);
  });
  return packed === null ? null : unpackTree(packed, file);
}
