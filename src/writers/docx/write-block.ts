import type { Annotation, Block, Paragraph, Title } from '../../document/block.ts';
import { type BlockFitting, linesOfPart, plainBlock, type SectionFitting } from '../../document/fitting.ts';
import { type Inline, text } from '../../document/inline.ts';
import type { Table } from '../../document/table.ts';
import { shapeTitle } from '../../document/title-shape.ts';
import { turnAnnotation } from '../../format/annotation.ts';
import { gapBelowLabel, titleCapacity } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { type Frame, flushPitch } from '../../format/page.ts';
import { belongsToTable } from '../../format/table-geometry.ts';
import {
  bodyRun,
  cellRun,
  type TypeStyle,
  tableGap,
  tableRoles,
  tableStyles,
  titleRun,
} from '../../format/type-styles.ts';
import { type Points, toTwips } from '../../format/units.ts';
import { roomAtFoot } from './drawing.ts';
import { type Markup, single } from './markup.ts';
import { annotated, indents, keeping, paragraph, withPitch } from './paragraph.ts';
import { inlineRuns, lineBreak, plainRun, textRuns, tracked } from './runs.ts';
import { headingStyle, leadStyle, titleStyle } from './style-ids.ts';
import { writeAttachmentNote } from './write-attachment-note.ts';
import { writeAttendance, writeStampedSignature } from './write-form-blocks.ts';
import { writeRoster } from './write-roster.ts';
import { writeSignature } from './write-signature.ts';
import { writeTable } from './write-table.ts';
import { tag } from './xml.ts';

/** The frame a block's section stands in, and what its neighbours mean to it. */
export interface Surroundings {
  readonly frame: Frame;
  readonly format: Format;
  /** The blocks above and below; undefined at a section's ends. */
  readonly above: Block | undefined;
  readonly below: Block | undefined;
  /** Whether words follow that belong to the same table. */
  readonly followed: boolean;
  readonly fitting: BlockFitting;
  /** By how much the lines of a title stand closer. */
  readonly closerTitle: Points;
  /** Names that titles do not break. */
  readonly names: readonly string[];
}

/** Writes a block as paragraphs. */
export type BlockWriter<B extends Block> = (block: B, surroundings: Surroundings) => string;

const noteType = {
  role: tableRoles.body,
  size: tableStyles.小四.size,
  ...cellRun,
  align: 'justify',
} as const;

/** The lines of a title are made by `shapeTitle`, here as in print, and parted by line breaks. */
const writeTitle: BlockWriter<Title> = ({ text: words, role }, { frame, format, names, closerTitle }) => {
  const lines = shapeTitle(words, titleCapacity(words, frame.width), names);
  const runs = lines.map((words) => textRuns(words, plainRun(titleRun, format))).join(lineBreak);
  const { pitch } = format.styles.title;
  const closer = tag('spacing', { line: toTwips(pitch - closerTitle), lineRule: 'exact' });
  return paragraph(titleStyle[role], runs, closerTitle === 0 ? '' : closer);
};

const writeParagraph: BlockWriter<Paragraph> = ({ lead, inlines, indent }, surroundings) => {
  const { above, below, followed, format, frame, fitting } = surroundings;
  const opening = lead === null ? '' : writeLead(lead, surroundings);
  const style = indent === 'first-line' ? 'BodyText' : 'BodyFlush';
  const gap = {
    ...(above?.kind === 'table' ? { before: toTwips(tableGap.value) } : {}),
    ...(below?.kind === 'table' ? { after: toTwips(tableGap.value) } : {}),
  };
  const spacing = Object.keys(gap).length === 0 ? '' : tag('spacing', gap);
  const keep = (followed && !fitting.withNext ? tag('keepNext') : '') + keeping(fitting);
  const lines = linesOfPart(fitting.parts);
  const runs = inlineRuns(inlines, tracked(plainRun(bodyRun, format), lines));
  const room = fitting.footRoom === null ? '' : roomAtFoot(fitting.footRoom, frame.width);
  return paragraph(style, room + opening + runs, keep + spacing + indents(lines, 'justify'));
};

