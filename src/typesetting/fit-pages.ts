import { nowhere } from '../diagnostics/place.ts';
import type { Block } from '../document/block.ts';
import { type BlockFitting, type Fitting, plainBlock, type SectionFitting } from '../document/fitting.ts';
import { plainText } from '../document/inline.ts';
import type { OfficialDocument, Section } from '../document/official-document.ts';
import { header as headerRules, usualMarkSize } from '../format/elements.ts';
import { type Format, formatOf } from '../format/format.ts';
import { page as pageRules } from '../format/page.ts';
import { signatureFitting } from '../format/page-fitting.ts';
import { setWidthInCharacters } from '../format/spacing.ts';
import { fitParagraph } from './fit-paragraph.ts';
import { Typecase } from './glyph.ts';
import { imprintOf, imprintPlace, roomForSeal, standsFree } from './imprint-place.ts';
import { layOut, type Setting, type Sheet } from './lay-out.ts';
import { nominalFaces } from './nominal-faces.ts';
import { Structure } from './structure.ts';

/** Fitted documents: the same one is asked for by each writer. */
const fitted = new WeakMap<OfficialDocument, Fitting>();

/**
 * Decides what a document needs so that its pages begin and end well. By nominal widths alone, so that it is the same
 * for every writer and on every machine.
 */
export function fitPages(document: OfficialDocument): Fitting {
  let fitting = fitted.get(document);
  if (fitting === undefined) {
    fitting = decide(document);
    fitted.set(document, fitting);
  }
  return fitting;
}

function decide(document: OfficialDocument): Fitting {
  const format = formatOf(document.profile);
  const typecase = Typecase.of(nominalFaces, format.ownFigures);
  const sections = document.sections.map((section) => fitParagraphs(section, format, typecase));
  const plain: Fitting = { sections, markSize: null, imprint: 'last-page' };
  const pages = new Trial(document, typecase);
  const begun = fitFirstPage(document, plain, pages);
  const signed = document.sections.reduce(
    (fitting, _, index) => fitSignature(document, index, fitting, pages),
    begun,
  );
  return fitImprint(document, signed, pages);
}

/** No last line of a paragraph is a single character. */
function fitParagraphs(section: Section, format: Format, typecase: Typecase): SectionFitting {
  const frame = format.frameOf(section);
  const blocks = section.blocks.map((block): BlockFitting => {
    const tracking = fitParagraph(block, frame.width, format, typecase);
    return tracking === 0 ? plainBlock : { ...plainBlock, tracking };
  });
  return { linePitch: format.profile.linePitch, blocks };
}

/** What stands on a page, by kinds of elements. */
type Kinds = ReadonlySet<string>;

/** A document set on trial. */
interface TrialPages {
  readonly sheets: readonly Sheet[];
  readonly setting: Setting;
  kinds(sheet: Sheet): Kinds;
}

