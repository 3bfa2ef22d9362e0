import type { HeadingLevel, Title } from '../../document/block.ts';
import type { Table, TableCell } from '../../document/table.ts';

/** Ids of paragraph styles that vary with what they set. */
export const titleStyle: Readonly<Record<Title['role'], string>> = {
  document: 'DocumentTitle',
  part: 'PartTitle',
  attachment: 'AttachmentTitle',
};

/** Built-in ids, so that Word's and WPS's navigation panes and outline keys know them. */
export const headingStyle = (level: HeadingLevel): string => `Heading${level}`;

/** Character style of a run-in heading (接排标题). */
export const leadStyle = (level: HeadingLevel): string => `Lead${level}`;

const sizeNames: Readonly<Record<Table['size'], string>> = {
  小四: 'Small4',
  五号: 'Five',
  六号: 'Six',
};

/** Paragraph style of what stands in a cell. */
export const cellStyle = (size: Table['size'], role: TableCell['role']): string =>
  `Table${role === 'body' ? 'Text' : 'Head'}${sizeNames[size]}`;
