/** Makes a font with only the glyphs of some characters; tables named are left out. Glyph ids are new. */
export type Subsetter = (
  font: Uint8Array,
  index: number,
  codePoints: Iterable<number>,
  dropped: readonly string[],
) => Uint8Array;

/** The part of WebAssembly that is used; Node's types leave it out. */
interface WebAssemblyApi {
  readonly Module: new (program: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/** The functions of harfbuzz-subset.wasm that are called here. */
interface Harfbuzz {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

const writable = 2;
const droppedTables = 3;
const layoutFeatures = 6;
const noHinting = 0x1;
const noLayoutClosure = 0x200;

const tagNumber = (tag: string): number =>
  [...tag].reduce((number, character) => (number << 8) | character.charCodeAt(0), 0);

/** Starts harfbuzz; `program` is its harfbuzz-subset.wasm. */
export function createSubsetter(program: Uint8Array): Subsetter {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
  const instance = new Instance(new Module(program));
  const hb = instance.exports as unknown as Harfbuzz;
  hb._initialize();
  // Memory moves when it grows: a view is taken afresh for each use.
  const memory = () => new Uint8Array(hb.memory.buffer);
  const required = (pointer: number, what: string): number => {
    if (pointer === 0) throw new Error(`harfbuzz: ${what} failed`);
    return pointer;
  };

  return (font, index, codePoints, dropped) => {
    const data = required(hb.malloc(font.byteLength), 'malloc');
    memory().set(font, data);
    const blob = hb.hb_blob_create(data, font.byteLength, writable, 0, 0);
    const face = hb.hb_face_create(blob, index);
    hb.hb_blob_destroy(blob);
    const input = required(hb.hb_subset_input_create_or_fail(), 'input');
    try {
      hb.hb_subset_input_set_flags(input, noHinting | noLayoutClosure);
      hb.hb_set_clear(hb.hb_subset_input_set(input, layoutFeatures));
      const tables = hb.hb_subset_input_set(input, droppedTables);
      for (const tag of dropped) hb.hb_set_add(tables, tagNumber(tag));
      const unicodes = hb.hb_subset_input_unicode_set(input);
      for (const codePoint of codePoints) hb.hb_set_add(unicodes, codePoint);
      const subset = required(hb.hb_subset_or_fail(face, input), 'subset');
      const result = hb.hb_face_reference_blob(subset);
      const start = hb.hb_blob_get_data(result, 0);
      const bytes = memory().slice(start, start + hb.hb_blob_get_length(result));
      hb.hb_blob_destroy(result);
      hb.hb_face_destroy(subset);
      return bytes;
    } finally {
      hb.hb_subset_input_destroy(input);
      hb.hb_face_destroy(face);
      hb.free(data);
    }
  };
}