/** Sets a document with one fitting after the other. */
class Trial {
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
const bodyKinds = ['paragraph', 'heading', 'roster', 'table', 'cell'];

/** Whether the first page has text below its head; a document without a head needs none. */
function hasBody({ header }: OfficialDocument, fitting: Fitting, pages: Trial): boolean {
  if (header === null) return true;
  const { sheets, kinds } = pages.set(fitting);
  const [first] = sheets;
  return first !== undefined && bodyKinds.some((kind) => kinds(first).has(kind));
}

/** 公文首页必须显示正文 §7.3.3: a smaller mark of several issuers, then 主送机关 in 版记. */
function fitFirstPage(document: OfficialDocument, fitting: Fitting, pages: Trial): Fitting {
  const { header, imprint, sections } = document;
  if (header === null) return fitting;
  const has = (trial: Fitting) => hasBody(document, trial, pages);
  if (has(fitting)) return fitting;
  let smaller = fitting;
  // The mark of preprinted paper has the size it has.
  if (header.form === 'file' && header.issuerMark.length > 1 && !document.profile.preprinted) {
    for (let size = usualMarkSize(header) - 1; size >= headerRules.leastMarkSize.value; size--) {
      smaller = { ...fitting, markSize: size };
      if (has(smaller)) return smaller;
    }
  }
  const [first, ...rest] = smaller.sections;
  const at = sections[0]?.blocks.findIndex(({ kind }) => kind === 'addressee') ?? -1;
  if (first === undefined || at < 0 || imprint?.kind !== 'printed') return smaller;
  const moved = { ...smaller, sections: [withBlock(first, at, { inImprint: true }), ...rest] };
  const usual = { ...moved, markSize: null };
  return has(usual) ? usual : moved;
}

const withBlock = (section: SectionFitting, at: number, change: Partial<BlockFitting>): SectionFitting => ({
  ...section,
  blocks: section.blocks.map((block, index) => (index === at ? { ...block, ...change } : block)),
});

/**
 * Signature and date do not stand alone on a page §7.3.5.5: lines a little closer where that takes them in, else the
 * last paragraph goes with them.
 */
function fitSignature(document: OfficialDocument, index: number, fitting: Fitting, pages: Trial): Fitting {
  const blocks = document.sections[index]?.blocks ?? [];
  const at = blocks.findIndex(({ kind }) => kind === 'signature');
  const own = fitting.sections[index];
  if (at < 1 || own === undefined) return fitting;
  const withSection = (section: SectionFitting): Fitting => ({
    ...fitting,
    sections: fitting.sections.map((each, position) => (position === index ? section : each)),
  });
  const standsAlone = (trial: Fitting) => {
    const { sheets, kinds } = pages.set(trial);
    const sheet = sheets.find((each) => each.section === index && kinds(each).has('signature'));
    return sheet !== undefined && bodyKinds.every((kind) => !kinds(sheet).has(kind));
  };
  if (!standsAlone(fitting)) return fitting;
  const { step, most } = signatureFitting.value;
  for (let less = step; less <= most + 0.001; less += step) {
    const linePitch = Math.round((own.linePitch - less) * 20) / 20;
    const closer = withSection({ ...own, linePitch });
    if (!standsAlone(closer)) return closer;
  }
  // What the first page would lose its text to is not carried: then at least the attachments go along.
  const carried = carriedWith(blocks, at, own).map(withSection);
  return (
    carried.find((trial) => !standsAlone(trial) && hasBody(document, trial, pages)) ?? carried[1] ?? fitting
  );
}

/** Lines a paragraph fills at least. */
const linesOf = (block: Block | undefined): number =>
  block?.kind === 'paragraph' &&
  setWidthInCharacters(plainText(block.inlines)) > pageRules.grid.value.characters
    ? 2
    : 1;

/** Ways to have something go with a signature: text of two lines at least, with the attachments named below it; these alone. */
function carriedWith(blocks: readonly Block[], at: number, own: SectionFitting): readonly SectionFitting[] {
  let attachments: SectionFitting | null = null;
  let carried = own;
  let lines = 0;
  for (let index = at - 1; index >= 0 && lines < 2; index--) {
    carried = withBlock(carried, index, { withNext: true });
    if (blocks[index]?.kind === 'attachment-note') attachments = carried;
    else lines += linesOf(blocks[index]);
  }
  return attachments === null ? [carried] : [carried, attachments];
}

function fitImprint(document: OfficialDocument, fitting: Fitting, pages: Trial): Fitting {
  if (document.imprint === null) return fitting;
  const { sheets, setting } = pages.set(fitting);
  const imprint = imprintOf(document, document.imprint, fitting, setting);
  const free = standsFree(sheets.at(-1), imprint, roomForSeal(document));
  // The copies of a letter stand on its last page, whichever that is (§10.1).
  const duplex = document.profile.duplex && document.imprint.kind === 'printed';
  return { ...fitting, imprint: imprintPlace(sheets.length, free, duplex) };
}
