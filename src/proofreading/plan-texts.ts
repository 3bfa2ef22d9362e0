import type { Place } from '../diagnostics/place.ts';
import type { SourceMap, SourceNode, SourceScalar } from '../plan/loading/source-tree.ts';
import type { PlacedText, TextGroup, TextRole } from './text.ts';

/** Parts of a plan that are printed nowhere. */
const unprinted = new Set(['更正记录', '已核对']);

/** What a text is, by the key it stands under and the key above. Whatever is not here is a phrase. */
function roleOf(path: readonly string[]): TextRole | null {
  const [key = '', above = ''] = path.toReversed();
  switch (key) {
    case '正文':
    case '引言':
    case '村级落实':
    case '标准':
    case '说明':
      return 'prose';
    case '附注':
      return above === '附件' ? 'prose' : 'phrase';
    case '内容':
      // Elsewhere it is the name of a template.
      return ['任务', '措施', '实施步骤', '工作要求'].includes(above) ? 'prose' : null;
    case '标题':
      return above === '方案' ? 'title' : 'name';
    case '名称':
      return ['责任单位', '村居'].includes(above) ? 'phrase' : 'name';
    case '表述':
      return 'clause';
    case '完成时限':
    case '村级时限':
      return 'deadline';
    case '姓名':
      return 'person';
    default:
      return 'phrase';
  }
}

/** Every printed text of a plan, in the order of the data, part by part. */
export const planTexts = (root: SourceMap): readonly TextGroup[] =>
  [...root.entries]
    .filter(([key]) => !unprinted.has(key))
    .map(([key, { node }]) => ({ name: key, texts: [...textsBelow(node, [key])] }));

function* textsBelow(node: SourceNode, path: readonly string[]): Generator<PlacedText> {
  switch (node.kind) {
    case 'scalar': {
      const role = roleOf(path);
      if (typeof node.value === 'string' && node.value.trim() !== '' && role !== null) {
        yield placed(node, node.value, role);
      }
      return;
    }
    case 'list':
      for (const item of node.items) yield* textsBelow(item, path);
      return;
    case 'map':
      for (const [key, { node: value }] of node.entries) yield* textsBelow(value, [...path, key]);
  }
}

function placed(node: SourceScalar, value: string, role: TextRole): PlacedText {
  const text = value.trim();
  const lead = value.indexOf(text);
  return { role, text, placeOf: (offset) => placeInside(node, value, lead + offset) };
}

/**
 * The place of a character of a stored text. What is written in the file has line breaks, indents and quotation marks
 * that the value has not: both are walked together, and where they part the place of the whole text is given.
 */
function placeInside({ written, place }: SourceScalar, value: string, offset: number): Place {
  if (place.kind !== 'file') return place;
  let line = place.line;
  let column = place.column;
  let at = 0;
  const advance = (): void => {
    if (written[at] === '\n') {
      line += 1;
      column = 1;
    } else if (!/[\uDC00-\uDFFF]/.test(written[at] ?? '')) column += 1;
    at += 1;
  };
  // The head of a block, as >- or |, and an opening quotation mark.
  const head = /^(?:[>|][+-]?\d?[^\n]*\n|["'])/.exec(written)?.[0].length ?? 0;
  while (at < head) advance();
  for (let index = 0; index < offset; index += 1) {
    const character = value[index];
    if (/\s/.test(character ?? '')) continue;
    while (at < written.length && /\s/.test(written[at] ?? '')) advance();
    if (written[at] !== character) return place;
    advance();
  }
  // A blank may be what is reported: then the cursor stays on it.
  if (!/\s/.test(value[offset] ?? '')) while (at < written.length && /\s/.test(written[at] ?? '')) advance();
  return { ...place, line, column };
}
