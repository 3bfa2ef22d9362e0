/** Characters XML 1.0 cannot hold, lone surrogates included. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What has to be looked at: marks, control characters, surrogates, non-characters. Most texts have nothing of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const doubtful = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Text as XML content or attribute value; a character XML cannot hold becomes U+FFFD, so that it is seen. */
export const escapeXml = (text: string): string =>
  doubtful.test(text)
    ? text.replace(unwritable, '\u{FFFD}').replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
    : text;

/** An empty element with attributes of the `w` name space: `<w:ind w:left="630"/>`. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>> = {}): string {
  let xml = `<w:${name}`;
  for (const key in attributes) {
    const value = attributes[key] ?? '';
    xml += ` w:${key}="${typeof value === 'number' ? value : escapeXml(value)}"`;
  }
  return `${xml}/>`;
}
