import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ArchiveSeries, pack, packPart, packText } from '../../src/packaging/pack.ts';

const part = (path: string, text: string) => packPart(path, strToU8(text));

describe('a package', () => {
  test('holds its parts, read back by another program', () => {
    const packed = pack([part('[Content_Types].xml', '<Types/>'), part('word/文档.xml', '一'.repeat(1000))]);
    const read = unzipSync(packed);
    expect(Object.keys(read)).toEqual(['[Content_Types].xml', 'word/文档.xml']);
    expect(strFromU8(read['word/文档.xml'] as Uint8Array)).toBe('一'.repeat(1000));
  });

  test('has the same bytes when a part was deflated before', () => {
    const shared = part('a.xml', '<a/>');
    expect(pack([shared, part('b.xml', '<b/>')])).toEqual(
      pack([part('a.xml', '<a/>'), part('b.xml', '<b/>')]),
    );
  });

  test('has the same bytes when its first parts were put together before', () => {
    const [types, styles] = [part('[Content_Types].xml', '<Types/>'), part('word/样式.xml', '<w:styles/>')];
    const [body, other] = [part('word/document.xml', '一'.repeat(90)), part('b.xml', '')];
    const series = new ArchiveSeries([types, styles]);
    expect(series.archive([body, other])).toEqual(pack([types, styles, body, other]));
    expect(series.archive([])).toEqual(pack([types, styles]));
  });

  test('tells a fixed time that no zone changes', () => {
    const before = process.env.TZ;
    const made = ['Asia/Shanghai', 'America/Los_Angeles', 'UTC'].map((zone) => {
      process.env.TZ = zone;
      return pack([part('a.xml', '<a/>')]);
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
  });

  test('may be empty', () => {
    expect(unzipSync(pack([]))).toEqual({});
  });
});

test('a part whose text comes bit by bit is the part it would be at once', () => {
  const lines = Array.from({ length: 9000 }, (_, index) => `<row>${index} 清廉村居\u{20BB7}</row>`);
  const whole = packPart('a.xml', new TextEncoder().encode(lines.join('')));
  expect(pack([packText('a.xml', lines)])).toEqual(pack([whole]));
  expect(pack([packText('a.xml', [])])).toEqual(pack([packPart('a.xml', new Uint8Array())]));
});

test('a part of many megabytes comes in pieces and is read back whole', () => {
  // Digits of no pattern: they are not deflated to much less.
  let seed = 1;
  const next = (): string => {
    seed = Math.imul(seed, 1_664_525) + 1_013_904_223;
    return (seed >>> 0).toString(36);
  };
  const lines = Array.from({ length: 400_000 }, next);
  const long = packText('a.xml', lines);
  expect(long.pieces.length).toBeGreaterThan(1);
  expect(strFromU8(unzipSync(pack([long]))['a.xml'] as Uint8Array) === lines.join('')).toBe(true);
  expect(pack([long])).toEqual(pack([packPart('a.xml', strToU8(lines.join('')))]));
});
