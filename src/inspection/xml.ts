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
