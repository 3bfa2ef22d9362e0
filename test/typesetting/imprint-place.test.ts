import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { nowhere } from '../../src/diagnostics/place.ts';
import type { Block } from '../../src/document/block.ts';
import { text } from '../../src/document/inline.ts';
import type { OfficialDocument, PrintedImprint } from '../../src/document/official-document.ts';
import { mm } from '../../src/format/units.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { nominalFaces } from '../../src/typesetting/nominal-faces.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { counted, imprints, named } from '../layout-variants.ts';
import { letter, signed, words } from '../letters.ts';
import { linesOf, numberOf, paragraph, set } from './example.ts';

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

  describe('a seal keeps its room below the date', () => {
    const annotation = (words: string) =>
      ({ kind: 'annotation', inlines: [text(words)], place: nowhere }) as const;
    const short = annotation('（此件公开发布）');
    const long = annotation('（联系人：欧阳若兰，联系电话：0558-1234567，电子邮箱：sanguan@example.cn）');
    const covered = (document: OfficialDocument) => {
      const findings = new Findings();
      preflight({ document, typeset: typeset(document, nominalFaces), title: '' }, findings);
      return findings.sorted().filter(({ rule }) => rule === 'preflight/seal-room');
    };
    /** 版记 of a single line, so that the text comes near it. */
    const ending = (count: number, ...end: Block[]) =>
      letter('sealed', [...Array.from({ length: count }, () => paragraph(words(20))), ...end], {
        imprint: { ...counted[1]?.imprint, kind: 'printed', printRun: null } as PrintedImprint,
        profile: { duplex: false },
      });

    test.each([
      ['of one office', [signed(true, '三管镇人民政府')]],
      ['of two', [signed(true, '中共三管镇委员会', '三管镇人民政府')]],
      ['with 附注', [signed(true, '三管镇人民政府'), short]],
      ['with long 附注', [signed(true, '三管镇人民政府'), long]],
      [
        'of an office of 27 characters with 附注',
        [
          signed(true, '中共清源县三管镇委员会农村基层党风廉政建设工作领导小组'),
          annotation('（联系人：王宁，电话：0558-1234567）'),
        ],
      ],
    ])('%s, however full the page', (_, end) => {
      const places = new Set<string>();
      for (let count = 0; count < 24; count++) {
        const document = ending(count, ...end);
        places.add(fitPages(document).imprint);
        expect(covered(document)).toEqual([]);
      }
      expect([...places].sort()).toEqual(['last-page', 'next-page']);
    });

    test('long 附注 ends before it, short and unsealed 附注 stand as ever', () => {
      const lines = (sealed: boolean, note: Block) =>
        set(ending(0, paragraph(words(80)), signed(sealed, '三管镇人民政府'), note)).pages.flatMap((page) => {
          const all = linesOf(page);
          const date = all.indexOf('2022年5月24日');
          return date < 0 ? [] : all.slice(date + 1).filter((line) => !/印发/u.test(line));
        });
      expect(lines(true, long)).toEqual([
        '（联系人：欧阳若兰，',
        '联系电话：0558-1234567，电子邮箱：sanguan@example.cn）',
      ]);
      expect(lines(false, long)[0]).toMatch(/^（联系人：欧阳若兰，联系电话：0558-1234567，/u);
      expect(lines(true, short)).toEqual(['（此件公开发布）']);
    });

    test('附注 stays on the line below the date', () => {
      for (let count = 0; count < 24; count++) {
        const { pages } = set(ending(count, signed(true, '三管镇人民政府'), short));
        const page = pages.map(linesOf).find((each) => each.includes('（此件公开发布）')) ?? [];
        expect(page[page.indexOf('（此件公开发布）') - 1]).toBe('2022年5月24日');
      }
    });
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
