import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { nowhere } from '../../src/diagnostics/place.ts';
import { text } from '../../src/document/inline.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { mm } from '../../src/format/units.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { roomForSeal } from '../../src/typesetting/imprint-place.ts';
import {
  closer,
  counted,
  crowded,
  heads,
  imprints,
  letter,
  signed,
  tails,
  words,
} from '../layout-variants.ts';
import { linesOf, numberOf, paragraph, portrait, set } from './example.ts';

const named = (documents: readonly OfficialDocument[], id: string): OfficialDocument => {
  const found = documents.find((document) => document.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

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

  test('a mark of five issuers is made smaller for it', () => {
    const many = named(crowded, 'crowded/five-issuers');
    const marked = {
      ...many,
      header: { ...many.header, signatories: ['王宁', '樊菊霞', '石磊', '古莉', '段晓沛'] },
    } as OfficialDocument;
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

describe('signature and date are not alone on a page §7.3.5.5', () => {
  test.each([...tails, ...closer].map(({ id }) => id))('%s', (id) => {
    const { pages } = set(named([...tails, ...closer], id));
    const page = pages.find((each) => linesOf(each).includes('三管镇人民政府'));
    const before = linesOf(page).slice(0, linesOf(page).indexOf('三管镇人民政府'));
    expect(before.filter((line) => /坚持|党|基层/.test(line)).length).toBeGreaterThanOrEqual(2);
  });

  test('lines stand closer where that takes it in, by no more than 0.8 pt', () => {
    for (const document of closer) {
      const [section] = fitPages(document).sections;
      expect(section?.linePitch).toBeLessThan(29.6);
      expect(section?.linePitch).toBeGreaterThanOrEqual(28.8);
      expect(section?.blocks.some(({ withNext }) => withNext)).toBe(false);
    }
  });

  test('one that stands with its text is left alone', () => {
    const plain = letter('plain', [paragraph(words(20)), signed(true, '三管镇人民政府')]);
    expect(fitPages(plain).sections[0]).toEqual({
      linePitch: 29.6,
      blocks: [0, 1, 2].map(() => ({ tracking: 0, withNext: false, inImprint: false })),
    });
  });
});

describe('a last line is no single character', () => {
  test.each([27, 55, 83])('of %s characters', (count) => {
    const lines = linesOf(set(portrait(paragraph(words(count)))).pages[0]);
    expect([...(lines.at(-1) ?? '')].length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(words(count));
  });

  test('within a tenth and a half of a point', () => {
    const [section] = fitPages(portrait(paragraph(words(27)), paragraph(words(30)))).sections;
    expect(section?.blocks.map(({ tracking }) => tracking)).toEqual([0.05, 0]);
  });
});

describe('版记 §7.4', () => {
  test.each(imprints.filter(({ profile }) => profile.duplex).map(({ id }) => id))(
    '%s: on an even page',
    (id) => {
      const { pages } = set(named(imprints, id));
      expect(pages.length % 2).toBe(0);
      expect(linesOf(pages.at(-1)).join('')).toContain('印发');
    },
  );

  test.each(imprints.filter(({ profile }) => !profile.duplex).map(({ id }) => id))(
    '%s: on the last page of text where it has room',
    (id) => {
      const document = named(imprints, id);
      expect(fitPages(document).imprint).not.toBe('behind-empty-page');
    },
  );

  test('a seal keeps its room below the date, with 附注 beside it too', () => {
    const annotation = { kind: 'annotation', inlines: [text('（此件公开发布）')], place: nowhere } as const;
    const blocks = [paragraph(words(20)), signed(true, '三管镇人民政府')];
    const room = roomForSeal(letter('sealed', blocks));
    expect(room).toBeGreaterThan(0);
    expect(roomForSeal(letter('annotated', [...blocks, annotation]))).toBe(Math.max(0, room - 29.6));
    expect(roomForSeal(letter('unsealed', [...blocks.slice(0, 1), signed(false, '三管镇人民政府')]))).toBe(0);
  });

  test('how many were printed stands below 印发, parted by a thin rule, the last rule where it always is', () => {
    for (const document of counted) {
      const page = set(document).pages.at(-1);
      const rules = (page?.body ?? []).flatMap((item) =>
        item.kind === 'rule' && item.colour === 'black' ? [item] : [],
      );
      const weights = rules.map(({ weight }) => Math.round(((weight * 25.4) / 72) * 100) / 100);
      const between = weights.slice(1, -1);
      expect([weights[0], ...new Set(between), weights.at(-1)]).toEqual([0.35, 0.25, 0.35]);
      expect(between).toHaveLength(document.id === 'counted/0' ? 2 : 1);
      expect(linesOf(page).at(-1)).toBe('共印30份');
      expect((rules.at(-1)?.y1 ?? 0) + (rules.at(-1)?.weight ?? 0) / 2).toBeCloseTo(mm(262), 2);
    }
  });

  test('behind an even page without room: an empty page between, both without a number', () => {
    const { pages } = set(named(imprints, 'imprint/26/duplex'));
    expect(pages).toHaveLength(4);
    expect(pages.map(numberOf)).toEqual(['— 1 —', '— 2 —', '', '']);
    expect(linesOf(pages[2])).toEqual([]);
    expect(linesOf(pages[3]).join('')).toContain('抄送：');
  });
});
