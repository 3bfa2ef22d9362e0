/** How many columns a fixed cell covers, as its definition says. */
export type Span = number | '余下';

/**
 * The columns each cell of a row covers, so that together they fill so many columns. Null when they do not:
 * too many or too few, several that want the rest, or nothing left for the one that does.
 */
export function shareSpans(spans: readonly Span[], columns: number): readonly number[] | null {
  const left = columns - spans.reduce((sum: number, span) => sum + (span === '余下' ? 0 : span), 0);
  const open = spans.filter((span) => span === '余下').length;
  if (open === 0 ? left !== 0 : open > 1 || left < 1) return null;
  return spans.map((span) => (span === '余下' ? left : span));
}
