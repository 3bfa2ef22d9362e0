import type { FootRoom } from '../../document/fitting.ts';
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

/** A shape fixed to the page or hung from a paragraph. */
interface Shape {
  readonly width: Points;
  readonly height: Points;
  readonly left: Points;
  readonly down: Points;
  readonly from: 'paragraph' | 'page';
  /** Elements of DrawingML: how text gives way to it, its number and name, its outline. */
  readonly wrap: string;
  readonly properties: string;
  readonly kind: string;
  readonly look: string;
}

const shapeRun = ({ width, height, left, down, from, wrap, properties, kind, look }: Shape): string => {
  const [cx, cy] = [toEmus(width), toEmus(height)];
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/>' +
    `<wp:positionH relativeFrom="margin"><wp:posOffset>${toEmus(left)}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="${from}"><wp:posOffset>${toEmus(down)}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>${wrap}` +
    `${properties}<wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${drawingName}"><a:graphicData uri="${graphicUri}"><wps:wsp>${kind}` +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>${look}</wps:spPr>` +
    '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
  );
};

/** The run that carries a line. Paragraph borders would not do: programs differ in how far they reach. */
export const horizontalRule = (rule: HorizontalRule): string =>
  shapeRun({
    ...rule,
    height: 0,
    wrap: '<wp:wrapNone/>',
    properties: `<wp:docPr id="${rule.id}" name="${escapeXml(rule.name)}"/>`,
    kind: '<wps:cNvCnPr/>',
    look:
      '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>' +
      `<a:ln w="${toEmus(rule.weight)}"><a:solidFill><a:srgbClr val="${rule.colour}"/></a:solidFill></a:ln>`,
  });

/** Says that a shape is nothing to be read out. */
const decorative =
  `<a:extLst xmlns:a="${drawingName}"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">` +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/**
 * The run that leaves room at the foot of its paragraph's page: a box without line or filling beside which no text
 * stands. A page break would not do: it would part a line where a program has broken it elsewhere, and LibreOffice
 * makes two paragraphs of one. Nor would `keepNext`: Word cuts a paragraph that has it, LibreOffice moves it whole.
 */
export const roomAtFoot = ({ top, height }: FootRoom, width: Points): string =>
  shapeRun({
    width,
    height,
    left: 0,
    down: top,
    from: 'page',
    wrap: '<wp:wrapTopAndBottom/>',
    // Numbers from 1 on are those of the head.
    properties: `<wp:docPr id="100" name="页尾留空">${decorative}</wp:docPr>`,
    kind: '<wps:cNvSpPr/>',
    look: '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
  });
