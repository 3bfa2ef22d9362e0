import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { formatPlace } from '../../src/diagnostics/place.ts';
import { openPlan } from '../../src/open-plan.ts';
import { noticeFile, workFile } from '../plan/example.ts';
import { filesBelow, templates } from './sentences.ts';

/** What is found in a plan whose documents are composed. */
function found(files: ReadonlyMap<string, string>): readonly string[] {
  const findings = new Findings();
  const open = openPlan(files, templates, findings);
  for (const job of open?.jobs ?? []) job.document?.();
  return findings.sorted().map(({ rule, place, message }) => `${rule} ${formatPlace(place)} ${message}`);
}

/** The small plan with something changed. */
const small = (...edits: readonly (readonly [from: string, to: string])[]) =>
  found(
    new Map(
      Object.entries({ '公文.yaml': noticeFile, '工作.yaml': workFile }).map(([file, text]) => [
        file,
        edits.reduce((result, [from, to]) => result.replace(from, to), text),
      ]),
    ),
  );

test.each(['data/2022-清廉村居创建', 'test/fixtures/plans/2024-人居环境整治'])('%s: no alarm', (folder) => {
  expect(found(filesBelow(folder, /\.yaml$/, `${folder}/`))).toEqual([]);
});

describe('where the words of data and template meet', () => {
  test('书名号 of the title in those of the notice', () => {
    const title = ['标题: 青石镇护林防火工作方案', '标题: 青石镇《护林防火条例》实施方案'] as const;
    const lines = small(title);
    expect(lines.map((line) => line.split(' ')[0])).toContain('text/nested-marks');
  });

  test('what stands in one text is told once, at its place there', () => {
    const lines = small(['内容: 在入山路口设卡。', '内容: 在入山路口设卡设卡。']);
    expect(lines).toEqual(['text/doubled-words 工作.yaml:7:30 “设卡”重复']);
  });
});
