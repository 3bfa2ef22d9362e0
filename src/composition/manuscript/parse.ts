import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';

const extensions = [
  directive(),
  // Blocks of a template may be indented to show what stands in what; that is never code.
  { disable: { null: ['codeIndented'] } },
];
const mdastExtensions = [directiveFromMarkdown()];

/** Parses a manuscript: CommonMark with directives. Every text is well-formed, so there is nothing to report. */
export const parseManuscript = (source: string): Root =>
  fromMarkdown(source, { extensions, mdastExtensions });
