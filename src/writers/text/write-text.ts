import type { Block } from '../../document/block.ts';
import { plainText } from '../../document/inline.ts';
import type { OfficialDocument } from '../../document/official-document.ts';

const indent = '　　';

/** The words of a block, a line a paragraph; null for blocks that plain text has no way to show. */
function linesOf(block: Block): readonly string[] | null {
  switch (block.kind) {
    case 'title':
      return [block.text];
    case 'heading':
      return [`${block.number}${plainText(block.inlines)}`];
    case 'paragraph': {
      const { lead, inlines } = block;
      const opening = lead === null ? '' : `${lead.number}${plainText(lead.inlines)}`;
      return [`${block.indent === 'none' ? '' : indent}${opening}${plainText(inlines)}`];
    }
    default:
      return null;
  }
}

/**
 * Writes a document of titles, headings and paragraphs as plain text, a blank line between them, line ends as Windows
 * has them. Throws on what plain text cannot show.
 */
export function writeText(document: OfficialDocument): string {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const parts = blocks.map((block) => {
    const lines = linesOf(block);
    if (lines === null) throw new Error(`${document.id}: no plain text for ${block.kind}`);
    return lines.join('\r\n');
  });
  return `${parts.join('\r\n\r\n')}\r\n`;
}
