import type { AttachmentNote, Block, Paragraph, Signature, Title } from '../../document/block.ts';
import { type Inline, text } from '../../document/inline.ts';
import { shapeTitle } from '../../document/title-shape.ts';
import { signature, signatureIndents, titleCapacity } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { characterWidth, type Frame, flushPitch } from '../../format/page.ts';
import { setWidthInCharacters } from '../../format/spacing.ts';
import { belongsToTable } from '../../format/table-geometry.ts';
import { bodyRun, tableGap, tableRoles, tableStyles, titleRun } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { inlineRuns, lineBreak, plainRun, textRuns } from './runs.ts';
import { headingStyle, leadStyle, titleStyle } from './style-ids.ts';
import { writeAttendance, writeStampedSignature } from './write-form-blocks.ts';
import { writeRoster } from './write-roster.ts';
import { writeTable } from './write-table.ts';
import { tag } from './xml.ts';

/** The frame a block's section stands in, and what its neighbours mean to it. */
interface Surroundings {
  readonly frame: Frame;
  readonly format: Format;
  readonly belowTable: boolean;
  readonly aboveTable: boolean;
  /** Whether words follow that belong to the same table. */
  readonly followed: boolean;
}

/** Writes a block as paragraphs or a table. */
type BlockWriter<B extends Block> = (block: B, surroundings: Surroundings) => string;

const noteType = { role: tableRoles.body, size: tableStyles.小四.size, tracking: 0 };

/** The lines of a title are made by `shapeTitle`, here as in print, and parted by line breaks. */
const writeTitle: BlockWriter<Title> = ({ text: words, role }, { frame, format }) => {
  const lines = shapeTitle(words, titleCapacity(words, frame.width));
  const runs = lines.map((words) => textRuns(words, plainRun(titleRun, format))).join(lineBreak);
  return paragraph(titleStyle[role], runs);
};

const writeParagraph: BlockWriter<Paragraph> = (
  { lead, inlines, indent },
  { belowTable, aboveTable, followed, format },
) => {
  const opening = lead === null ? '' : writeLead(lead, format);
  const style = indent === 'first-line' ? 'BodyText' : 'BodyFlush';
  const gap = {
    ...(belowTable ? { before: toTwips(tableGap.value) } : {}),
    ...(aboveTable ? { after: toTwips(tableGap.value) } : {}),
  };
  const spacing = Object.keys(gap).length === 0 ? '' : tag('spacing', gap);
  const keep = followed ? tag('keepNext') : '';
  return paragraph(style, opening + inlineRuns(inlines, plainRun(bodyRun, format)), keep + spacing);
};

function writeLead({ level, number, inlines }: NonNullable<Paragraph['lead']>, format: Format): string {
  const setting = { ...plainRun(format.headings[level], format), characterStyle: leadStyle(level) };
  return inlineRuns([text(number), ...inlines], setting);
}

/** The words before the first name of 附件说明. */
const noteLabel = '附件：';

const writeAttachmentNote: BlockWriter<AttachmentNote> = ({ titles }, { format }) => {
  const numbered = titles.length > 1;
  const write = (title: string, index: number) => {
    const words = (index === 0 ? noteLabel : '') + (numbered ? `${index + 1}.` : '') + title;
    const style = numbered ? (index === 0 ? 'AttachmentNoteFirst' : 'AttachmentNoteNext') : 'AttachmentNote';
    return paragraph(style, textRuns(words, plainRun(bodyRun, format)));
  };
  return titles.map(write).join('');
};

/** Right indent in characters of the body. */
const rightIndent = (characters: number): string =>
  tag('ind', { right: toTwips(characters * characterWidth) });

const writeSignature: BlockWriter<Signature> = ({ issuers, date, sealed }, { format }) => {
  const body = plainRun(bodyRun, format);
  const above = (sealed ? signature.sealed : signature.unsealed).linesAbove.value;
  const indentsFor = (issuer: string) =>
    signatureIndents(setWidthInCharacters(issuer), setWidthInCharacters(date), sealed);
  const names = issuers.map((issuer, index) => {
    const space = index === 0 ? tag('spacing', { before: toTwips(format.line(above)) }) : '';
    return paragraph('Issuer', textRuns(issuer, body), space + rightIndent(indentsFor(issuer).issuer));
  });
  const last = issuers.at(-1) ?? '';
  return names.join('') + paragraph('DateOfIssue', textRuns(date, body), rightIndent(indentsFor(last).date));
};

const simple = (style: string, inlines: readonly Inline[], format: Format): string =>
  paragraph(style, inlineRuns(inlines, plainRun(bodyRun, format)));

/** One writer a kind: a kind without one does not compile. */
const writers: { readonly [K in Block['kind']]: BlockWriter<Extract<Block, { kind: K }>> } = {
  title: writeTitle,
  addressee: ({ inlines }, { format }) => simple('Addressee', inlines, format),
  heading: ({ level, number, inlines }, { format }) => {
    const setting = plainRun(format.headings[level], format);
    return paragraph(headingStyle(level), inlineRuns([text(number), ...inlines], setting));
  },
  paragraph: writeParagraph,
  'attachment-note': writeAttachmentNote,
  signature: writeSignature,
  'stamped-signature': (block, { format }) => writeStampedSignature(block, format),
  attendance: (block, { format }) => writeAttendance(block, format),
  annotation: ({ inlines }, { format }) => simple('Annotation', inlines, format),
  'attachment-label': ({ text: words }, { frame, format }) => {
    const run = plainRun(format.styles.attachmentLabel, format);
    const pitch = tag('spacing', { line: toTwips(flushPitch(run.size)), lineRule: 'exact' });
    return paragraph('AttachmentLabel', textRuns(words, run), frame.flush ? pitch : '');
  },
  roster: (block, { format }) => writeRoster(block, format),
  table: (block, { frame, followed, format }) => writeTable(block, frame, followed, format),
  'table-note': ({ inlines }, { format }) =>
    paragraph('TableNote', inlineRuns(inlines, plainRun(noteType, format))),
};

/** Writes the blocks of a section. */
export function writeBlocks(blocks: readonly Block[], frame: Frame, format: Format): string {
  return blocks
    .map((block, index) => {
      const write = writers[block.kind] as BlockWriter<Block>;
      return write(block, {
        frame,
        format,
        belowTable: blocks[index - 1]?.kind === 'table',
        aboveTable: blocks[index + 1]?.kind === 'table',
        followed:
          (block.kind === 'table' || belongsToTable(blocks, index)) && belongsToTable(blocks, index + 1),
      });
    })
    .join('');
}