function writeLead(
  { level, number, inlines }: NonNullable<Paragraph['lead']>,
  { format, fitting }: Surroundings,
): string {
  const setting = tracked(plainRun(format.headings[level], format), linesOfPart(fitting.parts));
  return inlineRuns([text(number), ...inlines], { ...setting, characterStyle: leadStyle(level) });
}

/** A paragraph of words in one style; `alignment` is told where it is not the style's. */
function simple(
  style: string,
  inlines: readonly Inline[],
  type: Omit<TypeStyle, 'pitch' | 'bold'>,
  { format, fitting }: Surroundings,
  alignment = '',
): string {
  const lines = linesOfPart(fitting.parts);
  const runs = inlineRuns(inlines, tracked(plainRun(type, format), lines));
  return paragraph(style, runs, indents(lines, type.align) + alignment);
}

/** 附注, before the seal; Word would stretch a line that is turned unless it is flush left. */
const writeAnnotation: BlockWriter<Annotation> = (block, surroundings) => {
  const { inlines, turned } = turnAnnotation(
    block,
    surroundings.above,
    surroundings.format.profile.linePitch,
  );
  const align = turned ? 'left' : 'justify';
  return simple(
    'Annotation',
    inlines,
    { ...bodyRun, align },
    surroundings,
    turned ? tag('jc', { val: align }) : '',
  );
};

/** Blocks that are paragraphs, or a small table. */
type Paragraphs = Exclude<Block, Table>;

/** One writer a kind: a kind without one does not compile. */
const writers: { readonly [K in Paragraphs['kind']]: BlockWriter<Extract<Block, { kind: K }>> } = {
  title: writeTitle,
  addressee: ({ inlines }, surroundings) =>
    simple('Addressee', inlines, { ...bodyRun, align: 'left' }, surroundings),
  heading: ({ level, number, inlines }, surroundings) => {
    const words = [text(number), ...inlines];
    return simple(headingStyle(level), words, surroundings.format.headings[level], surroundings);
  },
  paragraph: writeParagraph,
  'attachment-note': writeAttachmentNote,
  signature: writeSignature,
  'stamped-signature': (block, { format, below }) => writeStampedSignature(block, format, annotated(below)),
  attendance: (block, { format, fitting }) => writeAttendance(block, fitting.parts, format),
  annotation: writeAnnotation,
  'attachment-label': ({ text: words }, { frame, format }) => {
    const run = plainRun(format.styles.attachmentLabel, format);
    const cut = tag('spacing', {
      after: toTwips(gapBelowLabel(format, true)),
      line: toTwips(flushPitch(run.size)),
      lineRule: 'exact',
    });
    return paragraph('AttachmentLabel', textRuns(words, run), frame.flush ? cut : '');
  },
  roster: (block, { format, fitting }) => writeRoster(block, fitting.parts, format),
  'table-note': ({ inlines }, surroundings) => simple('TableNote', inlines, noteType, surroundings),
};

/** Writes the blocks of a section. */
export function writeBlocks(
  blocks: readonly Block[],
  { linePitch, closerTitle, blocks: fittings }: SectionFitting,
  { frame, format, names }: Pick<Surroundings, 'frame' | 'format' | 'names'>,
): readonly Markup[] {
  const pitched = (markup: string): Markup =>
    single(linePitch === format.profile.linePitch ? markup : withPitch(markup, linePitch));
  return blocks.flatMap((block, index): readonly Markup[] => {
    const fitting = fittings[index] ?? plainBlock;
    if (fitting.inImprint) return [];
    const isTable = block.kind === 'table';
    const followed = (isTable || belongsToTable(blocks, index)) && belongsToTable(blocks, index + 1);
    // What stands in tables keeps the pitch of its own styles.
    if (isTable) return [writeTable(block, { frame, followed, format, fitting })];
    const write = writers[block.kind] as BlockWriter<Paragraphs>;
    const [above, below] = [blocks[index - 1], blocks[index + 1]];
    return [pitched(write(block, { frame, format, names, fitting, closerTitle, above, below, followed }))];
  });
}
