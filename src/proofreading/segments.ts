let segmenter: Intl.Segmenter | null = null;

/** Where the words of a text begin, as a general dictionary parts them; ascending, with the end of the text. */
export function wordStarts(text: string): readonly number[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
}
