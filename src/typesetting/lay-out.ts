import type { Fitting } from '../document/fitting.ts';
import type { Header } from '../document/header.ts';
import type { OfficialDocument, Section } from '../document/official-document.ts';
import { closerFormat, closerTitles, type Format, formatOf } from '../format/format.ts';
import { letterFrame } from '../format/forms.ts';
import { type Frame, frameOf } from '../format/page.ts';
import type { GalleyItem } from './galley.ts';
import type { Typecase } from './glyph.ts';
import { type PageMatter, paginate } from './paginate.ts';
import { setBlocks } from './set-block.ts';
import { setHead } from './set-head.ts';
import type { Structure } from './structure.ts';

/** A page under way: its matter with the frame it stands in. */
export interface Sheet {
  readonly frame: Frame;
  readonly turned: boolean;
  readonly matter: PageMatter;
  /** Index of its section. */
  readonly section: number;
  /** Carries its page number: all but an empty page before 版记 and the page of 版记 behind it (§7.5). */
  readonly numbered: boolean;
}

/** What a document is set with. */
export interface Setting {
  readonly typecase: Typecase;
  readonly structure: Structure;
  /** Structure element of the document. */
  readonly root: number;
}

/** The frames of a section's first page and of the rest; only a letter's first page has one of its own. */
function framesOf(section: Section, head: Header | null, linePitch: number, format: Format) {
  if (head?.form === 'letter') {
    return { first: letterFrame(linePitch), next: frameOf('portrait', false, linePitch) };
  }
  const frame = format.frameOf(section);
  return { first: frame, next: frame };
}

/** Sets head and sections into pages, as the fitting says; 版记 is not among them. */
export function layOut(document: OfficialDocument, fitting: Fitting, setting: Setting): Sheet[] {
  const { header, names, profile, sections } = document;
  const format = formatOf(profile);
  return sections.flatMap((section, index) => {
    const fit = fitting.sections[index] ?? { linePitch: profile.linePitch, closerTitle: 0, blocks: [] };
    const closer = closerFormat(format, fit);
    const headFormat = closerTitles(format, fit.closerTitle);
    const head = index === 0 ? header : null;
    const { first, next } = framesOf(section, head, fit.linePitch, closer);
    const { markSize } = fitting;
    const galley: GalleyItem[] = [
      ...(head === null ? [] : setHead(head, { ...setting, frame: first, format: headFormat, markSize })),
      ...setBlocks(section.blocks, fit, { ...setting, frame: next, format: closer, names }),
    ];
    const turned = section.orientation === 'landscape';
    return paginate(galley, next, first).map((matter, page) => ({
      frame: page === 0 ? first : next,
      turned,
      matter,
      section: index,
      numbered: true,
    }));
  });
}
