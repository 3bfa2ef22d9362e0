import type { Points } from '../../format/units.ts';
import { childOf, within, wordsIn, type XmlElement } from '../xml.ts';

/** A drawing that floats, as far as its place is told. */
export interface WrittenDrawing {
  /** Left edge and middle, from what they are counted from. */
  readonly left: Points | null;
  readonly down: Points | null;
  readonly leftFrom: string;
  readonly downFrom: string;
  readonly width: Points;
  readonly height: Points;
  /** A straight line: its weight and colour, RRGGBB; null for anything else. */
  readonly line: { readonly weight: Points; readonly colour: string } | null;
  /** Holds paragraphs. */
  readonly isBox: boolean;
}

const emus = (value: string | undefined): Points => Number(value ?? 0) / 12_700;

function offset(position: XmlElement | undefined): Points | null {
  const told = childOf(position, 'wp:posOffset');
  return told === undefined ? null : emus(wordsIn(told));
}

/** Reads `w:drawing`. */
export function readDrawing(drawing: XmlElement): WrittenDrawing {
  const anchor = childOf(drawing, 'wp:anchor') ?? childOf(drawing, 'wp:inline') ?? drawing;
  const [across, down] = [childOf(anchor, 'wp:positionH'), childOf(anchor, 'wp:positionV')];
  const extent = childOf(anchor, 'wp:extent')?.attributes ?? {};
  const [shape] = within(anchor, 'wps:spPr');
  const preset = childOf(shape, 'a:prstGeom')?.attributes.prst;
  const pen = childOf(shape, 'a:ln');
  const [colour] = pen === undefined ? [] : within(pen, 'a:srgbClr');
  const isLine = preset === 'line' || preset === 'straightConnector1';
  return {
    left: offset(across),
    down: offset(down),
    leftFrom: across?.attributes.relativeFrom ?? '',
    downFrom: down?.attributes.relativeFrom ?? '',
    width: emus(extent.cx),
    height: emus(extent.cy),
    line: isLine
      ? { weight: emus(pen?.attributes.w), colour: (colour?.attributes.val ?? '').toUpperCase() }
      : null,
    isBox: [...within(anchor, 'w:txbxContent')].length > 0,
  };
}
