import { expect, test } from 'vitest';
import { PdfFile } from '../../../src/writers/pdf/pdf-file.ts';
import { addStructureTree, type TaggedElement } from '../../../src/writers/pdf/structure-tree.ts';
import { element } from './sheets.ts';

const numbers = { first: 20, page: (index: number) => 6 + 2 * index };

/** Sources of the tree's objects in a file of nothing else. */
function structureTree(
  structure: readonly TaggedElement[],
  marked: readonly (readonly number[])[],
): readonly string[] {
  const file = new PdfFile();
  addStructureTree(structure, marked, numbers, file);
  const written = Buffer.from(file.finish({ root: 1, information: 1, id: '' })).toString('latin1');
  return [...written.matchAll(/\d+ 0 obj\n(.*)\nendobj\n/g)].map(([, source = '']) => source);
}

test('an element over two pages refers to both', () => {
  const [root, parents, document, paragraph] = structureTree(
    [element('Document', null), element('P', 0)],
    [[1, 1], [1]],
  );
  expect(root).toContain('/K[22 0 R]/ParentTree 21 0 R/ParentTreeNextKey 2');
  expect(parents).toBe('<</Nums[0[23 0 R 23 0 R]1[23 0 R]]>>');
  expect(document).toBe('<</S/Document/P 20 0 R/K 23 0 R>>');
  expect(paragraph).toBe('<</S/P/P 22 0 R/Pg 6 0 R/K[0 1<</Type/MCR/Pg 8 0 R/MCID 0>>]>>');
});

test('cells say what they span, heads that they stand over columns', () => {
  const tree = structureTree(
    [element('Table', null), element('TR', 0), element('TH', 1, 3), element('TD', 1, 1, 4), element('TD', 1)],
    [],
  );
  expect(tree[4]).toContain('/A<</O/Table/Scope/Column/ColSpan 3>>');
  expect(tree[5]).toContain('/A<</O/Table/RowSpan 4>>');
  expect(tree[6]).toBe('<</S/TD/P 23 0 R>>');
});
