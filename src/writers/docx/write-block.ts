import type { AttachmentNote, Block, Paragraph, Signature, Title } from '../../document/block.ts';
import { widthInCharacters } from '../../document/character-width.ts';
import { type Inline, text } from '../../document/inline.ts';
import { shapeTitle } from '../../document/title-shape.ts';
import { signature, signatureIndents } from '../../format/elements.ts';
import { characterWidth, type Frame, line } from '../../format/page.ts';
import { headingStyles, tableRoles, tableStyles, typeStyles } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { inlineRuns, lineBreak, plainRun, textRuns } from './runs.ts';
import { headingStyle, leadStyle, titleStyle } from './style-ids.ts';
import { writeRoster } from './write-roster.ts';
import { writeTable } from './write-table.ts';
import { tag } from './xml.ts';

/** Writes a block as paragraphs or a table; `frame` is the one its section stands in. */
type BlockWriter<B extends Block> = (block: B, frame: Frame) => string;

const body = plainRun(typeStyles.body);
const titleRun = plainRun(typeStyles.title);
const noteRun = plainRun({ role: tableRoles.body, size: tableStyles.小四.size, tracking: 0 });

/** The lines of a title are made by `shapeTitle`, here as in print, and parted by line breaks. */
const writeTitle: BlockWriter<Title> = ({ text: words, role }, frame) => {
  const lines = shapeTitle(words, frame.width / typeStyles.title.size);
  const runs = lines.map((words) => textRuns(words, titleRun)).join(lineBreak);
  return paragraph(titleStyle[role], runs);
};

const writeParagraph: BlockWriter<Paragraph> = ({ lead, inlines, indent }) => {
  const opening = lead === null ? '' : writeLead(lead);
  const style = indent === 'first-line' ? 'BodyText' : 'BodyFlush';
  return paragraph(style, opening + inlineRuns(inlines, body));
};

function writeLead({ level, number, inlines }: NonNullable<Paragraph['lead']>): string {
  const setting = { ...headingStyles[level], characterStyle: leadStyle(level) };
  return inlineRuns([text(number), ...inlines], setting);
}

/** The words before the first name of 附件说明. */
const noteLabel = '附件：';

const writeAttachmentNote: BlockWriter<AttachmentNote> = ({ titles }) => {
  const numbered = titles.length > 1;
  const write = (title: string, index: number) => {
    const words = (index === 0 ? noteLabel : '') + (numbered ? `${index + 1}.` : '') + title;
    const style = numbered ? (index === 0 ? 'AttachmentNoteFirst' : 'AttachmentNoteNext') : 'AttachmentNote';
    return paragraph(style, textRuns(words, body));
  };
  return titles.map(write).join('');
};

/** Right indent in characters of the body. */
const rightIndent = (characters: number): string =>
  tag('ind', { right: toTwips(characters * characterWidth) });

const writeSignature: BlockWriter<Signature> = ({ issuers, date, sealed }) => {
  const above = (sealed ? signature.sealed : signature.unsealed).linesAbove.value;
  const indentsFor = (issuer: string) =>
    signatureIndents(widthInCharacters(issuer), widthInCharacters(date), sealed);
  const names = issuers.map((issuer, index) => {
    const space = index === 0 ? tag('spacing', { before: toTwips(line(above)) }) : '';
    return paragraph('Issuer', textRuns(issuer, body), space + rightIndent(indentsFor(issuer).issuer));
  });
  const last = issuers.at(-1) ?? '';
  return names.join('') + paragraph('DateOfIssue', textRuns(date, body), rightIndent(indentsFor(last).date));
};

const simple = (style: string, inlines: readonly Inline[]): string =>
  paragraph(style, inlineRuns(inlines, body));

/** One writer a kind: a kind without one does not compile. */
const writers: { readonly [K in Block['kind']]: BlockWriter<Extract<Block, { kind: K }>> } = {
  title: writeTitle,
  addressee: ({ inlines }) => simple('Addressee', inlines),
  heading: ({ level, number, inlines }) =>
    paragraph(headingStyle(level), inlineRuns([text(number), ...inlines], plainRun(headingStyles[level]))),
  paragraph: writeParagraph,
  'attachment-note': writeAttachmentNote,
  signature: writeSignature,
  annotation: ({ inlines }) => simple('Annotation', inlines),
  'attachment-label': ({ text: words }) =>
    paragraph('AttachmentLabel', textRuns(words, plainRun(typeStyles.attachmentLabel))),
  roster: writeRoster,
  table: writeTable,
  'table-note': ({ inlines }) => paragraph('TableNote', inlineRuns(inlines, noteRun)),
};

/** Writes one block. */
export function writeBlock(block: Block, frame: Frame): string {
  const write = writers[block.kind] as BlockWriter<Block>;
  return write(block, frame);
}
