import type { Points } from '../../format/units.ts';
import { toEmus } from './units.ts';
import { escapeXml } from './xml.ts';

/** A straight line across the page, hung from a paragraph or fixed to its page; it takes no room. */
export interface HorizontalRule {
  /** Number of the drawing, unique in its part. */
  readonly id: number;
  readonly name: string;
  /** RRGGBB. */
  readonly colour: string;
  readonly weight: Points;
  readonly width: Points;
  /** From the left margin; negative where it stands out. */
  readonly left: Points;
  /** From the top of its paragraph, with which it moves, or of the page, to the middle of the line. */
  readonly down: Points;
  readonly from: 'paragraph' | 'page';
}

const graphicUri = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
const drawingName = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The run that carries a line. Paragraph borders would not do: programs differ in how far they reach. */
export function horizontalRule({
  id,
  name,
  colour,
  weight,
  width,
  left,
  down,
  from,
}: HorizontalRule): string {
  const cx = toEmus(width);
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/>' +
    `<wp:positionH relativeFrom="margin"><wp:posOffset>${toEmus(left)}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="${from}"><wp:posOffset>${toEmus(down)}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${cx}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${id}" name="${escapeXml(name)}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${drawingName}"><a:graphicData uri="${graphicUri}"><wps:wsp><wps:cNvCnPr/>` +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="0"/></a:xfrm>` +
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>' +
    `<a:ln w="${toEmus(weight)}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></wps:spPr>` +
    '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
  );
}
