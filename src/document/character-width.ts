/** Characters of half width: ASCII; everything else an official document holds is a whole 字 wide. */
const isHalf = (character: string): boolean => {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint >= 0x20 && codePoint <= 0x7e;
};

/** Width of a text in 字: a Chinese character is 1, a digit or Latin letter 0.5. For layout that must not depend on a face. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += isHalf(character) ? 0.5 : 1;
  return width;
}
