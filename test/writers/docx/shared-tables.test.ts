import { expect, test } from 'vitest';
import { nowhere } from '../../../src/diagnostics/place.ts';
import type { Block } from '../../../src/document/block.ts';
import { text } from '../../../src/document/inline.ts';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { standardProfile } from '../../../src/document/profile.ts';
import { fitPages } from '../../../src/typesetting/fit-pages.ts';
import { writeDocx } from '../../../src/writers/docx/write-docx.ts';
import { cell, documentOf, paragraph, portrait, row, table } from '../../typesetting/example.ts';

const rows = Array.from({ length: 12 }, (_, index) =>
  row(cell(0, String(index + 1)), cell(1, '落实ABC村务公开12，'.repeat(1 + (index % 5)))),
);
const shared = table(['序号', '任务'], ...rows);
const signed = paragraph('签字：');
const note: Block = { kind: 'table-note', inlines: [text('注：略')], place: nowhere };

/** Documents that share a table, each written after the one before. */
const documents: readonly OfficialDocument[] = [
  portrait(paragraph('第1村'), shared),
  portrait(paragraph('第2村'), shared),
  portrait(paragraph('第2村'), shared, note),
  documentOf({ orientation: 'landscape', blocks: [shared, signed] }),
  { ...portrait(shared), profile: { ...standardProfile, westernFace: 'own' } },
  portrait(shared, paragraph('甲'), shared),
];

/** Files of documents, written one after another. */
async function written(some: readonly OfficialDocument[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const each of some) files.push(Buffer.from(await writeDocx(each, fitPages(each))).toString('base64'));
  return files;
}

test('a table many documents share is written in each as if it were its own', async () => {
  const copies: readonly OfficialDocument[] = documents.map((each) => JSON.parse(JSON.stringify(each)));
  expect(await written(documents)).toEqual(await written(copies));
});
