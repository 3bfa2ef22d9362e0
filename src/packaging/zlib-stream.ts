import { deflate } from './deflate.ts';

/** Streams as PDF's FlateDecode reads them (RFC 1950): a head, deflated content, a checksum. */

/** Adler-32: the sum of the bytes from 1 on, and the sum of these sums, both modulo the largest 16-bit prime. */
export interface Checksum {
  readonly bytes: number;
  readonly sums: number;
}

const modulus = 65_521;
/** So many bytes can be summed before the sums leave 31 bits, in which sums are fast. */
const summedAtOnce = 3800;

/** The checksum of no content. */
export const emptyChecksum: Checksum = { bytes: 1, sums: 0 };

export function checksumOf(content: Uint8Array): Checksum {
  let { bytes, sums } = emptyChecksum;
  for (let start = 0; start < content.length; start += summedAtOnce) {
    const end = Math.min(content.length, start + summedAtOnce);
    let index = start;
    // Four at a time: a sum that waits for the one before it takes as long as four that do not.
    for (; index + 4 <= end; index += 4) {
      const first = content[index] as number;
      const second = content[index + 1] as number;
      const third = content[index + 2] as number;
      const fourth = content[index + 3] as number;
      sums += 4 * (bytes + first) + 3 * second + 2 * third + fourth;
      bytes += first + second + third + fourth;
    }
    for (; index < end; index++) {
      bytes += content[index] as number;
      sums += bytes;
    }
    bytes %= modulus;
    sums %= modulus;
  }
  return { bytes, sums };
}

/** The checksum of content that comes piece by piece, each with its own checksum. */
export class JoinedChecksum implements Checksum {
  bytes: number;
  sums: number;

  constructor({ bytes, sums }: Checksum = emptyChecksum) {
    this.bytes = bytes;
    this.sums = sums;
  }

  /** Adds a piece of a length. */
  add({ bytes, sums }: Checksum, length: number): this {
    this.sums = (this.sums + sums + (length % modulus) * (this.bytes + modulus - 1)) % modulus;
    this.bytes = (this.bytes + bytes + modulus - 1) % modulus;
    return this;
  }
}

/** Begins a stream: a window of 32 KB, the default level, no dictionary. */
export const zlibHead: readonly [number, number] = [0x78, 0x9c];

/** Bytes a checksum takes. */
export const checksumSize = 4;

/** Puts the checksum into the last bytes of a stream. */
export function endZlib(stream: Uint8Array, { bytes, sums }: Checksum): void {
  const end = stream.length;
  stream[end - 4] = sums >> 8;
  stream[end - 3] = sums;
  stream[end - 2] = bytes >> 8;
  stream[end - 1] = bytes;
}

/** Puts deflated content between head and checksum. */
export function zlibStream(deflated: Uint8Array, checksum: Checksum): Uint8Array {
  const stream = new Uint8Array(zlibHead.length + deflated.length + checksumSize);
  stream.set(zlibHead);
  stream.set(deflated, zlibHead.length);
  endZlib(stream, checksum);
  return stream;
}

/** Content as a stream: the same content gives the same bytes on every machine. */
export const compress = (content: Uint8Array): Uint8Array =>
  zlibStream(deflate(content), checksumOf(content));
