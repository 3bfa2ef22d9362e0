/** Puts fonts into one collection (TTC), as simsun.ttc holds 宋体 and 新宋体. */
export function collection(fonts: readonly Uint8Array[]): Uint8Array {
  const head = 12 + 4 * fonts.length;
  const starts: number[] = [];
  let size = head;
  for (const font of fonts) {
    starts.push(size);
    size += font.length + ((4 - (font.length % 4)) % 4);
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from('ttcf'));
  view.setUint32(4, 0x00010000);
  view.setUint32(8, fonts.length);
  for (const [index, font] of fonts.entries()) {
    const start = starts[index] ?? 0;
    view.setUint32(12 + 4 * index, start);
    bytes.set(font, start);
    const tables = view.getUint16(start + 4);
    for (let table = 0; table < tables; table++) {
      const offset = start + 12 + 16 * table + 8;
      view.setUint32(offset, view.getUint32(offset) + start);
    }
  }
  return bytes;
}
