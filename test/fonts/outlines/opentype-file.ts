/** An OpenType file around a bare CFF program, for engines that read whole files only. */
export function openTypeFile(program: Uint8Array, widths: readonly number[]): Uint8Array {
  const table = (
    bytes: number,
    fields: readonly (readonly [offset: number, value: number])[],
  ): Uint8Array => {
    const made = new Uint8Array(bytes);
    for (const [offset, value] of fields) new DataView(made.buffer).setUint16(offset, value);
    return made;
  };
  const hmtx = table(
    4 * widths.length,
    widths.map((width, glyph) => [4 * glyph, width] as const),
  );
  const tables: readonly (readonly [string, Uint8Array])[] = [
    ['CFF ', program],
    [
      'head',
      table(54, [
        [0, 1],
        [12, 0x5f0f],
        [14, 0x3cf5],
        [18, 1000],
      ]),
    ],
    [
      'hhea',
      table(36, [
        [0, 1],
        [4, 880],
        [34, widths.length],
      ]),
    ],
    ['hmtx', hmtx],
    [
      'maxp',
      table(6, [
        [0, 0],
        [2, 0x5000],
        [4, widths.length],
      ]),
    ],
  ];
  const parts: Uint8Array[] = [];
  const directory = new Uint8Array(12 + 16 * tables.length);
  const view = new DataView(directory.buffer);
  directory.set(Buffer.from('OTTO'));
  view.setUint16(4, tables.length);
  let at = directory.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const entry = 12 + 16 * index;
    directory.set(Buffer.from(tag), entry);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat([directory, ...parts]);
}
