import { nowhere } from './diagnostics/place.ts';
import type { OfficialDocument } from './document/official-document.ts';
import type { Ending } from './printing/arrangement.ts';
import type { FaceMetrics } from './typesetting/glyph.ts';
import { typeset } from './typesetting/typeset.ts';

/** How a document ends: whether blanks can stand before the page that bears its 版记. */
export function endingOf(document: OfficialDocument, faces: FaceMetrics): Ending {
  const last = document.sections.at(-1);
  if (document.imprint === null || last === undefined) return 'plain';
  const pagesOf = (each: OfficialDocument): number => typeset(each, faces).pages.length;
  const text = pagesOf({ ...document, imprint: null });
  if (pagesOf(document) > text) return 'imprint-page';
  const earlier = document.sections.slice(0, -1);
  const before = earlier.length === 0 ? 0 : pagesOf({ ...document, sections: earlier, imprint: null });
  return text - before === 1 ? 'imprint-page' : 'imprint-below-text';
}

/** The same document with its 版记 on a page of its own, right behind the text. */
export const withImprintApart = (document: OfficialDocument): OfficialDocument => ({
  ...document,
  // Where blanks go is the printing's to say.
  profile: { ...document.profile, duplex: false },
  sections: [
    ...document.sections,
    {
      orientation: 'portrait',
      blocks: [{ kind: 'paragraph', lead: null, inlines: [], indent: 'none', place: nowhere }],
    },
  ],
});
