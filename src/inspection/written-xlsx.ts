import { strFromU8, unzipSync } from 'fflate';
import { readXml } from './xml.ts';

/** A workbook as it stands on the disk, read without the writer's help. */
export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[];
}

/** A sheet. */
export interface WrittenSheet {
  readonly name: string;
  readonly protected: boolean;
  /** What cells hold, by address: `B3`. Texts are plain, formulas begin with `=`. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Reads a workbook; throws where it is none. */
export function readXlsx(bytes: Uint8Array): WrittenWorkbook {
  const parts = unzipSync(bytes);
  const part = (path: string): string | null => {
    const content = parts[path];
    return content === undefined ? null : strFromU8(content);
  };
  const workbook = part('xl/workbook.xml');
  const relations = part('xl/_rels/workbook.xml.rels');
  if (workbook === null || relations === null) throw new Error('no workbook');
  const targets = new Map<string, string>();
  readXml(relations, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/'));
    },
  });
  const strings = readStrings(part('xl/sharedStrings.xml'));
  const sheets: WrittenSheet[] = [];
  readXml(workbook, {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      const source = part(targets.get(attributes['r:id'] ?? '') ?? '');
      if (source === null) throw new Error('no sheet');
      sheets.push({ name: attributes.name ?? '', ...readSheet(source, strings) });
    },
  });
  return { sheets };
}

function readStrings(source: string | null): readonly string[] {
  const strings: string[] = [];
  if (source === null) return strings;
  let inText = false;
  readXml(source, {
    open: (name) => {
      if (name === 'si') strings.push('');
      inText = name === 't';
    },
    close: () => {
      inText = false;
    },
    text: (text) => {
      if (inText) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

function readSheet(source: string, strings: readonly string[]): Omit<WrittenSheet, 'name'> {
  const cells = new Map<string, string>();
  let isProtected = false;
  let cell = { address: '', type: '' };
  let part = '';
  let value = '';
  let formula = '';
  readXml(source, {
    open: (name, attributes) => {
      part = name;
      if (name === 'sheetProtection') isProtected = attributes.sheet === '1' || attributes.sheet === 'true';
      if (name !== 'c') return;
      cell = { address: attributes.r ?? '', type: attributes.t ?? '' };
      [value, formula] = ['', ''];
    },
    close: (name) => {
      part = '';
      if (name !== 'c' || (value === '' && formula === '')) return;
      const words = cell.type === 's' ? (strings[Number(value)] ?? '') : value;
      cells.set(cell.address, formula === '' ? words : `=${formula}`);
    },
    text: (text) => {
      if (part === 'v' || part === 't') value += text;
      else if (part === 'f') formula += text;
    },
  });
  return { protected: isProtected, cells };
}
