import { expect, test } from 'vitest';
import { textRules } from '../../src/diagnostics/catalogue/text-rules.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { formatPlace } from '../../src/diagnostics/place.ts';
import { proofread } from '../../src/proofreading/proofread.ts';
import { cleanSentences, isFound, plantedSlips, slipsIn, storedPlan, templates } from './sentences.ts';

const shown = (text: string, found: ReturnType<typeof slipsIn>): readonly string[] =>
  found.map(({ rule, slip }) => `${rule} ${slip.message} ← ${text}`);

test('clean official text: no alarm at all', () => {
  const sentences = cleanSentences();
  expect(sentences.length).toBeGreaterThanOrEqual(370);
  expect(sentences.flatMap(([text, role]) => shown(text, slipsIn(text, role)))).toEqual([]);
});

test.each(['data/2022-清廉村居创建', 'test/fixtures/plans/2024-人居环境整治'])('%s: no alarm', (folder) => {
  const findings = new Findings();
  proofread({ source: storedPlan(folder), templates }, findings);
  expect(
    findings.sorted().map(({ rule, place, message }) => `${rule} ${formatPlace(place)} ${message}`),
  ).toEqual([]);
});

// The later lists were written when the rules were there, so that they say how these do on what they have not seen.
test.each([
  ['slips.txt', 120, 0.9],
  ['more-slips.txt', 60, 0.75],
  ['third-slips.txt', 120, 0.85],
  ['fresh-slips.txt', 60, 0.6],
  ['last-slips.txt', 60, 0.5],
  ['draft.txt', 20, 1],
] as const)('slips of clerks in %s: %d or more, at least a share of %d found', (file, most, least) => {
  const slips = plantedSlips(file);
  const missed = slips.filter((slip) => !isFound(slip));
  const share = 1 - missed.length / slips.length;
  const list = missed.map(({ text, what }) => `\n  ${what}：${text}`).join('');
  const found = `${slips.length} 处差错找到 ${slips.length - missed.length} 处（${(share * 100).toFixed(1)}%）`;
  console.log(`${file}：${found}${list === '' ? '' : `，没有找到：${list}`}`);
  expect(slips.length).toBeGreaterThanOrEqual(most);
  expect(share).toBeGreaterThanOrEqual(least);
});

test('every rule finds something in the lists', () => {
  const found = new Set(
    ['slips.txt', 'more-slips.txt', 'third-slips.txt', 'draft.txt']
      .flatMap((file) => plantedSlips(file))
      .flatMap(({ text, role }) => slipsIn(text, role).map(({ rule }) => rule)),
  );
  expect(Object.keys(textRules).filter((id) => !found.has(id as keyof typeof textRules))).toEqual([]);
});
