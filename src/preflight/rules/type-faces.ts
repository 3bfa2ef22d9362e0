import { type FaceRole, isWestern, roleNames } from '../../format/faces.ts';
import { sizeNames, sizes, strongRole } from '../../format/type-styles.ts';
import type { ElementKind, PlacedText, StructureElement } from '../../typesetting/page.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, blocksOfKind, type ElementLines, elementsOfKind, type Subject } from '../subject.ts';

interface Look {
  readonly role: FaceRole;
  readonly size: keyof typeof sizes;
  /** The standard names the face for its figures too. */
  readonly ownFigures?: true;
}

/** Face and size the standard gives an element; what it leaves to custom is not here. */
const looks: Readonly<Partial<Record<ElementKind, Look>>> = {
  classification: { role: 'heiti', size: '三号', ownFigures: true },
  urgency: { role: 'heiti', size: '三号' },
  'document-number': { role: 'fangsong', size: '三号' },
  title: { role: 'xiaobiaosong', size: '二号' },
  addressee: { role: 'fangsong', size: '三号' },
  paragraph: { role: 'fangsong', size: '三号' },
  'attachment-note': { role: 'fangsong', size: '三号' },
  signature: { role: 'fangsong', size: '三号' },
  'stamped-signature': { role: 'fangsong', size: '三号' },
  annotation: { role: 'fangsong', size: '三号' },
  'attachment-label': { role: 'heiti', size: '三号', ownFigures: true },
  'copy-to': { role: 'fangsong', size: '四号' },
  'printed-by': { role: 'fangsong', size: '四号' },
  'print-run': { role: 'fangsong', size: '四号' },
};

const headingLooks: Readonly<Partial<Record<StructureElement['role'], Look>>> = {
  H1: { role: 'heiti', size: '三号' },
  H2: { role: 'kaiti', size: '三号' },
  H3: { role: 'fangsong', size: '三号' },
  H4: { role: 'fangsong', size: '三号' },
};

/** The look of a text: a run-in heading has its own within its paragraph. */
function lookOf({ element }: PlacedText, { typeset: { structure } }: Subject): Look | undefined {
  const set = element === null ? undefined : structure[element];
  if (set === undefined) return undefined;
  const { kind } = set.origin;
  return kind === 'heading' || kind === 'run-in-heading' ? headingLooks[set.role] : looks[kind];
}

/** Whether a text is of what the document sets apart in 黑体 by itself. */
const isStrong = (text: string, { document }: Subject): boolean =>
  document.sections.some(({ blocks }) =>
    blocks.some(
      (block) =>
        'inlines' in block &&
        block.inlines.some((inline) => inline.kind === 'strong' && inline.text.includes(text)),
    ),
  );

const allWestern = (words: string): boolean =>
  [...words].every((character) => isWestern(character.codePointAt(0) ?? 0));

/** The role whose face, or whose fallback, draws a text. */
function roleOf(face: string | null): string | null {
  const end = face?.indexOf('+') ?? -1;
  return end < 0 ? face : (face?.slice(0, end) ?? null);
}

/** Whether a text is drawn by the face of its look, or by one its words may have instead. */
function isProper({ face, text }: PlacedText, look: Look, subject: Subject): boolean {
  const role = roleOf(face);
  if (role === null || role === look.role) return true;
  if (role === 'western') return look.ownFigures !== true && allWestern(text);
  return role === strongRole && isStrong(text, subject);
}

/** A text with the look it should have. */
interface Looked {
  readonly item: PlacedText;
  readonly look: Look;
}

/** The first text of an element that is not as it should be. */
function firstOdd(
  lines: ElementLines,
  subject: Subject,
  isRight: (item: PlacedText, look: Look, subject: Subject) => boolean,
): Looked | null {
  for (const { texts } of lines) {
    for (const item of texts) {
      const look = lookOf(item, subject);
      if (look !== undefined && !isRight(item, look, subject)) return { item, look };
    }
  }
  return null;
}

const hasSize = ({ size }: PlacedText, look: Look): boolean => size === sizes[look.size];

/** Titles of attachments and parts, for which the standard names no face. */
function customTitles(subject: Subject): ReadonlySet<number> {
  const titles = elementsOfKind(subject, 'title');
  const blocks = blocksOfKind(subject.document, 'title');
  return new Set(titles.filter((_, index) => blocks[index]?.role !== 'document'));
}

/** Every text is set in the face and size the standard gives its element; where it names none, figures and Latin are the office's. */
export const typeFaces: PreflightRule = {
  id: 'preflight/type-faces',
  check(subject, report) {
    const custom = customTitles(subject);
    for (const lines of subject.elements) {
      const [first] = lines;
      if (custom.has(first.element ?? -1)) continue;
      const odd = firstOdd(lines, subject, hasSize);
      if (odd !== null) {
        const size = sizes[odd.look.size];
        const is = sizeNames[odd.item.size] ?? `${odd.item.size} 磅`;
        const should = sizeNames[size] ?? odd.look.size;
        report({ ...at(first), message: `${quoted(odd.item.text)}是${is}字，应当是${should}字` });
      }
      const strange = firstOdd(lines, subject, isProper);
      if (strange === null) continue;
      report({ ...at(first), message: `${quoted(strange.item.text)}应当用${roleNames[strange.look.role]}` });
    }
  },
};
