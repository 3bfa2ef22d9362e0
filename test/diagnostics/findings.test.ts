import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import type { Place } from '../../src/diagnostics/place.ts';

const at = (line: number): Place => ({ kind: 'file', file: '村居.yaml', line, column: 1 });
const lines = (findings: Findings) =>
  findings.sorted().map(({ place }) => (place.kind === 'file' ? place.line : 0));

describe('what is wrong with the words of a text', () => {
  test('is told once, where the text was met first', () => {
    const findings = new Findings();
    findings.reportIn('设卡设卡。', 'text/doubled-words', '“设卡”重复', at(7), {});
    findings.reportIn('设卡设卡。', 'text/doubled-words', '“设卡”重复', at(3), {});
    findings.reportIn('再设卡设卡。', 'text/doubled-words', '“设卡”重复', at(9), {});
    expect(lines(findings)).toEqual([7, 9]);
  });

  test('is so where others found it, too', () => {
    const [findings, first, second] = [new Findings(), new Findings(), new Findings()];
    second.reportIn('设卡设卡。', 'text/doubled-words', '“设卡”重复', at(3), {});
    first.reportIn('设卡设卡。', 'text/doubled-words', '“设卡”重复', at(7), {});
    findings.hear(first.handOver());
    findings.hear(second.handOver());
    expect(lines(findings)).toEqual([7]);
  });
});

test('what is handed over is gone, and may be found anew', () => {
  const findings = new Findings();
  findings.report('data/no-plan', '没有数据文件');
  findings.report('data/no-plan', '没有数据文件');
  expect(findings.handOver()).toHaveLength(1);
  expect([findings.count, findings.hasErrors]).toEqual([0, false]);
  findings.report('data/no-plan', '没有数据文件');
  expect([findings.count, findings.hasErrors]).toEqual([1, true]);
});
