import { nowhere } from '../../../src/diagnostics/place.ts';
import type { Block, HeadingLevel, Title } from '../../../src/document/block.ts';
import type { FileHeader } from '../../../src/document/header.ts';
import { type Inline, text } from '../../../src/document/inline.ts';
import type { OfficialDocument, PrintedImprint, Section } from '../../../src/document/official-document.ts';
import { standardProfile } from '../../../src/document/profile.ts';
import type { Table, TableCell, TableRow } from '../../../src/document/table.ts';

export const place = nowhere;

export const paragraph = (words: string): Block => ({
  kind: 'paragraph',
  lead: null,
  inlines: [text(words)],
  indent: 'first-line',
  place,
});

export const runIn = (level: HeadingLevel, number: string, lead: string, words: string): Block => ({
  kind: 'paragraph',
  lead: { level, number, inlines: [text(lead)] },
  inlines: [text(words)],
  indent: 'first-line',
  place,
});

export const heading = (level: HeadingLevel, number: string, words: string): Block => ({
  kind: 'heading',
  level,
  number,
  inlines: [text(words)],
  place,
});

export const title = (words: string, role: Title['role']): Block => ({
  kind: 'title',
  text: words,
  role,
  place,
});

export const label = (words: string): Block => ({ kind: 'attachment-label', text: words, place });

export const cell = (
  column: number,
  words: string | readonly Inline[],
  traits: Partial<TableCell> = {},
): TableCell => ({
  column,
  columnSpan: 1,
  rowSpan: 1,
  paragraphs: words.length === 0 ? [] : [typeof words === 'string' ? [text(words)] : words],
  align: 'justify',
  vertical: 'middle',
  role: 'body',
  place,
  ...traits,
});

export const row = (cells: readonly TableCell[], minimumLines = 1): TableRow => ({ cells, minimumLines });

export const headRow = (...words: readonly string[]): TableRow =>
  row(words.map((word, column) => cell(column, word, { role: 'head', align: 'center' })));

export const table = (
  widths: readonly number[],
  head: readonly TableRow[],
  body: readonly TableRow[],
  size: Table['size'] = '小四',
): Table => ({
  kind: 'table',
  name: '例表',
  size,
  columns: widths.map((width) => ({ width })),
  head,
  body,
  place,
});

const metadata = {
  title: '三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知',
  issuer: '三管镇人民政府',
  documentNumber: '三政发〔2022〕6号',
  date: { year: 2022, month: 5, day: 24 },
  keywords: ['清廉村居', '实施方案'],
} as const;

export const header: FileHeader = {
  form: 'file',
  copyNumber: null,
  classification: null,
  urgency: null,
  issuerMark: ['三管镇人民政府'],
  withFileWord: true,
  documentNumber: '三政发〔2022〕6号',
  signatories: [],
  places: {},
};

export const imprint: PrintedImprint = {
  kind: 'printed',
  copyTo:
    '县委办公室，县政府办公室，县纪委监委，县委组织部，县民政局，县农业农村局，镇党委各委员、镇人民政府各副镇长',
  printedBy: '三管镇党政综合办公室',
  printedOn: '2022年5月24日',
  printRun: null,
  places: {},
};

export const documentOf = (
  sections: readonly Section[],
  rest: Partial<OfficialDocument> = {},
): OfficialDocument => ({
  id: 'example',
  metadata,
  names: [],
  profile: standardProfile,
  header: null,
  sections,
  imprint: null,
  ...rest,
});

export const upright = (...blocks: readonly Block[]): Section => ({ orientation: 'portrait', blocks });
export const turned = (...blocks: readonly Block[]): Section => ({ orientation: 'landscape', blocks });
