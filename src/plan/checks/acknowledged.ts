import { rules } from '../../diagnostics/catalogue.ts';
import type { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, textOf } from './reading.ts';

/** 已核对 names rules there are: a misspelt one would silence nothing. */
export function checkAcknowledged(root: SourceMap, findings: Findings): void {
  for (const entry of itemsOf(below(root, '已核对'))) {
    const rule = textOf(below(entry, '规则'));
    if (rule === null || Object.hasOwn(rules, rule.value)) continue;
    findings.report('data/unknown-reference', `没有“${rule.value}”这条规则`, rule.place, {
      actual: rule.value,
      hint: didYouMean(rule.value, Object.keys(rules)) ?? '规则是提示后面括号里的名字，如 text/words',
    });
  }
}
