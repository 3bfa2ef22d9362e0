import { describe, expect, test } from 'vitest';
import { page } from '../../src/format/page.ts';
import { sealOverhang, sealPlaces, signatureLines } from '../../src/format/signature.ts';
import { mm } from '../../src/format/units.ts';

const date = '2022年5月24日';
const pitch = page.linePitch.value;
const area = page.typeArea.value.width;

const signed = (sealed: boolean, ...issuers: string[]) => ({ issuers, date, sealed });

/** Lines as `blank lines above: words at characters from the right`. */
const lines = (signature: ReturnType<typeof signed>) =>
  signatureLines(signature).map(
    ({ above, texts }) =>
      `${above}: ${texts.map(({ words, right }) => `${words} ${right.toFixed(2)}`).join(' | ')}`,
  );

const township = '三管镇人民政府';
const party = '中共三管镇委员会';
const long = '中共清源县三管镇委员会农村基层党风廉政建设工作领导小组';

describe('署名和成文日期 §7.3.5', () => {
  test('sealed: date four characters in, the issuer centred on it', () => {
    // The date is 6.5 characters wide with five spaces between scripts, a fifth each.
    expect(lines(signed(true, township))).toEqual([`2: ${township} 4.25`, `0: ${date} 4.00`]);
  });

  test('sealed, an issuer longer than date and margin: it ends at the edge, the date below its middle', () => {
    const [name, day] = signatureLines(signed(true, long));
    const [issuer, dated] = [name?.texts[0], day?.texts[0]];
    expect(issuer?.right).toBe(0);
    expect((dated?.right ?? 0) + (dated?.width ?? 0) / 2).toBeCloseTo((issuer?.width ?? 0) / 2, 5);
  });

  test('unsealed: issuer two characters in, the date begins two characters further right', () => {
    const [name, day] = signatureLines(signed(false, party));
    const left = (text: { right: number; width: number } | undefined) =>
      (text?.right ?? 0) + (text?.width ?? 0);
    expect(name?.above).toBe(1);
    expect(name?.texts[0]?.right).toBe(2);
    const shift = left(name?.texts[0]) - left(day?.texts[0]);
    // Two characters, unless that would push the date over the edge.
    expect(shift).toBeCloseTo(Math.min(2, 2 + 8 - (day?.texts[0]?.width ?? 0)), 5);
  });

  test('unsealed, a date longer than the issuer: the date two characters in, the issuer gives way', () => {
    const [name, day] = signatureLines(signed(false, '镇政府'));
    expect(day?.texts[0]?.right).toBe(2);
    expect(name?.texts[0]?.right).toBeCloseTo(4 + (day?.texts[0]?.width ?? 0) - 3, 5);
  });

  test('unsealed, several: one below the other, spread to the longest', () => {
    const [host, other] = signatureLines(signed(false, party, township));
    expect([host?.texts[0]?.spread, other?.texts[0]?.spread]).toEqual([null, 8]);
    expect(host?.texts[0]?.right).toBe(other?.texts[0]?.right);
  });
});

describe('印章 §7.3.5.1, Ø 42 mm', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    one: [township],
    'a long one': [long],
    two: [party, township],
    three: ['县纪委监委', '县委组织部', '县民政局'],
    'three with longer names': [party, township, '三管镇人民武装部'],
    four: ['县纪委监委', '县委组织部', '县民政局', '县农业农村局'],
    'three very long ones': [long, long, township],
  };

  test.each(Object.keys(cases))('%s: seals neither cross nor touch and stay in the type area', (name) => {
    const places = sealPlaces(signed(true, ...(cases[name] ?? [])), pitch);
    expect(places).toHaveLength(cases[name]?.length ?? 0);
    for (const [index, { x, y, radius }] of places.entries()) {
      expect(radius).toBeCloseTo(mm(21), 5);
      expect(x - radius).toBeGreaterThanOrEqual(-0.01);
      expect(x + radius).toBeLessThanOrEqual(area + 0.01);
      for (const other of places.slice(index + 1)) {
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(radius + other.radius);
      }
    }
  });

  test.each(Object.keys(cases))('%s: the top of the first row is within one line of the text', (name) => {
    const [first] = sealPlaces(signed(true, ...(cases[name] ?? [])), pitch);
    const top = (first?.y ?? 0) - (first?.radius ?? 0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThanOrEqual(pitch);
  });

  test('the last one is pressed on name and date, its middle a little above theirs', () => {
    const [only] = sealPlaces(signed(true, township), pitch);
    const middleOfLines = 4 + 2 * pitch + 9.6 + (16 + pitch) / 2;
    expect((only?.y ?? 0) + mm(2.4)).toBeCloseTo(middleOfLines, 1);
    expect(sealOverhang(signed(true, township), pitch)).toBeCloseTo(25.9, 0);
    expect(sealOverhang(signed(false, township), pitch)).toBe(0);
  });
});
