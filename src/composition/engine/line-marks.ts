import { joint } from '../marks.ts';

/** Where the words of a template line begin: after `## `, `- `, `::名[`; a directive without label gets one. */
const opening =
  /^([ \t]*)(?:(#{1,6}[ \t]+|[-*+][ \t]+|\d+[.)][ \t]+)|(:{2,}[\p{ID_Start}][\p{ID_Continue}-]*)(\[?))?/u;

/** A directive fence that closes a container, or an empty line: nothing to mark. */
const bare = /^[ \t]*:*[ \t]*$/;

function markedLine(line: string, mark: string): string {
  if (bare.test(line)) return line;
  const [all = '', indent = '', marker, directive, bracket] = opening.exec(line) ?? [];
  const rest = line.slice(all.length);
  if (directive !== undefined)
    return `${indent}${directive}${bracket === '[' ? `[${mark}` : `[${mark}]`}${rest}`;
  return `${indent}${marker ?? ''}${mark}${rest}`;
}

/**
 * Puts a mark where the words of each line begin. `startsLine` tells whether the text's first line begins in it.
 * A line whose only text so far is its marker, as `## ` before a value, is marked too.
 */
export function markLines(text: string, startsLine: boolean, markOf: (lineIndex: number) => string): string {
  const lines = text.split('\n');
  const marked = lines.map((line, index) => {
    // Spaces alone before a value: the value marks the line.
    if (index === 0 && !startsLine) return line;
    return markedLine(line, markOf(index));
  });
  return marked.join('\n').replaceAll('**', `${joint}**${joint}`);
}
