/** A text that a page shows, where it begins: points from the paper's top left corner. */
export interface ShownText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

const multiplied = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Tokens of a content stream: strings, names, numbers, operators; what stands between brackets comes one by one. */
const tokens = /<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)|\/[^\s/<>[\]()]*|\[|\]|[^\s/<>[\]()]+/g;

/** The texts a content stream shows. `decode` reads a code of a font by the font's resource name. */
export function shownTexts(
  content: string,
  height: number,
  decode: (font: string, code: number) => string,
): readonly ShownText[] {
  const shown: ShownText[] = [];
  const stack: Matrix[] = [];
  let current = identity;
  let line = identity;
  let font = '';
  let operands: string[] = [];
  const numbers = (count: number): number[] => operands.slice(-count).map(Number);
  for (const [token] of content.matchAll(tokens)) {
    if (!/^[A-Za-z'"*]/.test(token)) {
      operands.push(token);
      continue;
    }
    switch (token) {
      case 'q':
        stack.push(current);
        break;
      case 'Q':
        current = stack.pop() ?? identity;
        break;
      case 'cm':
        current = multiplied(numbers(6) as unknown as Matrix, current);
        break;
      case 'BT':
        line = identity;
        break;
      case 'Tf':
        font = operands.at(-2)?.slice(1) ?? '';
        break;
      case 'Tm':
        line = numbers(6) as unknown as Matrix;
        break;
      case 'Td': {
        const [x = 0, y = 0] = numbers(2);
        line = multiplied([1, 0, 0, 1, x, y], line);
        break;
      }
      case 'Tj':
      case 'TJ': {
        const text = operands
          .filter((operand) => operand.startsWith('<') && operand !== '<<')
          .map((operand) => decoded(operand, (code) => decode(font, code)))
          .join('');
        const place = multiplied(line, current);
        shown.push({ text, x: place[4], y: height - place[5] });
        break;
      }
      default:
    }
    operands = [];
  }
  return shown;
}

/** The text of a hexadecimal string of two-byte codes. */
function decoded(operand: string, decode: (code: number) => string): string {
  const codes = operand.replace(/[<>\s]/g, '').match(/.{4}/g) ?? [];
  return codes.map((code) => decode(Number.parseInt(code, 16))).join('');
}

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
