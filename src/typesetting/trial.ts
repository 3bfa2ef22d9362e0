import { nowhere } from '../diagnostics/place.ts';
import type { Fitting } from '../document/fitting.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { Typecase } from './glyph.ts';
import { layOut, type Setting, type Sheet } from './lay-out.ts';
import { Structure } from './structure.ts';

/** What stands on a page, by kinds of elements. */
type Kinds = ReadonlySet<string>;

/** A document set on trial. */
export interface TrialPages {
  readonly sheets: readonly Sheet[];
  readonly setting: Setting;
  kinds(sheet: Sheet): Kinds;
}

/** Sets a document with one fitting after the other. */
export class Trial {
  readonly #document: OfficialDocument;
  readonly #typecase: Typecase;
  #last: { readonly fitting: Fitting; readonly pages: TrialPages } | null = null;

  constructor(document: OfficialDocument, typecase: Typecase) {
    this.#document = document;
    this.#typecase = typecase;
  }

  set(fitting: Fitting): TrialPages {
    if (this.#last?.fitting === fitting) return this.#last.pages;
    const structure = new Structure();
    const root = structure.add('Document', null, { kind: 'document', place: nowhere });
    const setting = { typecase: this.#typecase, structure, root };
    const sheets = layOut(this.#document, fitting, setting);
    const kinds = (sheet: Sheet): Kinds =>
      new Set(
        sheet.matter.items.flatMap((item) =>
          item.kind === 'text' && item.element !== null
            ? [structure.elements[item.element]?.origin.kind ?? '']
            : [],
        ),
      );
    const pages = { sheets, setting, kinds };
    this.#last = { fitting, pages };
    return pages;
  }
}

/** Kinds of elements that are text rather than what stands around it. */
export const bodyKinds = ['paragraph', 'run-in-heading', 'heading', 'roster', 'table', 'cell'];

/** Whether the first page has text below its head; a document without a head needs none. */
export function hasBody({ header }: OfficialDocument, fitting: Fitting, pages: Trial): boolean {
  if (header === null) return true;
  const { sheets, kinds } = pages.set(fitting);
  const [first] = sheets;
  return first !== undefined && bodyKinds.some((kind) => kinds(first).has(kind));
}
