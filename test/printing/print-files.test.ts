import { expect, test } from 'vitest';
import type { JoinedDocument } from '../../src/printing/pdf/join.ts';
import { inVolumes } from '../../src/printing/print-files.ts';

/** A document of so many pages with bookmarks, outermost first. */
const document = (pages: number, ...titles: readonly string[]): JoinedDocument => ({
  headings: titles.map((title, depth) => ({ title, depth })),
  outlined: false,
  source: { pages: [], structure: [], outline: [] } as unknown as JoinedDocument['source'],
  sides: Array.from({ length: pages }, (_, page) => ({ kind: 'page', page, numbered: true })),
  stamp: null,
});

const shown = (volumes: ReturnType<typeof inVolumes>) =>
  volumes.map((volume) =>
    volume.map(({ headings, sides }) => `${headings.map(({ title }) => title).join('/')} ${sides.length}`),
  );

test('groups stay together, in volumes of a thousand pages at most', () => {
  expect(
    shown(
      inVolumes([[document(400, '甲')], [document(300, '乙'), document(300, '丙')], [document(500, '丁')]]),
    ),
  ).toEqual([['甲 400', '乙 300', '丙 300'], ['丁 500']]);
});

test('what one recipient gets is taken apart between documents, each volume under the recipient’s name', () => {
  const group = [document(600, '存档', '一'), document(300, '二'), document(300, '三'), document(900, '四')];
  expect(shown(inVolumes([[document(2, '甲')], group]))).toEqual([
    ['甲 2', '存档/一 600', '二 300'],
    ['存档（续）/三 300'],
    ['存档（续）/四 900'],
  ]);
});

test('without such a bookmark a volume begins with its document', () => {
  expect(shown(inVolumes([[document(600, '一'), document(600, '二')]]))).toEqual([['一 600'], ['二 600']]);
});
