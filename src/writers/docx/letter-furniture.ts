import { pageNumberFooter } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { letterFrame } from '../../format/forms.ts';
import { frameOf } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import { hiddenAround, hiddenParagraph } from './paragraph.ts';
import { gap } from './write-header.ts';
import { writeFootRule } from './write-letter.ts';

/**
 * A letter's text begins higher and goes lower on its first page than on the rest. A section has one set of
 * margins, so it has those of the first page, and headers and footers that fill what the other pages leave free.
 */

/** From the paper's edges to header and footer of a letter: within the margins of its first page. */
export const letterFurniture: Points = 40;

const usualFrame = ({ profile }: Format) => frameOf('portrait', false, profile.linePitch);

const replaced = (xml: string, content: (paragraph: string) => string): string =>
  xml.replace(/<w:p>.*<\/w:p>/su, content);

/** A header: empty or, on pages after a letter's first, as high as their text is lower than the first page's. */
export const letterHeader = (xml: string, fills: boolean, format: Format): string =>
  replaced(xml, () => (fills ? gap(usualFrame(format).top - letterFurniture) : hiddenParagraph));

/** The footer of pages after the first: the number where every document has it, with white above and below. */
export function letterNumberFooter(xml: string, format: Format): string {
  const { pageHeight, top, height } = usualFrame(format);
  const up = pageNumberFooter.value;
  const above = pageHeight - top - height - up - format.styles.pageNumber.pitch;
  return replaced(xml, (line) => gap(above) + line + gap(up - letterFurniture));
}

/** The footer of a letter's first page: the second double rule, no number. */
export const letterFooter = (xml: string, format: Format): string =>
  replaced(xml, () => hiddenAround(writeFootRule(letterFrame(format.profile.linePitch), format)));
