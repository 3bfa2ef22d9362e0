import { relative } from 'node:path';
import { type Format, formats } from '../delivery/manifest.ts';
import type { OpenPlan } from '../open-plan.ts';
import type { Built } from '../pipeline.ts';

const formatNames: Readonly<Record<Format, string>> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' };

/** What was written of a plan. */
export interface BuiltPlan {
  readonly name: string;
  /** As shown to the clerk. */
  readonly folder: string;
  readonly built: Built;
  /** Files taken away. */
  readonly removed: number;
  readonly open: OpenPlan;
}

/** A folder as the clerk knows it: from the project's folder, or whole where it lies elsewhere. */
export function shownFolder(root: string, folder: string): string {
  const near = relative(root, folder);
  return near.startsWith('..') ? folder : near;
}

/** How many files in which folder, and what to look at. */
export function reportBuilt({ name, folder, built, removed, open }: BuiltPlan): string {
  const { jobs } = built;
  const lines = [`“${name}”：${summary(built)}，放在 ${folder}`];
  if (removed > 0) lines.push(`  删去不再需要的文件 ${removed} 个`);
  if (built.made.length === 0) return lines.join('\n');

  const notice = jobs.find(({ job }) => job.kind === 'notice');
  const [first] = (notice ?? jobs[0])?.files.toReversed() ?? [];
  if (first !== undefined) {
    const what = notice === undefined ? '' : '，核对红头、文号、日期、村名、页码';
    lines.push(`  印发前请先看 ${first.path}${what}`);
  }

  const doubts = open.plan.corrections.filter((correction) => correction.state === '待确认').length;
  if (doubts > 0) {
    const place = open.placeOf(['更正记录']);
    const file =
      place.kind === 'file'
        ? place.file
        : place.kind === 'cell'
          ? `${place.file}[${place.sheet}]`
          : `data/${name}`;
    lines.push(`  更正记录里有 ${doubts} 处请办公室确认，见 ${file}`);
  }
  return lines.join('\n');
}

/** What was made, by format; what was still good is counted only. */
function summary({ jobs, made }: Built): string {
  const all = jobs.reduce((sum, { files }) => sum + files.length, 0);
  if (made.length === 0) return `${all} 个文件都没有变，不用重新生成`;
  const counts = formats.flatMap((format) => {
    const count = made.filter((each) => each === format).length;
    return count === 0 ? [] : [`${formatNames[format]} ${count}`];
  });
  const rest = all === made.length ? '' : `，其余 ${all - made.length} 个没有变`;
  return `已生成 ${made.length} 个文件（${counts.join('、')}）${rest}`;
}
