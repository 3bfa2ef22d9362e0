/** A point of colour in CIE XYZ under the light of ICC profiles, D50. */
type Xyz = readonly [number, number, number];

/** Media white and the primaries of sRGB (IEC 61966-2-1), adapted to D50. */
const white: Xyz = [0.9642, 1, 0.8249];
const primaries: Readonly<Record<'r' | 'g' | 'b', Xyz>> = {
  r: [0.4360747, 0.2225045, 0.0139322],
  g: [0.3850649, 0.7168786, 0.0971045],
  b: [0.1430804, 0.0606169, 0.7141733],
};

/** The sRGB transfer curve: from a value of 0 to 1 to linear light. */
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Between points readers interpolate; the error stays under one step of eight bits. */
const curvePoints = 256;
const headerBytes = 128;

class Bytes {
  readonly list: number[] = [];

  u16(...values: readonly number[]): this {
    for (const value of values) this.list.push((value >> 8) & 0xff, value & 0xff);
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) this.u16(value >>> 16, value & 0xffff);
    return this;
  }

  text(text: string): this {
    for (const character of text) this.list.push(character.charCodeAt(0));
    return this;
  }

  zeros(count: number): this {
    for (let index = 0; index < count; index++) this.list.push(0);
    return this;
  }

  /** Numbers with sixteen binary places. */
  fixed(...values: readonly number[]): this {
    return this.u32(...values.map((value) => Math.round(value * 65536)));
  }

  /** Zeros up to a multiple of four. */
  align(): this {
    return this.zeros((4 - (this.list.length % 4)) % 4);
  }
}

const xyz = (point: Xyz): Bytes =>
  new Bytes()
    .text('XYZ ')
    .u32(0)
    .fixed(...point);

function description(text: string): Bytes {
  const unicodeAndScript = 4 + 4 + 2 + 1 + 67;
  return new Bytes()
    .text('desc')
    .u32(0, text.length + 1)
    .text(`${text}\0`)
    .zeros(unicodeAndScript);
}

function curve(): Bytes {
  const points = Array.from({ length: curvePoints }, (_, index) =>
    Math.round(linear(index / (curvePoints - 1)) * 0xffff),
  );
  return new Bytes()
    .text('curv')
    .u32(0, curvePoints)
    .u16(...points);
}

/**
 * The colour space of the PDF/A output intent: an ICC profile of version 2 (PDF 1.4 knows no later one) for
 * a display with the numbers of sRGB.
 */
export function srgbProfile(): Uint8Array {
  const shared = curve();
  const tags: readonly (readonly [string, Bytes])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', new Bytes().text('text').u32(0).text('No copyright, use freely\0')],
    ['wtpt', xyz(white)],
    ['rXYZ', xyz(primaries.r)],
    ['gXYZ', xyz(primaries.g)],
    ['bXYZ', xyz(primaries.b)],
    ['rTRC', shared],
    ['gTRC', shared],
    ['bTRC', shared],
  ];
  const table = new Bytes().u32(tags.length);
  const data = new Bytes();
  const offsets = new Map<Bytes, number>();
  const dataStart = headerBytes + 4 + 12 * tags.length;
  for (const [signature, content] of tags) {
    let offset = offsets.get(content);
    if (offset === undefined) {
      offset = dataStart + data.list.length;
      offsets.set(content, offset);
      for (const byte of content.list) data.list.push(byte);
      data.align();
    }
    table.text(signature).u32(offset, content.list.length);
  }
  const header = new Bytes()
    .u32(dataStart + data.list.length, 0, 0x02100000)
    .text('mntrRGB XYZ ')
    .u16(2022, 1, 1, 0, 0, 0)
    .text('acsp')
    .zeros(28)
    .fixed(...white);
  header.zeros(headerBytes - header.list.length);
  return Uint8Array.from([...header.list, ...table.list, ...data.list]);
}
