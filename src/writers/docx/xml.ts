/** Characters XML 1.0 cannot hold, lone surrogates included. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML content or attribute value; a character XML cannot hold becomes U+FFFD, so that it is seen. */
export const escapeXml = (text: string): string =>
  text.replace(unwritable, '\u{FFFD}').replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** An empty element with attributes of the `w` name space: `<w:ind w:left="630"/>`. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>> = {}): string {
  let xml = `<w:${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    xml += ` w:${key}="${typeof value === 'number' ? value : escapeXml(value)}"`;
  }
  return `${xml}/>`;
}
