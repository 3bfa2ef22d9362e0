import type { BlockFitting } from '../../document/fitting.ts';
import { type Points, toTwips } from '../../format/units.ts';
import { tag } from './xml.ts';

/**
 * A paragraph: its style, what departs from the style (elements in the order of the schema, empty for most) and
 * its runs.
 */
export const paragraph = (style: string, runs: string, properties = ''): string =>
  `${paragraphOpening(style, properties)}${runs}</w:p>`;

/** A paragraph up to its runs. */
export const paragraphOpening = (style: string, properties: string): string =>
  `<w:p><w:pPr>${tag('pStyle', { val: style })}${properties}</w:pPr>`;

/** Height of `hiddenParagraph` in twips. */
export const hiddenHeight = 14;

/** A paragraph of no visible height, in twips: it ends a section behind a table, or anchors what floats. */
export const hiddenParagraph = hiddenAround('');

/** A hidden paragraph that carries a drawing. */
export function hiddenAround(drawing: string): string {
  return paragraph(
    'BodyFlush',
    drawing,
    tag('spacing', { line: hiddenHeight, lineRule: 'exact' }) +
      `<w:rPr>${tag('sz', { val: 2 })}${tag('szCs', { val: 2 })}</w:rPr>`,
  );
}

/** What takes a whole paragraph to the page of the next one. */
export const keeping = ({ withNext }: BlockFitting): string =>
  withNext ? tag('keepNext') + tag('keepLines') : '';

/** Styles whose lines have a height of their own. */
const ownPitch = /<w:pStyle w:val="(?:Table\w*|\w*Title)"\/>/u;

/** Elements of a paragraph's properties that come after its spacing. */
const afterSpacing = /(?=<w:(?:ind|jc|rPr|sectPr)\b)|$/u;

/** Paragraphs whose lines are so far apart, whatever their style says; blank lines between them stay. */
export const withPitch = (matter: string, pitch: Points): string =>
  matter.replace(/(<w:pPr>)(.*?)(<\/w:pPr>)/gu, (_, open: string, properties: string, close: string) => {
    const line = `w:line="${toTwips(pitch)}" w:lineRule="exact"`;
    if (ownPitch.test(properties) || /<w:spacing [^>]*w:line=/u.test(properties)) {
      return open + properties + close;
    }
    const told = properties.includes('<w:spacing ')
      ? properties.replace('<w:spacing ', `<w:spacing ${line} `)
      : properties.replace(afterSpacing, `<w:spacing ${line}/>`);
    return open + told + close;
  });
