import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OfficialDocument } from '../src/document/official-document.ts';
import { typeset } from '../src/typesetting/typeset.ts';
import { writeProof } from '../src/writers/proof/write-proof.ts';
import { documentsOf } from './both-ways.ts';
import { fixtureDocuments } from './fixture-documents.ts';
import { faceName, fixedFaces } from './typesetting/fixed-faces.ts';

/**
 * The accepted proof of a document of every kind. A difference shows what a change does to the pages; when it is meant,
 * `npx vitest run test/proofs.test.ts -u` accepts it, and the commit shows it.
 */

/** One of each kind: of the documents made per village, the first. */
function oneOfEachKind(documents: readonly OfficialDocument[]): readonly OfficialDocument[] {
  const kinds = new Set<string>();
  return documents.filter(({ id }) => {
    const [kind = ''] = id.split('/');
    if (kind === 'attachment') return true;
    const isFirst = !kinds.has(kind);
    kinds.add(kind);
    return isFirst;
  });
}

const plan = oneOfEachKind(documentsOf(join(import.meta.dirname, '..', 'data', '2022-清廉村居创建')));

test.each([...plan, ...fixtureDocuments('forms')].map((document) => [document.id, document] as const))(
  '%s',
  async (id, document) => {
    const proof = writeProof(typeset(document, fixedFaces), faceName);
    const file = join(import.meta.dirname, 'proofs', `${id.replace('/', '-')}.txt`);
    await expect(proof).toMatchFileSnapshot(file);
  },
);
