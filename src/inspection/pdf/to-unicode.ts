const utf16 = new TextDecoder('utf-16be');

const textOf = (hex: string): string =>
  utf16.decode(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));

/** Characters by code, as a ToUnicode map tells them. */
export function readToUnicode(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, section = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      characters.set(Number.parseInt(code, 16), textOf(text));
    }
  }
  for (const [, section = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', list, single] of section.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<(\w+)>)/g,
    )) {
      const first = Number.parseInt(from, 16);
      const texts = list?.match(/\w+/g)?.map(textOf);
      for (let code = first; code <= Number.parseInt(to, 16); code++) {
        const start = single === undefined ? '' : textOf(single);
        const counted = String.fromCodePoint((start.codePointAt(0) ?? 0) + code - first);
        characters.set(code, texts === undefined ? counted : (texts[code - first] ?? ''));
      }
    }
  }
  return characters;
}
