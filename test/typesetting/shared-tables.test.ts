import { expect, test } from 'vitest';
import { nowhere } from '../../src/diagnostics/place.ts';
import type { Block } from '../../src/document/block.ts';
import { text } from '../../src/document/inline.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { standardProfile } from '../../src/document/profile.ts';
import type { FaceMetrics } from '../../src/typesetting/glyph.ts';
import type { TypesetDocument } from '../../src/typesetting/page.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { cell, documentOf, paragraph, portrait, row, squareFaces, table } from './example.ts';

const landscape = (...blocks: Block[]): OfficialDocument => documentOf({ orientation: 'landscape', blocks });
/** The same document with nothing in common with any other. */
const copied = (document: OfficialDocument): OfficialDocument => JSON.parse(JSON.stringify(document));

const rows = Array.from({ length: 40 }, (_, index) =>
  row(cell(0, String(index + 1)), cell(1, '落实村务公开，'.repeat(1 + (index % 5)))),
);
const shared = table(['序号', '任务'], ...rows);

/** Faces whose Chinese characters are narrower: other lines. */
const narrowFaces: FaceMetrics = {
  ...squareFaces,
  drawnBy: (role, codePoint) => ({ face: role, advance: codePoint < 0x7f ? 0.5 : 0.9 }),
};

/** Documents that share a table, each set after the one before, with their faces. */
const cases: readonly (readonly [string, OfficialDocument, FaceMetrics])[] = [
  ['the first', portrait(paragraph('第1村'), shared), squareFaces],
  ['another village', portrait(paragraph('第2村'), shared), squareFaces],
  ['a longer text above it', portrait(paragraph('第3村'.repeat(40)), shared), squareFaces],
  ['a paragraph more above it', portrait(paragraph('甲'), paragraph('乙'), shared), squareFaces],
  ['words that belong to it below', portrait(paragraph('甲'), shared, paragraph('签字')), squareFaces],
  ['a turned page', landscape(paragraph('甲'), shared), squareFaces],
  ['other faces', landscape(paragraph('甲'), shared), narrowFaces],
  ['twice in a document', portrait(shared, paragraph('甲'), shared), narrowFaces],
  [
    'another pitch of the lines',
    { ...portrait(shared, paragraph('甲'), shared), profile: { ...standardProfile, linePitch: 28 } },
    narrowFaces,
  ],
];

const note: Block = { kind: 'table-note', inlines: [text('注：略')], place: nowhere };

/** Pages a table ends on, each time a line lower: with a note below it, too, which takes the last rows along where it goes over. */
const lowerAndLower = Array.from({ length: 30 }, (_, lines) => {
  const above = Array.from({ length: lines }, () => paragraph('甲'));
  return [
    [`${lines} lines below the head`, portrait(...above, shared), squareFaces],
    [`${lines} lines below the head, a note below`, portrait(...above, shared, note), squareFaces],
  ] as const;
}).flat();

test('a table many documents share is set in each as if it were its own', () => {
  const set = [...cases, ...lowerAndLower].map(([what, each, faces]): readonly [string, TypesetDocument] => [
    what,
    typeset(each, faces),
  ]);
  const alone = [...cases, ...lowerAndLower].map(([what, each, faces]) => [
    what,
    typeset(copied(each), faces),
  ]);
  expect(set).toEqual(alone);
});
