import { createWording } from '../../src/composition/engine/engine.ts';
import { type ReadManuscript, readManuscript } from '../../src/composition/manuscript/read.ts';
import { withoutMarks } from '../../src/composition/marks.ts';
import { Datum, type View } from '../../src/composition/wording.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { formatPlace } from '../../src/diagnostics/place.ts';
import type { Block } from '../../src/document/block.ts';
import { type Inline, plainText } from '../../src/document/inline.ts';

/** Data as templates see them: every text a datum, its place told by the path to it. */
export function viewOf(value: unknown, path = 'data'): unknown {
  if (typeof value === 'string') return new Datum(value, { kind: 'file', file: path, line: 1, column: 1 });
  if (Array.isArray(value)) return value.map((item, index) => viewOf(item, `${path}.${index}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, viewOf(item, `${path}.${key}`)]),
  );
}

export const faults = (findings: Findings): readonly string[] =>
  findings.sorted().map(({ rule, place, message }) => `${rule} ${formatPlace(place)} ${message}`);

/** Renders `template` (named 试) with data, beside other templates. */
export function render(
  template: string,
  data: Readonly<Record<string, unknown>> = {},
  others: Readonly<Record<string, string>> = {},
): { text: string | null; findings: Findings; faults: readonly string[] } {
  const findings = new Findings();
  const wording = createWording(new Map(Object.entries({ '试.md': template, ...others })), findings);
  const manuscript = wording.manuscript('试', viewOf(data) as View);
  const text = manuscript === null ? null : withoutMarks(manuscript.source);
  return { text, findings, faults: faults(findings) };
}

/** Composes a template with data and reads the manuscript; there are no tables. */
export function read(
  template: string,
  data: Readonly<Record<string, unknown>> = {},
): ReadManuscript & { readonly blocks: readonly Block[]; readonly faults: readonly string[] } {
  const findings = new Findings();
  const wording = createWording(new Map([['试.md', template]]), findings);
  const manuscript = wording.manuscript('试', viewOf(data) as View);
  if (manuscript === null) throw new Error(faults(findings).join('\n'));
  const result = readManuscript(manuscript, () => null, findings);
  return { ...result, blocks: result.sections.flatMap(({ blocks }) => blocks), faults: faults(findings) };
}

const shown = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'strong':
          return `<${inline.text}>`;
        case 'blank':
          return '_'.repeat(inline.width);
        case 'spread':
          return `<${inline.text}|${inline.width}>`;
        default:
          return plainText([inline]);
      }
    })
    .join('');

/** A block as a line: headings with their numbers, `|` after a run-in one, the kind before the rest. */
export function line(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.number}${shown(block.inlines)}`;
    case 'paragraph': {
      const lead = block.lead === null ? '' : `${block.lead.number}${shown(block.lead.inlines)}|`;
      return lead + shown(block.inlines);
    }
    case 'title':
      return `${block.role}: ${block.text}`;
    case 'attachment-label':
      return block.text;
    case 'attachment-note':
      return `附件：${block.titles.map((title, index) => `${index + 1}.${title}`).join(' ')}`;
    case 'signature':
      return `${block.issuers.join(' ')} ${block.date}${block.sealed ? ' 印' : ''}`;
    case 'stamped-signature':
      return `${block.posts.join(' ')} ${block.date} 签名章`;
    case 'attendance':
      return block.lists.map(({ label, persons }) => `${label}：${shown(persons)}`).join(' ');
    case 'roster':
      return block.groups
        .map(({ label, entries }) => {
          const persons = entries.map(({ name, post }) => (post === null ? name : `${name}/${post}`));
          return `${label}：${persons.join(' ')}`;
        })
        .join('；');
    case 'table':
      return `table: ${block.name}`;
    case 'addressee':
    case 'annotation':
    case 'table-note':
      return `${block.kind}: ${shown(block.inlines)}`;
  }
}

export const linesOf = (blocks: readonly Block[]): readonly string[] => blocks.map(line);
