import {
  type BlockFitting,
  type Fitting,
  plainBlock,
  plainCopies,
  type SectionFitting,
  withBlock,
} from '../document/fitting.ts';
import type { OfficialDocument, Section } from '../document/official-document.ts';
import { type Format, formatOf } from '../format/format.ts';
import { frameOf } from '../format/page.ts';
import { latest } from '../keeping/latest.ts';
import { fitBlock, fitCopies } from './fit-lines.ts';
import { fitSignature } from './fit-signature.ts';
import { Typecase } from './glyph.ts';
import { imprintOf, imprintPlace, roomForSeal, standsFree } from './imprint-place.ts';
import { nominalFaces } from './nominal-faces.ts';
import { smallerMarks } from './smaller-marks.ts';
import { hasBody, Trial } from './trial.ts';

/**
 * Decides what a document needs so that its pages begin and end well. By nominal widths alone, so that it is the same
 * for every writer and on every machine; they ask for it one after another.
 */
export const fitPages = latest(decide);

function decide(document: OfficialDocument): Fitting {
  const format = formatOf(document.profile);
  const typecase = Typecase.of(nominalFaces, format.ownFigures);
  const sections = document.sections.map((section) => fitLines(section, format, typecase));
  const plain: Fitting = { sections, markSize: null, imprint: 'last-page', copies: plainCopies };
  const pages = new Trial(document, typecase);
  const begun = fitFirstPage(document, plain, pages);
  const signed = document.sections.reduce(
    (fitting, _, index) => fitSignature(document, index, fitting, pages, typecase),
    begun,
  );
  return fitImprint(document, signed, pages, typecase);
}

/** No last line of a paragraph is a single character. */
function fitLines(section: Section, format: Format, typecase: Typecase): SectionFitting {
  const setting = { frame: format.frameOf(section), format, typecase };
  const blocks = section.blocks.map((block, index): BlockFitting => {
    const parts = fitBlock(block, { ...setting, above: section.blocks[index - 1] });
    return parts.length === 0 ? plainBlock : { ...plainBlock, parts };
  });
  return { linePitch: format.profile.linePitch, closerTitle: 0, blocks };
}

/** 公文首页必须显示正文 §7.3.3: a smaller mark of several issuers, then 主送机关 in 版记. */
function fitFirstPage(document: OfficialDocument, fitting: Fitting, pages: Trial): Fitting {
  const { header, imprint, sections } = document;
  if (header === null) return fitting;
  const has = (trial: Fitting) => hasBody(document, trial, pages);
  if (has(fitting)) return fitting;
  let smaller = fitting;
  for (const markSize of smallerMarks(document)) {
    smaller = { ...fitting, markSize };
    if (has(smaller)) return smaller;
  }
  const [first, ...rest] = smaller.sections;
  const at = sections[0]?.blocks.findIndex(({ kind }) => kind === 'addressee') ?? -1;
  if (first === undefined || at < 0 || imprint?.kind !== 'printed') return smaller;
  const moved = { ...smaller, sections: [withBlock(first, at, { inImprint: true }), ...rest] };
  const usual = { ...moved, markSize: null };
  return has(usual) ? usual : moved;
}

function fitImprint(document: OfficialDocument, fitting: Fitting, pages: Trial, typecase: Typecase): Fitting {
  if (document.imprint === null) return fitting;
  const { sheets, setting } = pages.set(fitting);
  const { linePitch } = document.profile;
  const frame = frameOf('portrait', false, linePitch);
  const copies = fitCopies(document, fitting, { typecase, frame, format: formatOf(document.profile) });
  const imprint = imprintOf(document, document.imprint, { ...fitting, copies }, setting);
  const last = sheets.at(-1);
  const free = standsFree(last, imprint, roomForSeal(document, fitting, last, setting));
  // The copies of a letter stand on its last page, whichever that is (§10.1).
  const duplex = document.profile.duplex && document.imprint.kind === 'printed';
  return { ...fitting, copies, imprint: imprintPlace(sheets.length, free, duplex) };
}
