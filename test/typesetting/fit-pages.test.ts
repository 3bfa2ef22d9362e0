import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { crowded, heads, named } from '../layout-variants.ts';
import { linesOf, set } from './example.ts';

/** Rules of what preflight has to say about a document. */
function noted(id: string): readonly string[] {
  const document = named(crowded, id);
  const findings = new Findings();
  preflight({ document, typeset: set(document), title: id }, findings);
  return findings.sorted().map(({ rule }) => rule);
}

describe('the first page has text §7.3.3', () => {
  test.each(heads.map(({ id }) => id))('%s', (id) => {
    expect(linesOf(set(named(heads, id)).pages[0]).join('\n')).toContain('坚持以党的政治建设');
  });

  test('a mark of six issuers is made smaller for it', () => {
    const many = named(crowded, 'crowded/five-issuers');
    if (many.header?.form !== 'file') throw new Error('the notice has no head');
    const issuerMark = [...many.header.issuerMark, '三管镇妇女联合会'];
    const marked = { ...many, header: { ...many.header, issuerMark, signatories: ['王宁'] } };
    expect(fitPages(marked).markSize).toBeLessThan(30);
    expect(linesOf(set(marked).pages[0]).join('\n')).toContain('坚持以党的政治建设');
  });

  test('addressees too many for it stand in 版记, above 抄送', () => {
    const { pages } = set(named(crowded, 'crowded/addressees'));
    expect(linesOf(pages[0]).join('\n')).toContain('坚持以党的政治建设');
    const last = linesOf(pages.at(-1)).join('');
    expect(last).toMatch(/主送：第1行政村村民委员会.*抄送：县委办公室/);
    expect(last).not.toContain('：。');
    expect(noted('crowded/addressees')).toContain('preflight/addressee-moved');
  });

  test('twelve stay where they are', () => {
    const { pages } = set(named(crowded, 'crowded/twelve-addressees'));
    expect(linesOf(pages[0]).join('')).toContain('第12村村民委员会：');
  });
});
