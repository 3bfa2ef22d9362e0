import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf, textOf } from './reading.ts';

/** The promised shares are what the schedule of villages comes to: 3 of 10 villages by 2022 is 30 %. */
export function checkShares(root: SourceMap, findings: Findings): void {
  const villages = itemsOf(below(root, '村居')).map((village) => numberOf(below(village, '达标年度'))?.value);
  // A village without a year would make every share wrong.
  if (villages.length === 0 || villages.includes(undefined)) return;
  for (const target of itemsOf(below(root, '年度目标'))) {
    const year = numberOf(below(target, '年度'));
    const share = textOf(below(target, '累计比例'));
    const promised = /^(\d+)%$/.exec(share?.value ?? '')?.[1];
    if (year === null || share === null || promised === undefined) continue;
    const reached = villages.filter((own) => own !== undefined && own <= year.value).length;
    const scheduled = Math.round((reached / villages.length) * 100);
    if (scheduled === Number(promised)) continue;
    findings.report(
      'data/percentage-mismatch',
      `到 ${year.value} 年应有 ${promised}% 的村居达标，按村居安排是 ${villages.length} 个中的 ${reached} 个，占 ${scheduled}%`,
      share.place,
      { actual: `${promised}%`, expected: `${scheduled}%`, hint: '改这里的比例，或改“村居”里的达标年度' },
    );
  }
}
