import type { Block } from '../document/block.ts';
import { text } from '../document/inline.ts';
import { main } from '../format/elements.ts';
import type { Format } from '../format/format.ts';
import { lastLineFitting } from '../format/page-fitting.ts';
import { bodyRun } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { breakLines } from './break-lines.ts';
import type { Glyph, Typecase } from './glyph.ts';

const letter = /^[\p{L}\p{N}]$/u;

/** Whether the last of several lines holds a single character, marks aside. */
function endsAlone(glyphs: readonly Glyph[], width: Points): boolean {
  const lines = breakLines(glyphs, width - main.firstLineIndent.value, width);
  const last = lines.at(-1);
  if (last === undefined || lines.length < 2) return false;
  return glyphs.slice(last.start, last.end).filter((glyph) => letter.test(glyph.text)).length <= 1;
}

/**
 * Points to add after every character of a paragraph so that its last line is not a single one; 0 where nothing has to
 * be done or nothing helps.
 */
export function fitParagraph(block: Block, width: Points, format: Format, typecase: Typecase): Points {
  if (block.kind !== 'paragraph' || block.indent !== 'first-line') return 0;
  const { lead, inlines } = block;
  const set = (tracking: Points): Glyph[] => {
    const loosened = <Style extends { readonly tracking: Points }>(style: Style): Style => ({
      ...style,
      tracking: style.tracking + tracking,
    });
    const opening =
      lead === null
        ? []
        : typecase.inlines([text(lead.number), ...lead.inlines], loosened(format.headings[lead.level]));
    return [...opening, ...typecase.inlines(inlines, loosened(bodyRun))];
  };
  if (!endsAlone(set(0), width)) return 0;
  return lastLineFitting.value.find((tracking) => !endsAlone(set(tracking), width)) ?? 0;
}
