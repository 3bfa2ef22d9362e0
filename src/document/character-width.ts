import { codePointAt, unitsOf } from './code-unit.ts';

/** Characters of half width: ASCII; everything else an official document holds is a whole 字 wide. */
const isHalf = (codePoint: number): boolean => codePoint >= 0x20 && codePoint <= 0x7e;

/** Width of a text in 字: a Chinese character is 1, a digit or Latin letter 0.5. For layout that must not depend on a face. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; ) {
    const codePoint = codePointAt(text, index);
    width += isHalf(codePoint) ? 0.5 : 1;
    index += unitsOf(codePoint);
  }
  return width;
}
