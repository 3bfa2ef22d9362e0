import { isoDate } from '../../document/calendar-date.ts';
import type { Metadata } from '../../document/official-document.ts';
import type { PackedPart } from '../../packaging/pack.ts';
import { PieceDeflater } from '../../packaging/piece-deflater.ts';
import { single } from './markup.ts';
import { propertyCodes } from './part-codes.ts';
import { escapeXml } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const opening = [
  declaration,
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>zh-CN</dc:language>',
  '<cp:revision>1</cp:revision>',
].join('');

const deflater = new PieceDeflater(propertyCodes, opening);

/** `docProps/core.xml`: what the document says of itself; its date is the document's, never the clock's. */
export function corePropertiesPart({ title, issuer, documentNumber, date, keywords }: Metadata): PackedPart {
  const instant = `${isoDate(date)}T00:00:00Z`;
  const element = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  const properties = [
    element('dc:title', title),
    documentNumber === null ? '' : element('dc:subject', documentNumber),
    element('dc:creator', issuer),
    keywords.length === 0 ? '' : element('cp:keywords', keywords.join('；')),
    element('cp:lastModifiedBy', issuer),
    time('created'),
    time('modified'),
    '</cp:coreProperties>',
  ].join('');
  return deflater.part('docProps/core.xml', [single(properties)]);
}

/** `docProps/app.xml`: nothing of the machine. */
export const applicationProperties = `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application></Properties>`;
