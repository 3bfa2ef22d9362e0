import type { Roster } from '../document/block.ts';
import { text } from '../document/inline.ts';
import { rosterColumns } from '../format/elements.ts';
import { characterWidth } from '../format/page.ts';
import type { Row } from './galley.ts';
import { type Glyph, widthOf } from './glyph.ts';
import type { BlockSetting } from './set-block.ts';
import { setParagraph } from './set-text.ts';

/** 名单: label, name and post in three columns; only the first line of a role carries its label. */
export function setRoster({ groups }: Roster, setting: BlockSetting): Row[] {
  const { typecase, frame, structure, root, origin } = setting;
  const { body } = setting.format.styles;
  const list = structure.add('L', root, origin);
  const at = (characters: number) => characters * characterWidth;
  const columns = rosterColumns(groups.map((group) => group.label));
  const rows: Row[] = [];
  for (const group of groups) {
    for (const [index, { name, post, place }] of group.entries.entries()) {
      const traits = { element: structure.add('LI', list, { ...origin, place }), keepWithNext: false };
      const put = (glyphs: Glyph[], left: number, end = frame.width) =>
        setParagraph(
          glyphs,
          { ...body, align: 'left' },
          { left: at(left), firstLeft: at(left), right: end },
          traits,
        );
      const { label } = columns;
      const parts: Row[][] = [];
      if (index === 0) {
        const width = label.width;
        const words = typecase.inlines([{ kind: 'spread', text: group.label, width }, text('：')], body);
        parts.push(put(words, label.left));
      }
      if (post === null) {
        parts.push(put(typecase.text(name, body), columns.name.left));
      } else {
        const spread = typecase.inlines([{ kind: 'spread', text: name, width: columns.name.width }], body);
        const over = Math.max(0, widthOf(spread) - at(columns.post.left - columns.name.left));
        parts.push(put(spread, columns.name.left));
        parts.push(put(typecase.text(`（${post}）`, body), columns.post.left + over / characterWidth));
      }
      rows.push(...beside(parts));
    }
  }
  return rows;
}

/**
 * Puts columns beside one another: their first lines on one base line, further lines below.
 * The result is as many rows as the longest column has.
 */
function beside(columns: readonly (readonly Row[])[]): Row[] {
  const count = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: count }, (_, index) => {
    const lines = columns.flatMap((column) => column[index] ?? []);
    const height = Math.max(...lines.map((row) => row.height));
    const keepWithNext = index < count - 1;
    return { kind: 'row', height, items: lines.flatMap((row) => row.items), keepWithNext, bookmark: null };
  });
}
