/** Spaces a line begins with. */
const indentOf = (line: string): number => line.length - line.trimStart().length;

const isBlankOrComment = (line: string): boolean => /^\s*(?:#|$)/.test(line);

/**
 * A YAML text without the value at a path of keys, with a remark in its place; null where the text does not write
 * it as a block of its own lines. Blank lines and comments before the next key stay with that key.
 */
export function takeOut(text: string, path: readonly string[], remark: string): string | null {
  const lines = text.split('\n');
  let from = 0;
  let to = lines.length;
  let indent = -1;
  for (const key of path) {
    const start = lines.findIndex((line, index) => {
      if (index < from || index >= to || isBlankOrComment(line) || indentOf(line) <= indent) return false;
      return line.trim().startsWith(`${key}:`) && /^(?:\s|$)/.test(line.trim().slice(key.length + 1));
    });
    const found = lines[start];
    if (found === undefined) return null;
    indent = indentOf(found);
    to = endOfBlock(lines, start, to, indent);
    from = start + 1;
  }
  const start = from - 1;
  return [...lines.slice(0, start), `${' '.repeat(indent)}# ${remark}`, ...lines.slice(to)].join('\n');
}

/** The line after a key's block: entries of a list may stand as far left as the key itself. */
function endOfBlock(lines: readonly string[], start: number, limit: number, indent: number): number {
  let end = start + 1;
  for (let index = start + 1; index < limit; index += 1) {
    const line = lines[index] ?? '';
    if (isBlankOrComment(line)) continue;
    const inside = indentOf(line) > indent || (indentOf(line) === indent && /^\s*-(?:\s|$)/.test(line));
    if (!inside) break;
    end = index + 1;
  }
  return end;
}
