import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import type { Page, TypesetDocument } from '../../src/typesetting/page.ts';
import { writeDocx } from '../../src/writers/docx/write-docx.ts';
import { fixtureDocuments } from '../fixture-documents.ts';
import { heads } from '../layout-variants.ts';
import { set } from './example.ts';

/** Documents with a head, on plain paper and on paper that bears it. */
const pairs = [...heads, ...fixtureDocuments('forms')].map((document) => {
  const preprinted: OfficialDocument = { ...document, profile: { ...document.profile, preprinted: true } };
  return [document.id, document, preprinted] as const;
});

const itemsOf = ({ body, furniture }: Page) => [...body, ...furniture];
const reds = ({ pages }: TypesetDocument) =>
  pages.flatMap(itemsOf).filter(({ colour }) => colour === 'red').length;
const blacks = ({ pages }: TypesetDocument) =>
  pages
    .flatMap(itemsOf)
    .flatMap((item) =>
      item.colour === 'red' || item.kind === 'rule' ? [] : [{ text: item.text, x: item.x, y: item.y }],
    );

describe.each(pairs)('套打: %s', (_, plain, preprinted) => {
  test('nothing red is printed, everything else stands where it does on plain paper', () => {
    expect(reds(set(plain))).toBeGreaterThan(0);
    expect(reds(set(preprinted))).toBe(0);
    // A mark on paper is never made smaller: its page may turn earlier.
    expect(blacks(set(preprinted))).toEqual(blacks(set(plain, fitPages(preprinted))));
  });

  test('preflight misses neither mark nor rule', () => {
    const findings = new Findings();
    preflight({ document: preprinted, typeset: set(preprinted), title: '' }, findings);
    const rules = findings.sorted().map(({ rule }) => rule);
    for (const rule of ['red-rule', 'issuer-mark', 'letter-rules'])
      expect(rules).not.toContain(`preflight/${rule}`);
  });

  test('the Word file has neither mark nor rules', async () => {
    const parts = async (document: OfficialDocument) =>
      Object.values(unzipSync(await writeDocx(document, fitPages(document))))
        .map((part) => strFromU8(part))
        .join('\n');
    const words = /红色分隔线|红色双线/u;
    if (plain.header?.form !== 'order') expect(await parts(plain)).toMatch(words);
    expect(await parts(preprinted)).not.toMatch(words);
    expect(await parts(preprinted)).not.toMatch(/w:val="IssuerMark"(?:(?!<\/w:p>).)*<w:t[ >]/su);
  });
});
