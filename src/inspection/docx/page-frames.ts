import type { Fitting } from '../../document/fitting.ts';
import type { OfficialDocument } from '../../document/official-document.ts';
import { formatOf } from '../../format/format.ts';
import { letterFrame } from '../../format/forms.ts';
import { type Frame, frameOf } from '../../format/page.ts';

/** A section a Word file should have. */
export interface ExpectedSection {
  readonly frame: Frame;
  /** From line to line of its running text. */
  readonly pitch: number;
  /** From line to line of its title. */
  readonly titlePitch: number;
  readonly turned: boolean;
}

/** The sections a document's Word file should have: its own, and those of 版记 on a page by itself. */
export function expectedSections(document: OfficialDocument, fitting: Fitting): readonly ExpectedSection[] {
  const { sections, header, imprint, profile } = document;
  const usualTitle = formatOf(profile).styles.title.pitch;
  const own = sections.map(({ orientation, blocks }, index): ExpectedSection => {
    const pitch = fitting.sections[index]?.linePitch ?? profile.linePitch;
    const hasTable = blocks.some(({ kind }) => kind === 'table');
    const isLetter = header?.form === 'letter' && index === 0;
    const frame = isLetter ? letterFrame(pitch) : frameOf(orientation, hasTable, pitch);
    const titlePitch = usualTitle - (fitting.sections[index]?.closerTitle ?? 0);
    return { frame, pitch, titlePitch, turned: orientation === 'landscape' };
  });
  const pitch = profile.linePitch;
  const frame = frameOf('portrait', false, pitch);
  const more: ExpectedSection = { frame, pitch, titlePitch: usualTitle, turned: false };
  if (imprint === null || fitting.imprint === 'last-page') return own;
  return fitting.imprint === 'next-page' ? [...own, more] : [...own, more, more];
}

/**
 * The section at an index of a file that has so many; where it has others than it should, one of the same orientation
 * tells at least its margins.
 */
export function sectionAt(
  expected: readonly ExpectedSection[],
  index: number,
  count: number,
  turned: boolean,
): ExpectedSection | undefined {
  const own = expected[index];
  return count === expected.length && own !== undefined
    ? own
    : expected.find((section) => section.turned === turned);
}
