import type { TypesetDocument } from '../../typesetting/page.ts';
import { pdfDate, textString, xmpDate } from './pdf-syntax.ts';

type Metadata = TypesetDocument['metadata'];

/** Written into every file as the program it was made with. */
const program = 'official-documents';

const between = '；';

/** Source of the Info dictionary. PDF/A-1b 6.7.3 wants it equal to the XMP. */
export function infoDictionary({ title, issuer, documentNumber, date, keywords }: Metadata): string {
  const subject = documentNumber === null ? '' : `/Subject${textString(documentNumber)}`;
  const words = keywords.length === 0 ? '' : `/Keywords${textString(keywords.join(between))}`;
  const dates = `/CreationDate${pdfDate(date)}/ModDate${pdfDate(date)}`;
  return `<</Title${textString(title)}/Author${textString(issuer)}${subject}${words}/Creator(${program})/Producer(${program})${dates}>>`;
}

/** XMP packet, which claims PDF/A-1b and says what Info says. */
export function xmpPacket({ title, issuer, documentNumber, date, keywords }: Metadata): string {
  const alternative = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
  const subject =
    documentNumber === null ? '' : `<dc:description>${alternative(documentNumber)}</dc:description>`;
  const items = keywords.map((word) => `<rdf:li>${xml(word)}</rdf:li>`).join('');
  const words =
    keywords.length === 0
      ? ''
      : `<dc:subject><rdf:Bag>${items}</rdf:Bag></dc:subject><pdf:Keywords>${xml(keywords.join(between))}</pdf:Keywords>`;
  const when = xmpDate(date);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<dc:title>${alternative(title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${xml(issuer)}</rdf:li></rdf:Seq></dc:creator>${subject}${words}
<pdf:Producer>${program}</pdf:Producer><xmp:CreatorTool>${program}</xmp:CreatorTool><xmp:CreateDate>${when}</xmp:CreateDate><xmp:ModifyDate>${when}</xmp:ModifyDate>
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
