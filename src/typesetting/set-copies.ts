import { nowhere, type Place } from '../diagnostics/place.ts';
import type { LineFitting, MovedAddressee } from '../document/fitting.ts';
import type { CopiesImprint } from '../document/official-document.ts';
import { imprint as rules } from '../format/elements.ts';
import { moved, type Row } from './galley.ts';
import type { Origin } from './page.ts';
import type { SectionSetting } from './set-block.ts';
import type { SetImprint } from './set-imprint.ts';
import { setParagraph } from './set-text.ts';
import { type CopiesLabel, unbrokenCopies } from './unbroken.ts';

/** What setting an imprint needs to know. */
export type ImprintSetting = SectionSetting;

/** 抄送 in 4号仿宋, one character free at both ends, further lines behind its colon. */
export const setCopyTo = (
  copyTo: string,
  place: Place | undefined,
  lines: LineFitting,
  setting: ImprintSetting,
): Row[] => setList('抄送', copyTo, { kind: 'copy-to', place: place ?? nowhere }, lines, setting);

/** 主送 of documents whose addressees do not fit the first page, set as 抄送 are (§7.4.2). */
export const setMainTo = (
  { names, place }: MovedAddressee,
  lines: LineFitting,
  setting: ImprintSetting,
): Row[] => setList('主送', names, { kind: 'addressee', place }, lines, setting);

function setList(
  label: CopiesLabel,
  names: string,
  origin: Origin,
  lines: LineFitting,
  setting: ImprintSetting,
): Row[] {
  const { glyphs, style, measure } = unbrokenCopies(label, names, setting);
  const element = setting.structure.add('P', setting.root, origin);
  return setParagraph(glyphs, style, measure, { element, keepWithNext: true, lines });
}

/** 版记 of a letter §10.1: only who gets copies, without rules, at the very bottom of the type area. */
export function setCopies(
  { copyTo, places }: CopiesImprint,
  lines: LineFitting,
  setting: ImprintSetting,
): SetImprint {
  const rows = setCopyTo(copyTo, places.copyTo, lines, setting);
  const { pitch } = setting.format.styles.imprint;
  const top = rules.bottom.value - rows.length * pitch;
  return {
    top,
    items: rows.flatMap((row, index) => moved(row.items, setting.frame.left, top + index * pitch)),
  };
}
