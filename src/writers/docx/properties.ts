import { isoDate } from '../../document/calendar-date.ts';
import type { Metadata } from '../../document/official-document.ts';
import { escapeXml } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** `docProps/core.xml`: what the document says of itself; its date is the document's, never the clock's. */
export function coreProperties({ title, issuer, documentNumber, date, keywords }: Metadata): string {
  const instant = `${isoDate(date)}T00:00:00Z`;
  const element = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  return [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('dc:title', title),
    documentNumber === null ? '' : element('dc:subject', documentNumber),
    element('dc:creator', issuer),
    keywords.length === 0 ? '' : element('cp:keywords', keywords.join('；')),
    element('dc:language', 'zh-CN'),
    element('cp:lastModifiedBy', issuer),
    element('cp:revision', '1'),
    time('created'),
    time('modified'),
    '</cp:coreProperties>',
  ].join('');
}

/** `docProps/app.xml`: nothing of the machine. */
export const applicationProperties = `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application></Properties>`;
