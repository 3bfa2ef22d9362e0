/** A piece of running text inside a block. The words are finished; only how a piece is set apart is told. */
export type Inline = Text | Strong | Spread | Blank | LineBreak;

/** Plain text in the face of its block. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

/** Text set apart in 黑体 (the standard knows no bold). */
export interface Strong {
  readonly kind: 'strong';
  readonly text: string;
}

/** 分散对齐: text spread evenly over `width` characters, as 王宁 over three, to align with longer names. */
export interface Spread {
  readonly kind: 'spread';
  readonly text: string;
  /** Whole characters of the block's size; never less than the text's own length. */
  readonly width: number;
}

/** A ruled blank to be filled in by hand. */
export interface Blank {
  readonly kind: 'blank';
  /** Characters of the block's size. */
  readonly width: number;
}

/** A forced new line inside a block. */
export interface LineBreak {
  readonly kind: 'line-break';
}

/** A text inline; the usual case. */
export const text = (value: string): Text => ({ kind: 'text', text: value });

/** The words of an inline: a blank is empty, a line break is a new line. */
function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'strong':
    case 'spread':
      return inline.text;
    case 'blank':
      return '';
    case 'line-break':
      return '\n';
  }
}

/** The words of inlines, as a reader would copy them. */
export function plainText(inlines: readonly Inline[]): string {
  if (inlines.length === 1 && inlines[0] !== undefined) return wordsOf(inlines[0]);
  let words = '';
  for (const inline of inlines) words += wordsOf(inline);
  return words;
}
