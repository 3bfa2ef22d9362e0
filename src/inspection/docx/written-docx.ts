import { strFromU8, unzipSync } from 'fflate';
import { childOf, elementsOf, readTree, within, wordsIn } from '../xml.ts';
import { readContent, type WrittenContent, type WrittenParagraph } from './content.ts';
import type { FurnitureType, WrittenSection } from './section.ts';
import { readStyles } from './styles.ts';

/** A Word file as it stands on the disk, read without the writer's help. */
export interface WrittenDocx extends WrittenContent {
  readonly title: string;
  /** Whether even pages have headers and footers of their own. */
  readonly oddAndEven: boolean;
  /** What a section's header or footer holds, by what the section names or takes over; empty where there is none. */
  readonly furniture: (
    section: number,
    kind: 'header' | 'footer',
    type: FurnitureType,
  ) => readonly WrittenParagraph[];
}

/** Reads a Word file; throws where it is none. */
export function readDocx(bytes: Uint8Array): WrittenDocx {
  const parts = unzipSync(bytes);
  const part = (path: string): string | null => {
    const content = parts[path];
    return content === undefined ? null : strFromU8(content);
  };
  const tree = (path: string) => {
    const source = part(path);
    if (source === null) throw new Error(`no ${path}`);
    return readTree(source);
  };
  const [named] = within(tree('docProps/core.xml'), 'dc:title');
  const styles = readStyles(tree('word/styles.xml'));
  const document = childOf(tree('word/document.xml'), 'w:body');
  if (document === undefined) throw new Error('no body');
  const content = readContent(document, styles);
  const settings = part('word/settings.xml');
  const evens = settings === null ? undefined : childOf(readTree(settings), 'w:evenAndOddHeaders');
  const targets = new Map(
    elementsOf(tree('word/_rels/document.xml.rels')).map(({ attributes }) => [
      attributes.Id ?? '',
      `word/${(attributes.Target ?? '').replace(/^\/?(?:word\/)?/u, '')}`,
    ]),
  );
  const read = new Map<string, readonly WrittenParagraph[]>();
  return {
    title: named === undefined ? '' : wordsIn(named),
    ...content,
    oddAndEven: evens !== undefined && !['0', 'false', 'off'].includes(evens.attributes['w:val'] ?? '1'),
    furniture: (section, kind, type) => {
      const id = referenceOf(content.sections, section, kind, type);
      const path = id === null ? undefined : targets.get(id);
      if (path === undefined || part(path) === null) return [];
      const known = read.get(path) ?? readContent(tree(path), styles).paragraphs;
      read.set(path, known);
      return known;
    },
  };
}

/** The part a section has for a header or footer: its own, or that of the nearest section before it that names one. */
function referenceOf(
  sections: readonly WrittenSection[],
  section: number,
  kind: 'header' | 'footer',
  type: FurnitureType,
): string | null {
  for (let index = section; index >= 0; index--) {
    const id = sections[index]?.references[kind][type];
    if (id !== undefined) return id;
  }
  return null;
}
