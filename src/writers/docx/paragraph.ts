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
