import type { Roster } from '../document/block.ts';
import { linesOfPart } from '../document/fitting.ts';
import { text } from '../document/inline.ts';
import { rosterColumns } from '../format/elements.ts';
import { characterWidth } from '../format/page.ts';
import type { Row } from './galley.ts';
import type { Glyph } from './glyph.ts';
import type { BlockSetting } from './set-block.ts';
import { setParagraph } from './set-text.ts';
import { unbrokenEntry } from './unbroken.ts';

/** 名单: label, name and post in three columns; only the first line of a role carries its label. */
export function setRoster({ groups }: Roster, setting: BlockSetting): Row[] {
  const { typecase, frame, structure, root, origin, fitting } = setting;
  const { body } = setting.format.styles;
  const list = structure.add('L', root, origin);
  const at = (characters: number) => characters * characterWidth;
  const columns = rosterColumns(groups.map((group) => group.label));
  const rows: Row[] = [];
  let entries = 0;
  for (const group of groups) {
    for (const [index, entry] of group.entries.entries()) {
      const { name, post, place } = entry;
      const traits = { element: structure.add('LI', list, { ...origin, place }), keepWithNext: false };
      const put = (glyphs: Glyph[], left: number) =>
        setParagraph(
          glyphs,
          { ...body, align: 'left' },
          { left: at(left), firstLeft: at(left), right: frame.width },
          traits,
        );
      const { label } = columns;
      const parts: Row[][] = [];
      if (index === 0) {
        const width = label.width;
        const words = typecase.inlines([{ kind: 'spread', text: group.label, width }, text('：')], body);
        parts.push(put(words, label.left));
      }
      if (post !== null) {
        const spread = typecase.inlines([{ kind: 'spread', text: name, width: columns.name.width }], body);
        parts.push(put(spread, columns.name.left));
      }
      const { glyphs, style, measure } = unbrokenEntry(entry, columns, setting);
      const lines = linesOfPart(fitting.parts, entries++);
      parts.push(setParagraph(glyphs, style, measure, { ...traits, lines }));
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
