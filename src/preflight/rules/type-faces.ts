import { type FaceRole, isWestern, roleNames } from '../../format/faces.ts';
import { sizeNames, sizes, strongRole } from '../../format/type-styles.ts';
import type { ElementKind, PlacedText, StructureElement } from '../../typesetting/page.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { allLines, at, blocksOfKind, byElement, elementsOfKind, type Subject } from '../subject.ts';

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

/** What the document sets apart in 黑体 by itself. */
function strongWords({ document }: Subject): readonly string[] {
  const inlines = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('inlines' in block ? block.inlines : [])),
  );
  return inlines.flatMap((inline) => (inline.kind === 'strong' ? [inline.text] : []));
}

const allWestern = (words: string): boolean =>
  [...words].every((character) => isWestern(character.codePointAt(0) ?? 0));

/** The role whose face, or whose fallback, draws a text. */
const roleOf = (face: string | null): string | null => face?.split('+')[0] ?? null;

/** Titles of attachments and parts, for which the standard names no face. */
function customTitles(subject: Subject): ReadonlySet<number> {
  const titles = elementsOfKind(subject, 'title');
  const blocks = blocksOfKind(subject.document, 'title');
  return new Set(titles.filter((_, index) => blocks[index]?.role !== 'document'));
}

/** Every text is set in the face and size the standard gives its element; where it names none, figures and Latin are the office's. */
export const typeFaces: PreflightRule = {
  id: 'preflight/type-faces',
  *check(subject) {
    const custom = customTitles(subject);
    const strong = strongWords(subject);
    const isProper = ({ face, text }: PlacedText, look: Look): boolean => {
      const role = roleOf(face);
      if (role === null || role === look.role) return true;
      if (role === 'western') return look.ownFigures !== true && allWestern(text);
      return role === strongRole && strong.some((words) => words.includes(text));
    };
    for (const lines of byElement(allLines(subject))) {
      const [first] = lines;
      if (custom.has(first.element ?? -1)) continue;
      const texts = lines.flatMap((line) => line.texts);
      const looked = texts.flatMap((item) => {
        const look = lookOf(item, subject);
        return look === undefined ? [] : [{ item, look }];
      });
      const odd = looked.find(({ item, look }) => item.size !== sizes[look.size]);
      if (odd !== undefined) {
        const size = sizes[odd.look.size];
        const is = sizeNames[odd.item.size] ?? `${odd.item.size} 磅`;
        const should = sizeNames[size] ?? odd.look.size;
        yield { ...at(first), message: `${quoted(odd.item.text)}是${is}字，应当是${should}字` };
      }
      const strange = looked.find(({ item, look }) => !isProper(item, look));
      if (strange === undefined) continue;
      yield { ...at(first), message: `${quoted(strange.item.text)}应当用${roleNames[strange.look.role]}` };
    }
  },
};
