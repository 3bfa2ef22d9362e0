import { nowhere } from '../diagnostics/place.ts';
import type { CopiesFitting, MovedAddressee } from '../document/fitting.ts';
import type { Imprint, PrintedImprint } from '../document/official-document.ts';
import { printRunText, imprint as rules } from '../format/elements.ts';
import type { Points } from '../format/units.ts';
import { moved } from './galley.ts';
import { widthOf } from './glyph.ts';
import type { Origin, PlacedItem } from './page.ts';
import { placeLine } from './place-line.ts';
import { type ImprintSetting, setCopies, setCopyTo, setMainTo } from './set-copies.ts';
import { baselineOf } from './set-text.ts';

/** 版记 at its place on a page, in page coordinates. */
export interface SetImprint {
  /** Upper edge of its first rule. */
  readonly top: Points;
  readonly items: readonly PlacedItem[];
}

/** Sets the imprint sunk to the bottom of the type area, with 主送机关 where they were moved there. */
export const setImprint = (
  imprint: Imprint,
  addressee: MovedAddressee | null,
  fitting: CopiesFitting,
  setting: ImprintSetting,
): SetImprint =>
  imprint.kind === 'copies'
    ? setCopies(imprint, fitting.copyTo, setting)
    : setPrinted(imprint, addressee, fitting, setting);

/** Copies, printing office and print run between rules, the last one on the lower edge of the type area. */
function setPrinted(
  imprint: PrintedImprint,
  addressee: MovedAddressee | null,
  { copyTo, mainTo }: CopiesFitting,
  setting: ImprintSetting,
): SetImprint {
  const { typecase, structure, root, frame, format } = setting;
  const style = format.styles.imprint;
  const side = rules.sideIndent.value * style.size;
  const printedBy: Origin = { kind: 'printed-by', place: imprint.places.printedBy ?? nowhere };
  // 主送 stands above 抄送, with no rule between them.
  const copies = [
    ...(addressee === null ? [] : setMainTo(addressee, mainTo, setting)),
    ...(imprint.copyTo === null ? [] : setCopyTo(imprint.copyTo, imprint.places.copyTo, copyTo, setting)),
  ];
  const { bottom, thickRule, thinRule } = rules;
  const [thick, thin] = [thickRule.value, thinRule.value];
  // Every rule takes room of its own.
  const runTop = bottom.value - thick - style.pitch;
  const printedTop = imprint.printRun === null ? runTop : runTop - thin - style.pitch;
  const top = printedTop - (copies.length > 0 ? thin + copies.length * style.pitch : 0);
  const rule = (y: Points, weight: Points): PlacedItem => {
    const x2 = frame.left + frame.width;
    return { kind: 'rule', x1: frame.left, y1: y, x2, y2: y, weight, colour: 'black' };
  };
  const printed = { y: printedTop + baselineOf(style.pitch), last: true, colour: 'black' } as const;
  const by = typecase.text(imprint.printedBy, style);
  const on = typecase.text(`${imprint.printedOn}印发`, style);
  const element = structure.add('P', root, printedBy);
  const x = frame.left + side;
  const width = frame.width - 2 * side;
  const setRun = (count: number): PlacedItem[] => {
    const words = typecase.text(printRunText(count), style);
    const origin: Origin = { kind: 'print-run', place: imprint.places.printRun ?? nowhere };
    const y = runTop + baselineOf(style.pitch);
    const traits = {
      ...printed,
      x,
      y,
      width,
      align: 'right',
      element: structure.add('P', root, origin),
    } as const;
    return placeLine(words, 0, words.length, traits);
  };
  const run = imprint.printRun === null ? [] : [rule(runTop - thin / 2, thin), ...setRun(imprint.printRun)];
  const items = [
    rule(top - thick / 2, thick),
    ...copies.flatMap((row, index) => moved(row.items, frame.left, top + index * style.pitch)),
    ...(copies.length > 0 ? [rule(printedTop - thin / 2, thin)] : []),
    ...placeLine(by, 0, by.length, { ...printed, x, width: widthOf(by), align: 'left', element }),
    ...placeLine(on, 0, on.length, { ...printed, x, width, align: 'right', element }),
    ...run,
    rule(bottom.value - thick / 2, thick),
  ];
  return { top: top - thick, items };
}
