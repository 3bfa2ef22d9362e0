import type { OfficialDocument } from '../document/official-document.ts';
import type { TypesetDocument } from '../typesetting/page.ts';

/** What preflight looks at: a document and the pages it was set into. */
export interface Subject {
  readonly document: OfficialDocument;
  readonly typeset: TypesetDocument;
}
