import { SaxesParser } from 'saxes';

/** Attributes of an element, without the prefixes of their names. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with the parts of an XML text; element names come without prefixes. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** An XML text that cannot be read. */
export class BrokenXml extends Error {}

/** Bytes given to the parser at a time, so that a reader that has seen enough can stop. */
const portion = 1 << 18;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads an XML part from first to last. Entities of the part's own are never expanded. Throws `BrokenXml`. */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new BrokenXml(error.message);
  });
  if (open !== undefined) {
    parser.on('opentag', ({ name, attributes }) => {
      const plain: Record<string, string> = Object.create(null);
      for (const key in attributes) plain[localName(key)] = attributes[key] as string;
      open(localName(name), plain);
    });
  }
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close !== undefined) parser.on('closetag', ({ name }) => close(localName(name)));
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += portion) {
    parser.write(decoder.decode(bytes.subarray(start, start + portion), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

/** Parts of a package are UTF-8 or UTF-16. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
