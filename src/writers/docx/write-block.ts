import type { AttachmentNote, Block, Paragraph, Signature, Title } from '../../document/block.ts';
import { type Inline, text } from '../../document/inline.ts';
import { shapeTitle } from '../../document/title-shape.ts';
import { signature, signatureIndents, titleCapacity } from '../../format/elements.ts';
import { characterWidth, type Frame, flushPitch, line } from '../../format/page.ts';
import { setWidthInCharacters } from '../../format/spacing.ts';
import { belongsToTable } from '../../format/table-geometry.ts';
import { headingStyles, tableGap, tableRoles, tableStyles, typeStyles } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { inlineRuns, lineBreak, plainRun, textRuns } from './runs.ts';
import { headingStyle, leadStyle, titleStyle } from './style-ids.ts';
import { writeRoster } from './write-roster.ts';
import { writeTable } from './write-table.ts';
import { tag } from './xml.ts';

/** The frame a block's section stands in, and what its neighbours mean to it. */
interface Surroundings {
  readonly frame: Frame;
  readonly belowTable: boolean;
  readonly aboveTable: boolean;
  /** Whether words follow that belong to the same table. */
  readonly followed: boolean;
}

/** Writes a block as paragraphs or a table. */
type BlockWriter<B extends Block> = (block: B, surroundings: Surroundings) => string;

const body = plainRun(typeStyles.body);
const titleRun = plainRun(typeStyles.title);
const noteRun = plainRun({ role: tableRoles.body, size: tableStyles.小四.size, tracking: 0 });

/** The lines of a title are made by `shapeTitle`, here as in print, and parted by line breaks. */
const writeTitle: BlockWriter<Title> = ({ text: words, role }, { frame }) => {
  const lines = shapeTitle(words, titleCapacity(words, frame.width));
  const runs = lines.map((words) => textRuns(words, titleRun)).join(lineBreak);
  return paragraph(titleStyle[role], runs);
};

const writeParagraph: BlockWriter<Paragraph> = (
  { lead, inlines, indent },
  { belowTable, aboveTable, followed },
) => {
  const opening = lead === null ? '' : writeLead(lead);
  const style = indent === 'first-line' ? 'BodyText' : 'BodyFlush';
  const gap = {
    ...(belowTable ? { before: toTwips(tableGap.value) } : {}),
    ...(aboveTable ? { after: toTwips(tableGap.value) } : {}),
  };
  const spacing = Object.keys(gap).length === 0 ? '' : tag('spacing', gap);
  const keep = followed ? tag('keepNext') : '';
  return paragraph(style, opening + inlineRuns(inlines, body), keep + spacing);
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
    signatureIndents(setWidthInCharacters(issuer), setWidthInCharacters(date), sealed);
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
  'attachment-label': ({ text: words }, { frame }) => {
    const { attachmentLabel } = typeStyles;
    const pitch = tag('spacing', { line: toTwips(flushPitch(attachmentLabel.size)), lineRule: 'exact' });
    return paragraph('AttachmentLabel', textRuns(words, plainRun(attachmentLabel)), frame.flush ? pitch : '');
  },
  roster: writeRoster,
  table: (block, { frame, followed }) => writeTable(block, frame, followed),
  'table-note': ({ inlines }) => paragraph('TableNote', inlineRuns(inlines, noteRun)),
};

/** Writes the blocks of a section. */
export function writeBlocks(blocks: readonly Block[], frame: Frame): string {
  return blocks
    .map((block, index) => {
      const write = writers[block.kind] as BlockWriter<Block>;
      return write(block, {
        frame,
        belowTable: blocks[index - 1]?.kind === 'table',
        aboveTable: blocks[index + 1]?.kind === 'table',
        followed:
          (block.kind === 'table' || belongsToTable(blocks, index)) && belongsToTable(blocks, index + 1),
      });
    })
    .join('');
}
