import type { HeadingLevel } from '../document/block.ts';
import type { Section } from '../document/official-document.ts';
import type { Profile } from '../document/profile.ts';
import { type FaceNames, faceNamesOf } from './faces.ts';
import { type Frame, frameOf } from './page.ts';
import { headingStylesOf, type TypeStyle, type TypeStyles, typeStylesOf } from './type-styles.ts';
import type { Points } from './units.ts';

/** The format of an office's documents: GB/T 9704-2012 with what its profile varies. */
export interface Format {
  readonly profile: Profile;
  readonly styles: TypeStyles;
  readonly headings: Readonly<Record<HeadingLevel, TypeStyle>>;
  readonly faceNames: FaceNames;
  /** All styles draw digits and Latin in their own faces: the office has no Western face. */
  readonly ownFigures: boolean;
  /** 行: so many lines down. */
  line(count: number): Points;
  /** The frame a section stands in. */
  frameOf(section: Section): Frame;
}

const made = new Map<string, Format>();
/** Formats by the profiles that were asked for: the documents of a plan share one. */
const byProfile = new WeakMap<Profile, Format>();

/** The format of a profile; profiles of the same values share one. */
export function formatOf(profile: Profile): Format {
  const known = byProfile.get(profile);
  if (known !== undefined) return known;
  const key = JSON.stringify(Object.entries(profile).sort(([a], [b]) => (a < b ? -1 : 1)));
  let format = made.get(key);
  if (format === undefined) {
    format = makeFormat(profile);
    made.set(key, format);
  }
  byProfile.set(profile, format);
  return format;
}

/** What of a section may stand closer than the profile has it, to take a signature in. */
interface Closeness {
  /** From line to line of running text. */
  readonly linePitch: Points;
  /** By how much the lines of a title stand closer. */
  readonly closerTitle: Points;
}

/** A format whose lines of running text and of titles stand closer; blank lines between elements stay. */
export function closerFormat(format: Format, { linePitch, closerTitle }: Closeness): Format {
  const titled = closerTitles(format, closerTitle);
  if (linePitch === format.profile.linePitch) return titled;
  const closer = closerTitles(formatOf({ ...format.profile, linePitch }), closerTitle);
  return { ...closer, profile: format.profile, line: format.line };
}

/** A format whose titles' lines stand closer; the upper edge of the first one's glyphs stays two lines below the rule. */
export function closerTitles(format: Format, by: Points): Format {
  if (by === 0) return format;
  const { title } = format.styles;
  return { ...format, styles: { ...format.styles, title: { ...title, pitch: title.pitch - by } } };
}

const makeFormat = (profile: Profile): Format => ({
  profile,
  styles: typeStylesOf(profile),
  headings: headingStylesOf(profile),
  faceNames: faceNamesOf(profile),
  ownFigures: profile.westernFace === 'own',
  line: (count) => count * profile.linePitch,
  frameOf: ({ orientation, blocks }) =>
    frameOf(
      orientation,
      blocks.some((block) => block.kind === 'table'),
      profile.linePitch,
    ),
});
