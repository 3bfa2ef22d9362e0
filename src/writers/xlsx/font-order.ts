/** Order in which the schema wants the parts of a font; exceljs writes the colour and the scheme first. */
const order = [
  'b',
  'i',
  'strike',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** The styles part with the parts of every font in the schema's order, as the Open XML SDK insists. */
export function orderFontParts(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gs, (_, parts: string) => {
    const found = [...parts.matchAll(/<(\w+)\b[^>]*\/>/g)];
    const rank = (name: string | undefined): number => order.indexOf(name ?? '');
    const sorted = found.sort(([, a], [, b]) => rank(a) - rank(b));
    return `<font>${sorted.map(([part]) => part).join('')}</font>`;
  });
}
