import { pageNumberFooter } from '../../format/elements.ts';
import { page } from '../../format/page.ts';
import { pageNumberRun } from '../../format/type-styles.ts';
import type { Points } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { toEmus } from './units.ts';

const graphicUri = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
const drawingName = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/**
 * Where the number's line stands on the turned page: its top is the paper's binding edge, its left the paper's foot
 * (§8). The box is a little wider than the line, on the side away from the text.
 */
const box = (() => {
  const pitch = pageNumberRun.size;
  const slack: Points = 6;
  return {
    left: pageNumberFooter.value - slack,
    top: page.bindingMargin.value,
    width: pitch + slack,
    height: page.typeArea.value.width,
  };
})();

/** A text box turned clockwise at the short side, around the paragraph of a page number. */
function turned(number: string): string {
  const { left, top, width, height } = box;
  const [cx, cy] = [toEmus(width), toEmus(height)];
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/>' +
    `<wp:positionH relativeFrom="page"><wp:posOffset>${toEmus(left)}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="page"><wp:posOffset>${toEmus(top)}</wp:posOffset></wp:positionV>` +
    // It stands in the margin, where no text could run around it; LibreOffice misplaces some boxes that wrap nothing.
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>` +
    '<wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr/>' +
    `<a:graphic xmlns:a="${drawingName}"><a:graphicData uri="${graphicUri}"><wps:wsp><wps:cNvSpPr txBox="1"/>` +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>' +
    `<wps:txbx><w:txbxContent>${number}</w:txbxContent></wps:txbx>` +
    '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>' +
    '</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
  );
}

/** The footer of turned pages: an upright footer's number, standing where upright pages have it. */
export const turnedFooter = (upright: string): string =>
  upright.replace(/<w:p>.*<\/w:p>/su, (number) => paragraph('PageNumberEven', turned(number)));
