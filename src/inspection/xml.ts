import { SaxesParser } from 'saxes';

/** What is told of an XML document while it is read. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads XML from beginning to end; throws where it is not well-formed. */
export function readXml(source: string, { open, close, text }: XmlEvents): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => open?.(name, attributes));
  parser.on('closetag', ({ name }) => close?.(name));
  parser.on('text', (words) => text?.(words));
  parser.write(source).close();
}

/** An element with what stands in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Reads XML as a tree; throws where it is not well-formed. */
export function readTree(source: string): XmlElement {
  interface Growing extends XmlElement {
    readonly children: (XmlElement | string)[];
  }
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open = [root];
  readXml(source, {
    open: (name, attributes) => {
      const element: Growing = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => open.pop(),
    text: (words) => open.at(-1)?.children.push(words),
  });
  const [first] = elementsOf(root);
  if (first === undefined) throw new Error('no element');
  return first;
}

/** The elements right below one. */
export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string');

/** The first element of a name right below one; undefined where there is none. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element === undefined ? undefined : elementsOf(element).find((child) => child.name === name);

/** The elements of a name anywhere below one. */
export function* within(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* within(child, name);
  }
}

/** The words right in an element. */
export const wordsIn = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');
