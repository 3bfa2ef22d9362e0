import { nowhere } from '../diagnostics/place.ts';
import { text } from '../document/inline.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { CopyNumbers } from '../plan/distribution.ts';
import { copyNumberText } from './dispatch.ts';

/**
 * A document that bears nothing but 份号, one a page, each where it stands on a first page: flush left in the first line
 * of the type area (§7.2.1).
 */
export const stampDocument = (
  { first, last }: CopyNumbers,
  { metadata, profile }: Pick<OfficialDocument, 'metadata' | 'profile'>,
): OfficialDocument => ({
  id: 'copy-numbers',
  metadata: { ...metadata, title: '份号' },
  names: [],
  profile,
  header: null,
  imprint: null,
  sections: Array.from({ length: last - first + 1 }, (_, index) => ({
    orientation: 'portrait',
    blocks: [
      {
        kind: 'paragraph',
        lead: null,
        inlines: [text(copyNumberText(first + index))],
        indent: 'none',
        place: nowhere,
      },
    ],
  })),
});
