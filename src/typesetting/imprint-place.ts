import { addresseeInImprint, type Fitting, type ImprintPlace } from '../document/fitting.ts';
import type { Imprint, OfficialDocument } from '../document/official-document.ts';
import { formatOf } from '../format/format.ts';
import { frameOf, page } from '../format/page.ts';
import { sealOverhang } from '../format/signature.ts';
import type { Points } from '../format/units.ts';
import type { Setting, Sheet } from './lay-out.ts';
import { type SetImprint, setImprint } from './set-imprint.ts';

/** An upright page without matter. */
export const emptySheet = ({ profile, sections }: OfficialDocument, numbered: boolean): Sheet => ({
  frame: frameOf('portrait', false, profile.linePitch),
  turned: false,
  matter: { items: [], bookmarks: [], bottom: 0 },
  section: sections.length - 1,
  numbered,
});

/** Sets a document's 版记, with 主送机关 where the fitting moved them there. */
export function imprintOf(
  document: OfficialDocument,
  imprint: Imprint,
  fitting: Fitting,
  { typecase, structure, root }: Setting,
): SetImprint {
  const frame = frameOf('portrait', false, document.profile.linePitch);
  const addressee = addresseeInImprint(document, fitting);
  return setImprint(imprint, addressee, fitting.copies, {
    typecase,
    structure,
    root,
    frame,
    names: [],
    format: formatOf(document.profile),
  });
}

/** Whether 版记 finds room below the matter of a page, `spare` left free between them. */
export const standsFree = (sheet: Sheet | undefined, imprint: SetImprint, spare: Points = 0): boolean =>
  sheet !== undefined && !sheet.turned && sheet.frame.top + sheet.matter.bottom + spare <= imprint.top;

/**
 * Room a seal takes below the matter of a page, where nothing may stand. 附注 below the date stands beside the seal, so
 * it takes its lines off that room.
 */
export function roomForSeal(
  { sections }: OfficialDocument,
  fitting: Fitting,
  sheet: Sheet | undefined,
  { structure }: Setting,
): Points {
  if (sheet === undefined) return 0;
  const signature = sections[sheet.section]?.blocks.findLast(({ kind }) => kind === 'signature');
  const pitch = fitting.sections[sheet.section]?.linePitch;
  if (signature?.kind !== 'signature' || pitch === undefined) return 0;
  const baselines = sheet.matter.items.flatMap((item) =>
    item.kind === 'text' &&
    item.element !== null &&
    structure.elements[item.element]?.origin.kind === 'signature'
      ? [item.y]
      : [],
  );
  if (baselines.length === 0) return 0;
  const date = Math.max(...baselines) + pitch * (1 - page.baselineShare.value);
  return Math.max(0, date + sealOverhang(signature, pitch) - sheet.frame.top - sheet.matter.bottom);
}

/**
 * Where 版记 goes. Printed on both sides it stands on the last page of the sheet, an even one: where the text ends
 * on an odd page it goes to the next one, where it needs a page of its own behind an even one, a page between stays
 * empty (§7.4.1, §7.5).
 */
export function imprintPlace(pages: number, free: boolean, duplex: boolean): ImprintPlace {
  const isOdd = pages % 2 === 1;
  if (free && !(duplex && isOdd)) return 'last-page';
  return duplex && !isOdd ? 'behind-empty-page' : 'next-page';
}
