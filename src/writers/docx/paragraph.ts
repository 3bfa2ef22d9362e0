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

/** Least height Word gives a line: for the paragraph every table needs behind it. */
const leastLine = 14;

/** A paragraph of no visible height, in twips: it ends a section behind a table, or anchors what floats. */
export const hiddenParagraph = paragraph(
  'BodyFlush',
  '',
  tag('spacing', { line: leastLine, lineRule: 'exact' }) +
    `<w:rPr>${tag('sz', { val: 2 })}${tag('szCs', { val: 2 })}</w:rPr>`,
);

/** Height of `hiddenParagraph` in twips. */
export const hiddenHeight = leastLine;
