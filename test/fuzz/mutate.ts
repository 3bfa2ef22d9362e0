import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from './random.ts';

/** What somebody may put into data, by mistake or on purpose. */
const hostile: readonly string[] = [
  '../x',
  'a/b',
  'CON',
  '村'.repeat(300),
  '尾点...',
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '{{标题}}',
  '{{#each 村居}}',
  '__proto__',
  'constructor',
  '__proto__: { a: 1 }',
  'constructor: 1',
  '&a [*a]',
  '*无',
  '<<: *a',
  '!!js/function "x"',
  '? x',
  '- - - -',
  '%YAML 1.1',
  '---',
  '\t',
  '\u0000',
  '\u0007',
  '\uD800',
  '\uE000',
  '\uFEFF',
  '\u202E',
  '：',
  '"',
  "'",
  '[',
  '}',
  '|2',
  '# ',
  'null',
  '~',
  '是',
  '99999999999999999999',
  '1e999',
  '.nan',
  '-0',
  '0x1F',
  '2022-02-30',
  '#REF!',
  ':::表格[任务清单]',
  '# 标题',
  '::附件[x]',
  '<b>&amp;',
  '𠮷',
  '２０２２',
  '、，；',
];

/** Ways to spoil a text. */
const textChanges: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + random.below(20));
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(hostile) + text.slice(at);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    const piece = text.slice(at, at + random.below(200));
    return text.slice(0, at) + piece + text.slice(at);
  },
  (text) => text.replaceAll('\n', '\r\n'),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  // A value replaced by something else.
  (text, random) => {
    const values = [...text.matchAll(/: ([^\n{}[\],]+)/g)];
    if (values.length === 0) return text;
    const { index, 0: found } = random.pick(values);
    return `${text.slice(0, index)}: ${random.pick(hostile)}${text.slice(index + found.length)}`;
  },
  // A key misspelt, a line lost, doubled or moved, an indent changed.
  (text, random) => text.replace(random.pick(['名称', '责任单位', '年度', '内容', '标题']), '名撑'),
  (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    const other = random.below(lines.length);
    return random
      .pick([
        () => lines.toSpliced(at, 1),
        () => lines.toSpliced(at, 0, line),
        () => lines.toSpliced(at, 1).toSpliced(other, 0, line),
        () => lines.with(at, ` ${line}`),
        () => lines.with(at, line.replace(/^ {1,2}/, '')),
      ])()
      .join('\n');
  },
];

export const mutateText = (text: string, random: Random): string => random.pick(textChanges)(text, random);

/** Some bytes of a file changed, lost or cut off. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.below(4) === 0) return bytes.slice(0, random.below(bytes.length + 1));
  const changed = Uint8Array.from(bytes);
  for (let count = 1 + random.below(8); count > 0; count -= 1) {
    changed[random.below(changed.length)] = random.below(256);
  }
  return changed;
}

/** The XML of a workbook's parts, to be changed over and over without unpacking them again. */
export type Parts = Readonly<Record<string, string>>;

export const partsOf = (workbook: Uint8Array): Parts =>
  Object.fromEntries(Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]));

const cellTexts: readonly string[] = hostile.map((text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
);

/** Ways to spoil a part and leave it XML. */
const partChanges: readonly ((xml: string, random: Random) => string)[] = [
  // What stands in a cell or among the shared texts.
  (xml, random) => {
    const texts = [...xml.matchAll(/(<(?:t|v)[^>]*>)([^<]*)/g)];
    if (texts.length === 0) return xml;
    const { index, 0: found, 1: tag = '' } = random.pick(texts);
    return xml.slice(0, index) + tag + random.pick(cellTexts) + xml.slice(index + found.length);
  },
  (xml, random) =>
    xml.replace(/ t="s"/, random.pick([' t="e"', ' t="b"', ' t="d"', ' t="inlineStr"', ' t="?"', ''])),
  (xml, random) =>
    xml.replace(/ r="[A-Z]+(\d+)"/, random.pick([' r="XFE1"', ' r=""', ' r="A0"', ' r="B99999999"', ''])),
  (xml, random) =>
    xml.replace(
      /mergeCell ref="[^"]*"/,
      `mergeCell ref="${random.pick(['A1:XFD1048576', 'B2:A1', 'x', 'A3:A60', ''])}"`,
    ),
  (xml, random) => xml.replace(/<v>/, random.pick(['<f>1/0</f>', '<f>A1</f><v>', '<v>1e400', '<v> '])),
  (xml, random) => xml.replace(/ s="\d+"/, ` s="${random.below(1000)}"`),
  (xml) => xml.replace(/<sheet [^>]*>/, ''),
  (xml, random) => xml.replace(/<row[^>]*>/, random.pick(['<row r="-5">', '<row>', '<row r="x">'])),
  (xml, random) => {
    const at = random.below(xml.length + 1);
    return xml.slice(0, at) + xml.slice(at + random.below(30));
  },
];

/** A workbook with one part spoilt. */
export function mutateWorkbook(parts: Parts, random: Random): Uint8Array {
  const names = Object.keys(parts).filter((name) =>
    /sheet\d+\.xml$|sharedStrings|workbook|styles/.test(name),
  );
  const name = random.pick(names);
  const changed = { ...parts, [name]: random.pick(partChanges)(parts[name] ?? '', random) };
  const packed = Object.entries(changed).map(([part, xml]) => [part, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(packed), { level: 0 });
}
