import type { Block } from '../../document/block.ts';
import type { BlockFitting, LineFitting } from '../../document/fitting.ts';
import type { Alignment } from '../../document/table.ts';
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

/** What takes a whole paragraph to the page of the next one, or lets a line of it stand alone on a page. */
export const keeping = ({ withNext, loneLines }: BlockFitting): string =>
  (withNext ? tag('keepNext') + tag('keepLines') : '') + (loneLines ? tag('widowControl', { val: 0 }) : '');

/** What keeps a date with 附注 below it, which stands on the next line (§7.3.6). */
export const annotated = (below: Block | undefined): string =>
  below?.kind === 'annotation' ? tag('keepNext') : '';

/** Indents of a paragraph in twips; those left out are its style's. */
interface Indents {
  readonly left?: number;
  readonly right?: number;
  readonly hanging?: number;
}

/**
 * Indents that depart from a paragraph's style, its lines as much shorter as the fitting says; `own` are those it has
 * anyway, at the ends that are moved in. Nothing where nothing departs.
 */
export function indents({ narrower }: LineFitting, align: Alignment, own: Indents = {}): string {
  if (narrower === 0) return Object.keys(own).length === 0 ? '' : tag('ind', { ...own });
  const by = toTwips(align === 'center' ? narrower / 2 : narrower);
  const before = align === 'center' || align === 'right' ? { left: (own.left ?? 0) + by } : {};
  const after = align === 'right' ? {} : { right: (own.right ?? 0) + by };
  return tag('ind', { ...own, ...before, ...after });
}

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
