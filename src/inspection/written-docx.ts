import { strFromU8, unzipSync } from 'fflate';
import { bare } from './fault.ts';
import { readXml } from './xml.ts';

/** A Word file as it stands on the disk, read without the writer's help. */
export interface WrittenDocx {
  readonly title: string;
  /** Paragraphs of the body and its cells in order, without white space; empty ones left out. */
  readonly paragraphs: readonly WrittenParagraph[];
  readonly sections: readonly WrittenSection[];
  readonly styles: ReadonlyMap<string, WrittenStyle>;
}

/** A paragraph: its words and the id of its style. */
export interface WrittenParagraph {
  readonly words: string;
  readonly style: string;
}

/** Page set-up of a section, in twips. */
export interface WrittenSection {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly footers: number;
}

/** A style with what it takes from those it is based on. */
export interface WrittenStyle {
  /** 东亚字体; null where the default holds. */
  readonly face: string | null;
  /** Half-points; null where the default holds. */
  readonly size: number | null;
}

/** Reads a Word file; throws where it is none. */
export function readDocx(bytes: Uint8Array): WrittenDocx {
  const parts = unzipSync(bytes);
  const part = (path: string): string => {
    const content = parts[path];
    if (content === undefined) throw new Error(`no ${path}`);
    return strFromU8(content);
  };
  let title = '';
  let inTitle = false;
  readXml(part('docProps/core.xml'), {
    open: (name) => {
      inTitle = name === 'dc:title';
    },
    close: () => {
      inTitle = false;
    },
    text: (words) => {
      if (inTitle) title += words;
    },
  });
  return { title, ...readBody(part('word/document.xml')), styles: readStyles(part('word/styles.xml')) };
}

const numberOf = (value: string | undefined): number => Number(value ?? Number.NaN);

function readBody(source: string): Pick<WrittenDocx, 'paragraphs' | 'sections'> {
  const paragraphs: WrittenParagraph[] = [];
  const sections: WrittenSection[] = [];
  // Text boxes stand inside paragraphs: each level has its own.
  const open: { words: string; style: string }[] = [];
  let fallback = 0;
  let inText = false;
  let section = { width: 0, height: 0, left: 0, right: 0, footers: 0 };
  readXml(source, {
    open: (name, attributes) => {
      if (name === 'mc:Fallback') fallback++;
      if (fallback > 0) return;
      const last = open.at(-1);
      if (name === 'w:p') open.push({ words: '', style: '' });
      else if (name === 'w:pStyle' && last !== undefined) last.style = attributes['w:val'] ?? '';
      else if (name === 'w:t') inText = true;
      else if (name === 'w:sectPr') section = { width: 0, height: 0, left: 0, right: 0, footers: 0 };
      else if (name === 'w:footerReference') section.footers++;
      else if (name === 'w:pgSz') {
        section = { ...section, width: numberOf(attributes['w:w']), height: numberOf(attributes['w:h']) };
      } else if (name === 'w:pgMar') {
        section = {
          ...section,
          left: numberOf(attributes['w:left']),
          right: numberOf(attributes['w:right']),
        };
      }
    },
    close: (name) => {
      if (name === 'mc:Fallback') fallback--;
      if (fallback > 0) return;
      if (name === 'w:t') inText = false;
      else if (name === 'w:sectPr') sections.push(section);
      else if (name === 'w:p') {
        const paragraph = open.pop();
        const words = bare(paragraph?.words ?? '');
        if (paragraph !== undefined && words !== '') paragraphs.push({ words, style: paragraph.style });
      }
    },
    text: (words) => {
      const last = open.at(-1);
      if (inText && fallback === 0 && last !== undefined) last.words += words;
    },
  });
  return { paragraphs, sections };
}

function readStyles(source: string): ReadonlyMap<string, WrittenStyle> {
  const own = new Map<string, { face: string | null; size: number | null; base: string | null }>();
  let current: { face: string | null; size: number | null; base: string | null } | null = null;
  readXml(source, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        current = { face: null, size: null, base: null };
        own.set(attributes['w:styleId'] ?? '', current);
      } else if (current !== null && name === 'w:basedOn') current.base = attributes['w:val'] ?? null;
      else if (current !== null && name === 'w:rFonts')
        current.face = attributes['w:eastAsia'] ?? current.face;
      else if (current !== null && name === 'w:sz') current.size = numberOf(attributes['w:val']);
    },
    close: (name) => {
      if (name === 'w:style') current = null;
    },
  });
  const resolved = (id: string | null, depth = 0): WrittenStyle => {
    const style = id === null ? undefined : own.get(id);
    if (style === undefined || depth > own.size) return { face: null, size: null };
    const base = resolved(style.base, depth + 1);
    return { face: style.face ?? base.face, size: style.size ?? base.size };
  };
  return new Map([...own.keys()].map((id) => [id, resolved(id)]));
}
