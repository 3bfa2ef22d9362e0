import { childOf, elementsOf, type XmlElement } from '../xml.ts';
import {
  type ParagraphLook,
  type ParagraphTraits,
  plainParagraphLook,
  plainRunLook,
  type RunLook,
  type RunTraits,
  readParagraphTraits,
  readRunTraits,
  withParagraphTraits,
  withRunTraits,
} from './looks.ts';

/** The styles of a Word file: what a style with all it is based on comes to. Ids are the file's own: programs rename them. */
export interface Styles {
  /** A paragraph of a style, undefined for the default one, and what it says itself. */
  readonly paragraph: (id: string | undefined, own: ParagraphTraits) => ParagraphLook;
  /** A run in a paragraph of a style, with a character style and what it says itself. */
  readonly run: (paragraph: string | undefined, character: string | undefined, own: RunTraits) => RunLook;
}

interface Style {
  readonly base: string | undefined;
  readonly paragraph: ParagraphTraits;
  readonly run: RunTraits;
}

/** Reads `word/styles.xml`. */
export function readStyles(root: XmlElement): Styles {
  const styles = new Map<string, Style>();
  let usual: string | undefined;
  for (const element of elementsOf(root)) {
    const { attributes } = element;
    const id = attributes['w:styleId'];
    if (element.name !== 'w:style' || id === undefined) continue;
    if (attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['w:default'] ?? ''))
      usual = id;
    styles.set(id, {
      base: childOf(element, 'w:basedOn')?.attributes['w:val'],
      paragraph: readParagraphTraits(childOf(element, 'w:pPr')),
      run: readRunTraits(childOf(element, 'w:rPr')),
    });
  }
  const defaults = childOf(root, 'w:docDefaults');
  const run = withRunTraits(plainRunLook, readRunTraits(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')));
  const paragraph = withParagraphTraits(
    plainParagraphLook,
    readParagraphTraits(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
  );
  /** A style and those it is based on, the base first. */
  const chain = (id: string | undefined): readonly Style[] => {
    const found: Style[] = [];
    const seen = new Set<string>();
    for (let next = id; next !== undefined && !seen.has(next); next = styles.get(next)?.base) {
      seen.add(next);
      const style = styles.get(next);
      if (style !== undefined) found.unshift(style);
    }
    return found;
  };
  const paragraphs = new Map<string | undefined, ParagraphLook>();
  const runs = new Map<string, RunLook>();
  const paragraphOf = (id: string | undefined): ParagraphLook => {
    let look = paragraphs.get(id);
    if (look === undefined) {
      look = chain(id).reduce((sum, style) => withParagraphTraits(sum, style.paragraph), paragraph);
      paragraphs.set(id, look);
    }
    return look;
  };
  const runOf = (id: string | undefined, character: string | undefined): RunLook => {
    const key = `${id}\n${character}`;
    let look = runs.get(key);
    if (look === undefined) {
      look = [...chain(id), ...chain(character)].reduce((sum, style) => withRunTraits(sum, style.run), run);
      runs.set(key, look);
    }
    return look;
  };
  return {
    paragraph: (id, own) => withParagraphTraits(paragraphOf(id ?? usual), own),
    run: (id, character, own) => withRunTraits(runOf(id ?? usual, character), own),
  };
}
