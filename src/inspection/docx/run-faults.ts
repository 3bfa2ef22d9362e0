import type { Fitting } from '../../document/fitting.ts';
import type { OfficialDocument } from '../../document/official-document.ts';
import { black, red } from '../../format/colours.ts';
import { type FaceNames, type FaceRole, faceNamesOf, isWestern } from '../../format/faces.ts';
import { page } from '../../format/page.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { colourName, type Deviation, points, sizeName } from '../deviation.ts';
import { elementName, isStandards, type PageCharacter } from '../page-characters.ts';
import { officialName as named } from './face-names.ts';
import { fittedLines } from './fitted-lines.ts';
import type { MatchedParagraph, WrittenCharacter } from './match.ts';

const cjkStart = 0x2e80;

/** The face that should draw a character by the Word file's names. */
function expectedFace({ item }: PageCharacter, names: FaceNames): string | null {
  const role = item.face?.split('+')[0];
  return role === undefined ? null : names[role as FaceRole];
}

/** The face programs draw a character with; null where they differ, and one of the two is right. */
function faceOf({ character, look }: WrittenCharacter, expected: string): string | null {
  const codePoint = character.codePointAt(0) ?? 0;
  if (isWestern(codePoint)) return named(look.ascii);
  if (codePoint >= cjkStart) return named(look.eastAsia);
  const faces = [named(look.eastAsia), named(look.highAnsi)];
  return faces.includes(expected) ? null : (faces[0] ?? '');
}

const near = (a: number, b: number, far: number): boolean => Math.abs(a - b) <= far;

/** Differences of size programs may round to. */
const sizeTolerance = 0.2;
/** A twentieth of a point is the least Word knows. */
const trackingTolerance = 0.06;

/** What a trait of a character is and should be; null where it is right. */
type Trait = readonly [rule: Deviation['rule'], aspect: string, actual: string, expected: string] | null;

function traitsOf(
  written: WrittenCharacter,
  wanted: PageCharacter,
  names: FaceNames,
  standards: boolean,
): readonly Trait[] {
  const { look } = written;
  const { item } = wanted;
  const type = standards ? 'written/type' : 'written/layout';
  const should = expectedFace(wanted, names);
  const face = should === null ? null : faceOf(written, should);
  const colour = item.colour === 'red' ? red : black;
  return [
    should === null || face === null || face === should ? null : [type, '字体', face, should],
    near(look.size, item.size, sizeTolerance)
      ? null
      : [type, '字号', sizeName(look.size), sizeName(item.size)],
    look.colour === colour ? null : ['written/colour', '颜色', colourName(look.colour), colourName(colour)],
    look.bold === item.bold
      ? null
      : ['written/layout', '加粗', look.bold ? '加粗' : '不加粗', item.bold ? '加粗' : '不加粗'],
    look.ornaments.length === 0 ? null : ['written/layout', '修饰', look.ornaments.join('、'), '没有'],
  ];
}

/** Elements whose words are spread, so that they have no tracking of their own. */
const spreads: ReadonlySet<string> = new Set([
  'issuer-mark',
  'signature',
  'stamped-signature',
  'roster',
  'table',
]);

/** Tracking a paragraph has for the most part, and what it should have; null where it is right or spread. */
function trackingOf(
  { characters, pages }: MatchedParagraph,
  structure: TypesetDocument['structure'],
  fitted: readonly number[],
): Trait {
  const [first] = pages;
  if (first === undefined || first === null) return null;
  const { origin } = structure[first.element] ?? {};
  if (origin === undefined || spreads.has(origin.kind)) return null;
  const usual = first.item.size === page.bodySize.value ? page.bodyTracking.value : 0;
  const allowed = fitted.map((more) => usual + more);
  const astray = characters.filter(
    ({ look }) => !allowed.some((tracking) => near(look.tracking, tracking, trackingTolerance)),
  );
  const [one] = astray;
  if (one === undefined || astray.length * 2 < characters.length) return null;
  return ['written/layout', '字符间距', points(one.look.tracking), points(usual)];
}

/** Faces, sizes, colours and what else a run of a Word file has against the finished pages. */
export function* runFaults(
  matched: readonly MatchedParagraph[],
  { profile }: OfficialDocument,
  { structure }: TypesetDocument,
  fitting: Fitting,
): Generator<Deviation> {
  const names = faceNamesOf(profile);
  const fitted = [0, ...fittedLines(fitting).map(({ tracking }) => tracking)];
  for (const each of matched) {
    const { characters, pages } = each;
    const seen = new Set<string>();
    for (const [index, written] of characters.entries()) {
      const wanted = pages[index];
      if (wanted === null || wanted === undefined) continue;
      const subject = elementName(structure, wanted.element);
      const standards = isStandards(structure, wanted.element);
      for (const trait of traitsOf(written, wanted, names, standards)) {
        if (trait === null || seen.has(trait.join('\n'))) continue;
        seen.add(trait.join('\n'));
        const [rule, aspect, actual, expected] = trait;
        const sample = characters
          .slice(index)
          .map(({ character }) => character)
          .join('');
        yield { rule, subject, aspect, actual, expected, sample, page: null };
      }
    }
    const tracking = trackingOf(each, structure, fitted);
    if (tracking === null) continue;
    const [rule, aspect, actual, expected] = tracking;
    const subject = elementName(structure, pages[0]?.element ?? 0);
    yield { rule, subject, aspect, actual, expected, sample: each.paragraph.words, page: null };
  }
}
