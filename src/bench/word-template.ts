import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { letterColumns, type VillageLetter } from './village-letter.ts';

const cell = (text: string): TableCell =>
  new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, size: 24 })] })] });

const table = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: letterColumns.map(({ head }) => cell(head)) }),
      ...rows.map((texts) => new TableRow({ children: texts.map(cell) })),
    ],
  });

const body = (text: string): Paragraph =>
  new Paragraph({ indent: { firstLine: 640 }, children: [new TextRun({ text, size: 32 })] });

function pack(title: string, paragraphs: readonly string[], rows: readonly (readonly string[])[]) {
  const heading = new Paragraph({ children: [new TextRun({ text: title, size: 44 })] });
  const children = [heading, ...paragraphs.map(body), table(rows)];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The template a template engine fills in, with tags in braces as both docxtemplater and easy-template-x read them. */
export function wordTemplate(tags: {
  readonly paragraphs: readonly string[];
  readonly rowOpening: string;
  readonly rowClosing: string;
}): Promise<Buffer> {
  const row = letterColumns.map(({ key }, index) => {
    const opening = index === 0 ? tags.rowOpening : '';
    const closing = index === letterColumns.length - 1 ? tags.rowClosing : '';
    return `${opening}{${key}}${closing}`;
  });
  return pack('{title}', tags.paragraphs, [row]);
}

/** The same document by `docx` from code. */
export const writeFromCode = ({ title, paragraphs, rows }: VillageLetter): Promise<Buffer> =>
  pack(
    title,
    paragraphs,
    rows.map((row) => letterColumns.map(({ key }) => row[key])),
  );
