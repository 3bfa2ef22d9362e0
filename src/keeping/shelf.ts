/**
 * Keeps what takes long to make and comes out the same every time: outlines that were simplified, the unchanging parts
 * of Word files. It belongs to one version of the program and may be emptied at any time, which costs time only.
 */
export interface Shelf {
  /** What was put there under a name; null where nothing is. It may be damaged: who put it there has to notice. */
  readonly read: (name: string) => Uint8Array | null;
  /** Puts something in the place of what is there. */
  readonly write: (name: string, content: Uint8Array) => void;
  /** Adds to what is there; other threads and processes may do so at the same time. */
  readonly append: (name: string, content: Uint8Array) => void;
}

/** Keeps nothing. */
export const noShelf: Shelf = { read: () => null, write: () => undefined, append: () => undefined };
