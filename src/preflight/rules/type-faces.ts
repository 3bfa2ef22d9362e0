import { type FaceRole, roleNames } from '../../format/faces.ts';
import { sizes } from '../../format/type-styles.ts';
import type { ElementKind } from '../../typesetting/page.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import {
  allLines,
  at,
  blocksOfKind,
  byElement,
  elementsOfKind,
  type Line,
  type Subject,
} from '../subject.ts';

interface Look {
  readonly role: FaceRole;
  readonly size: keyof typeof sizes;
}

/** Face and size the standard gives an element; what it leaves to custom is not here. */
const looks: Readonly<Partial<Record<ElementKind, Look>>> = {
  classification: { role: 'heiti', size: '三号' },
  urgency: { role: 'heiti', size: '三号' },
  'document-number': { role: 'fangsong', size: '三号' },
  title: { role: 'xiaobiaosong', size: '二号' },
  addressee: { role: 'fangsong', size: '三号' },
  paragraph: { role: 'fangsong', size: '三号' },
  'attachment-note': { role: 'fangsong', size: '三号' },
  signature: { role: 'fangsong', size: '三号' },
  'stamped-signature': { role: 'fangsong', size: '三号' },
  annotation: { role: 'fangsong', size: '三号' },
  'attachment-label': { role: 'heiti', size: '三号' },
  'copy-to': { role: 'fangsong', size: '四号' },
  'printed-by': { role: 'fangsong', size: '四号' },
  'print-run': { role: 'fangsong', size: '四号' },
};

const headingLooks: Readonly<Partial<Record<Line['role'] & string, Look>>> = {
  H1: { role: 'heiti', size: '三号' },
  H2: { role: 'kaiti', size: '三号' },
  H3: { role: 'fangsong', size: '三号' },
  H4: { role: 'fangsong', size: '三号' },
};

function lookOf({ kind, role }: Line): Look | undefined {
  if (kind === 'heading') return headingLooks[role ?? 'P'];
  return kind === null ? undefined : looks[kind];
}

/** The role whose face, or whose fallback, draws a text. */
const roleOf = (face: string | null): string | null => face?.split('+')[0] ?? null;

/** Sizes by name, for the clerk. */
const sizeNames: Readonly<Record<number, string>> = {
  22: '2号',
  16: '3号',
  14: '4号',
  12: '小4号',
  10.5: '5号',
};

/** Titles of attachments and parts, for which the standard names no face. */
function customTitles(subject: Subject): ReadonlySet<number> {
  const titles = elementsOfKind(subject, 'title');
  const blocks = blocksOfKind(subject.document, 'title');
  return new Set(titles.filter((_, index) => blocks[index]?.role !== 'document'));
}

/** Each element is set in the face and size the standard gives it; figures and Latin are left to the office. */
export const typeFaces: PreflightRule = {
  id: 'preflight/type-faces',
  *check(subject) {
    const custom = customTitles(subject);
    for (const lines of byElement(allLines(subject))) {
      const [first] = lines;
      const look = lookOf(first);
      if (look === undefined || custom.has(first.element ?? -1)) continue;
      const texts = lines.flatMap((line) => line.texts);
      const size = sizes[look.size];
      const odd = texts.find((item) => item.size !== size);
      if (odd !== undefined) {
        const [is, should] = [sizeNames[odd.size] ?? `${odd.size} 磅`, sizeNames[size] ?? look.size];
        yield { ...at(first), message: `${quoted(odd.text)}是${is}字，应当是${should}字` };
      }
      const roles = new Set(texts.map(({ face }) => roleOf(face)));
      if (roles.has(look.role) || [...roles].every((role) => role === 'western' || role === null)) continue;
      yield { ...at(first), message: `${quoted(first.words)}应当用${roleNames[look.role]}` };
    }
  },
};
