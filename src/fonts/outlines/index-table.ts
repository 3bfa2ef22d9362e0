/** An INDEX of a CFF program: objects of any length, found by their number. */
export interface IndexTable {
  readonly count: number;
  /** Where the INDEX ends. */
  readonly end: number;
  /** Bounds of an object; objects are read where they are needed. */
  readonly at: (index: number) => readonly [number, number];
}

/** Reads the head of an INDEX. */
export function readIndexTable(view: DataView, offset: number): IndexTable {
  const count = view.getUint16(offset);
  if (count === 0) return { count, end: offset + 2, at: () => [offset + 2, offset + 2] };
  const width = view.getUint8(offset + 2);
  const base = offset + 2 + (count + 1) * width;
  const start = (index: number): number => {
    let value = 0;
    for (let byte = 0; byte < width; byte++) {
      value = value * 256 + view.getUint8(offset + 3 + index * width + byte);
    }
    return base + value;
  };
  return { count, end: start(count), at: (index) => [start(index), start(index + 1)] };
}
