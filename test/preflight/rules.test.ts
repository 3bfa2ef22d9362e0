import { describe, expect, test } from 'vitest';
import { rules } from '../../src/diagnostics/catalogue.ts';
import { preflightRules } from '../../src/preflight/rules.ts';
import { bodyCases } from './cases/body-cases.ts';
import { endCases } from './cases/end-cases.ts';
import { headCases } from './cases/head-cases.ts';
import { imprintCases } from './cases/imprint-cases.ts';
import { pageCases } from './cases/page-cases.ts';
import { said } from './example.ts';

const cases = [...pageCases, ...headCases, ...bodyCases, ...endCases, ...imprintCases];

test.each(preflightRules)('a sound notice does not break $id', (rule) => {
  expect(said({ rule, specimen: {} })).toEqual([]);
});

describe.each(cases)('$rule.id: $says', ({ rule, says, breaks, barely }) => {
  test('is broken', () => {
    const messages = said({ rule, specimen: breaks });
    expect(messages).toEqual(says.map((part) => expect.stringContaining(part)));
  });

  test('is barely not broken', () => {
    expect(said({ rule, specimen: barely })).toEqual([]);
  });
});

test('every rule has its cases', () => {
  const tried = new Set([...cases.map(({ rule }) => rule.id), 'fonts/missing-glyph']);
  expect(preflightRules.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

test('what is custom is not reported as the standard', () => {
  const custom = Object.entries(rules).filter(([, rule]) => rule.evidence === 'local');
  for (const [id, { clause, explanation }] of custom) {
    if (!id.startsWith('preflight/')) continue;
    expect([id, clause]).toEqual([id, null]);
    expect(explanation).toMatch(/没有|通行|惯例|印出来/u);
  }
});
