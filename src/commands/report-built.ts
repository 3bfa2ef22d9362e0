import { type Format, formats, type ManifestJob } from '../delivery/manifest.ts';
import type { OpenPlan } from '../pipeline.ts';

const formatNames: Readonly<Record<Format, string>> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' };

/** What was written of a plan. */
export interface BuiltPlan {
  readonly name: string;
  /** As shown to the clerk. */
  readonly folder: string;
  readonly jobs: readonly ManifestJob[];
  readonly open: OpenPlan;
}

/** How many files in which folder, and what to look at. */
export function reportBuilt({ name, folder, jobs, open }: BuiltPlan): string {
  const files = jobs.flatMap((job) => job.files);
  const counts = formats.flatMap((format) => {
    const count = files.filter((file) => file.format === format).length;
    return count === 0 ? [] : [`${formatNames[format]} ${count}`];
  });
  const lines = [`“${name}”：已生成 ${files.length} 个文件（${counts.join('、')}），放在 ${folder}`];

  const notice = jobs.find((job) => job.kind === 'notice');
  const [first] = (notice ?? jobs[0])?.files.toReversed() ?? [];
  if (first !== undefined) {
    const what = notice === undefined ? '' : '，核对红头、文号、日期、村名、页码';
    lines.push(`  印发前请先看 ${first.path}${what}`);
  }

  const doubts = open.plan.corrections.filter((correction) => correction.state === '待确认').length;
  if (doubts > 0) {
    const place = open.placeOf(['更正记录']);
    const file = place.kind === 'file' ? place.file : `data/${name}`;
    lines.push(`  更正记录里有 ${doubts} 处请办公室确认，见 ${file}`);
  }
  return lines.join('\n');
}
