import { readXml } from './xml.ts';

/** Characters XML cannot hold are written `_x000D_`; an underscore before such letters `_x005F_`. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** Collects a rich text: its runs in one, without the readings (`rPh`) East Asian editors keep beside them. */
export class TextCollector {
  #text = '';
  #inText = false;
  #inReading = false;

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true;
    else if (name === 't') this.#inText = !this.#inReading;
  }

  add(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false;
    else if (name === 't') this.#inText = false;
  }

  /** What was collected since the last call. */
  take(): string {
    const text = decodeEscapes(this.#text);
    this.#text = '';
    return text;
  }
}

/** The texts cells refer to by number. */
export function readSharedStrings(bytes: Uint8Array | null): readonly string[] {
  if (bytes === null) return [];
  const strings: string[] = [];
  const collector = new TextCollector();
  readXml(bytes, {
    open: (name) => collector.open(name),
    text: (text) => collector.add(text),
    close: (name) => {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
