import { inflateSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { compress } from '../../../src/packaging/zlib-stream.ts';
import { operatorPhrase, operators } from '../../../src/writers/pdf/operator-writer.ts';

/** Codes that are the code points themselves. */
const asTheyAre = { code: (codePoint: number) => codePoint };
const move = operatorPhrase(' Td(');
const marked = operatorPhrase('>>BDC\n');
const cell = operatorPhrase('EMC\n/TD<</MCID ');

const content = (): Buffer => Buffer.from(operators.written);
const inflated = (): Buffer => inflateSync(operators.deflated());

/** Codes in the order of their first use, as fonts number them. */
function numbered(): { code: (codePoint: number) => number } {
  const codes = new Map<number, number>();
  return {
    code: (codePoint) => {
      const code = codes.get(codePoint) ?? codes.size + 1;
      codes.set(codePoint, code);
      return code;
    },
  };
}

/** Text that moves on by some hundredths and shows some words. */
const show = (across: number, up: number, words: string, codes = asTheyAre): void =>
  operators.pair(across, up).known(move).show(words, codes);

beforeEach(() => operators.begin());

test('texts are moved to and shown in strings of two bytes a character', () => {
  show(9240, -2960, '清廉');
  expect(content().toString('latin1')).toBe('92.4 -29.6 Td(\u006e\u0005\u005e\u00c9)Tj\n');
});

test('bytes that would end a string, or be read as another, stand behind a backslash', () => {
  show(0, 0, '()\\\r\n\u2829\u5c0d');
  expect(content().toString('latin1')).toBe('0 0 Td(\0\\(\0\\)\0\\\\\0\\r\0\n\\(\\)\\\\\\r)Tj\n');
});

test('every code is read back, wherever it stood before', () => {
  for (let round = 0; round < 3; round++)
    for (let code = round; code < 0xd800; code += 97)
      show(code, -round, String.fromCharCode(code, code + 1, code, code + 1));
  expect(inflated().equals(content())).toBe(true);
});

test('what comes again is told as a repetition: words, phrases, and numbers at the same side of a pair', () => {
  const line = (index: number) => {
    operators.known(cell).whole(index).known(marked);
    show(7185, -2960 - index, '认真落实村务公开制度');
  };
  line(1);
  const once = operators.deflated().length;
  for (let index = 2; index <= 9; index++) line(index);
  expect(inflated().equals(content())).toBe(true);
  expect((operators.deflated().length - once) / 8).toBeLessThan(20);
});

test('a page begun anew refers to nothing of the one before', () => {
  const write = () => {
    show(1200, 3400, '完善集体资产台账');
    show(1200, 3400, '完善集体资产');
    operators.known(cell).known(cell);
  };
  write();
  const first = operators.deflated();
  operators.begin();
  write();
  expect(Buffer.compare(operators.deflated(), first)).toBe(0);
});

test('pages longer than a repetition reaches are read back', () => {
  for (let index = 0; index < 9000; index++) {
    operators.known(cell);
    show(index % 700, 1, `第${index % 1500}项`);
  }
  expect(content().length).toBeGreaterThan(200_000);
  expect(inflated().equals(content())).toBe(true);
});

test('a page is not much longer than with codes of its own and a search for every repetition', () => {
  const characters = [
    ...'认真落实村务公开制度按季完善集体资产台账组织党员干部学习规范合同签订和管理主动接受群众监督',
  ];
  const codes = numbered();
  let drawn = 1;
  const draw = (below: number): number => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn % below;
  };
  for (let index = 0; index < 150; index++) {
    operators.known(cell).whole(index).known(marked);
    const words = Array.from({ length: 2 + draw(16) }, () => characters[draw(characters.length)] ?? '');
    show(600 * draw(40) + 33, index % 5 === 0 ? -2400 : 0, words.join(''), codes);
  }
  expect(operators.deflated().length).toBeLessThan(1.3 * compress(content()).length);
});
