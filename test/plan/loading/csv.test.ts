import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { lines, readWithout } from '../example.ts';

const readCsv = (content: string | Uint8Array) => readWithout(['村居'], { '村居.csv': content });

const expected = [
  { name: '上庄', targetYear: 2023, model: true, remark: '靠林，近水' },
  { name: '下庄', targetYear: 2024, model: false, remark: '说“好”\n再看' },
];
const text = '名称,达标年度,标杆村,备注\n上庄,2023,是,"靠林，近水"\n"下庄",2024,,"说“好”\n再看"\n';

// “村居” is of lines, in which a break for looks is joined.
const joined = expected.map((village) => ({ ...village, remark: village.remark.replace('\n', '') }));

describe('a table as CSV', () => {
  test.each([
    ['commas', text],
    ['tabs', text.replaceAll(',', '\t')],
    ['semicolons', text.replaceAll(',', ';')],
    ['Windows line ends and a byte order mark', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('with %s', (_, content) => {
    const read = readCsv(content);
    expect(read.loaded?.plan.villages).toEqual(joined);
    expect(read.findings.hasErrors).toBe(false);
  });

  test('each value has its line and column, counted in characters', () => {
    const read = readCsv(text);
    const place = read.loaded?.placeOf(['村居', 1, '达标年度']);
    expect(place && formatPlace(place)).toBe('村居.csv:3:6');
  });

  test('faults name line and column', () => {
    expect(lines(readCsv('名称,达标年度\n上庄,2023\n𠮷庄,明年\n').findings)).toEqual([
      'data/type 村居.csv:3:4 “达标年度”应是数',
    ]);
    expect(lines(readCsv('名称,达标年度\n"上庄,2023\n').findings)).toEqual([
      'data/syntax 村居.csv:2:1 双引号只写了一边',
    ]);
  });

  test('a quote in a quoted cell is written twice', () => {
    const read = readCsv('名称,达标年度,备注\n上庄,2023,"叫""上庄"""\n下庄,2024\n');
    expect(read.loaded?.plan.villages[0]?.remark).toBe('叫"上庄"');
  });

  test('a file of another name is not read, and said so', () => {
    expect(lines(readWithout([], { '村局.csv': '名称\n' }).findings)).toEqual([
      'table/unknown 村局.csv:1:1 “村局”这个 CSV 文件没有读：不认识它的名称',
    ]);
  });
});

describe('encodings', () => {
  /** `村居` and what follows in GBK, as Chinese Excel saves CSV. */
  const gbk = Uint8Array.from([
    0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb4, 0xef, 0xb1, 0xea, 0xc4, 0xea, 0xb6, 0xc8, 0x0a, 0xc9, 0xcf, 0xd7,
    0xaf, 0x2c, 0x32, 0x30, 0x32, 0x33, 0x0a, 0xcf, 0xc2, 0xd7, 0xaf, 0x2c, 0x32, 0x30, 0x32, 0x34, 0x0a,
  ]);
  const plain = '名称,达标年度\n上庄,2023\n下庄,2024\n';
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${plain}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  test.each([
    ['GBK', gbk],
    ['UTF-16', utf16(false)],
    ['UTF-16', utf16(true)],
  ])('%s is read, with a note', (encoding, bytes) => {
    const read = readCsv(bytes);
    expect(read.loaded?.plan.villages.map(({ name }) => name)).toEqual(['上庄', '下庄']);
    expect(lines(read.findings)).toEqual([
      `data/encoding 村居.csv:1:1 文件存的是 ${encoding} 编码，已照这种编码读出`,
    ]);
  });

  test('YAML in GBK is read too', () => {
    const bytes = Uint8Array.from([...gbk.slice(0, 4), 0x3a, 0x20, 0x31]);
    expect(lines(readWithout([], { '别.yaml': bytes }).findings)).toEqual([
      'data/unknown-key 别.yaml:1:1 不认识“名称”',
      'data/encoding 别.yaml:1:1 文件存的是 GBK 编码，已照这种编码读出',
    ]);
  });

  test('what is in no known encoding is named, at its place', () => {
    const broken = Buffer.concat([Buffer.from('名称,达标年度\n上庄'), Uint8Array.from([0xff, 0xff, 0x0a])]);
    expect(lines(readCsv(broken).findings)).toEqual(['data/unreadable 村居.csv:2:3 文件里有读不出来的字']);
    expect(lines(readCsv(Buffer.from(plain, 'utf16le')).findings)).toEqual([
      'data/unreadable 村居.csv:1:1 这不是文本文件，或者存成了没有标记的 UTF-16',
    ]);
  });
});
