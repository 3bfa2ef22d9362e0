import type { Finding } from '../diagnostics/finding.ts';
import { printFindings } from '../diagnostics/print.ts';
import type { Terminal } from './setting.ts';

/**
 * Shows what was found: as JSON records, one a line, or for the clerk. What has to be mended goes to the error
 * stream, notes to the standard output: they must not look like faults. `sources` are the texts places point into.
 */
export function showFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
  { say, complain, colour }: Terminal,
  json: boolean,
): void {
  if (json) {
    for (const finding of findings) say(JSON.stringify(finding));
    return;
  }
  const notes = printFindings(
    findings.filter(({ severity }) => severity === 'note'),
    sources,
  );
  const faults = printFindings(
    findings.filter(({ severity }) => severity !== 'note'),
    sources,
    { colour },
  );
  if (notes !== '') say(`${notes}\n`);
  if (faults !== '') complain(`${faults}\n`);
}
