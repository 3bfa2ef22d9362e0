import type { ListItem } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { RosterEntry, RosterGroup } from '../../document/block.ts';
import { labelOf } from './directive.ts';
import { type ReadingContext, readText } from './inlines.ts';
import { lineOfNode, placeOfNode } from './source-place.ts';

/**
 * `:::名单[组长]` with lines `- 姓名:职务[副镇长]` or `- 各包村干部` and `:::`.
 * Name and post are told apart by the directive, so that brackets may stand in both.
 */
export function readRosterGroup(directive: ContainerDirective, context: ReadingContext): RosterGroup {
  const entries = directive.children.flatMap((child) => {
    if (child.type === 'list') return child.children.map((item) => readEntry(item, context));
    if (child.type !== 'paragraph' || child.data?.directiveLabel !== true) {
      context.findings.report(
        'template/syntax',
        '名单里只能一行一人',
        lineOfNode(child, context.manuscript),
        {
          hint: '写作“- 姓名:职务[副镇长]”',
        },
      );
    }
    return [];
  });
  return { label: readText(labelOf(directive), context), entries };
}

function readEntry(item: ListItem, context: ReadingContext): RosterEntry {
  const content = item.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []));
  const post = content.find((node) => node.type === 'textDirective' && node.name === '职务');
  const name = readText(
    content.filter((node) => node !== post),
    context,
  );
  return {
    name,
    post: post?.type === 'textDirective' ? readText(post.children, context) : null,
    place: placeOfNode(item, context.manuscript),
  };
}
