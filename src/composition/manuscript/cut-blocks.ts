/** A piece of a manuscript that can be parsed by itself. */
export interface SourceBlock {
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
}

/** The fence of a container, `:::名单[组长]` or `:::`, behind the marks a line may begin with. */
const fence = /^[\s\uE000-\uE003\d]*(:{3,})/;

/**
 * Cuts a manuscript at its blank lines into blocks that do not look at each other: paragraphs, headings, directives.
 * A container stays whole, whatever blank lines it holds.
 */
export function cutBlocks(source: string): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let start = 0;
  let isOpen = false;
  let inContainer = false;
  let at = 0;
  const close = (end: number): void => {
    if (isOpen) blocks.push({ text: source.slice(start, end), start });
    isOpen = false;
  };
  while (at <= source.length) {
    const newLine = source.indexOf('\n', at);
    const end = newLine < 0 ? source.length : newLine;
    const line = source.slice(at, end);
    if (line.trim() === '' && !inContainer) close(Math.max(start, at - 1));
    else {
      if (!isOpen) start = at;
      isOpen = true;
      if (line.includes(':::') && fence.test(line)) {
        inContainer = !inContainer;
        if (!inContainer) close(end);
      }
    }
    at = end + 1;
  }
  close(source.length);
  return blocks;
}
