import type { Block, HeadingLevel } from '../document/block.ts';
import {
  type BlockFitting,
  type FootRoom,
  linesOfPart,
  plainBlock,
  type SectionFitting,
} from '../document/fitting.ts';
import { shapeTitle } from '../document/title-shape.ts';
import { gapBelowLabel, main, titleCapacity, titleRoom } from '../format/elements.ts';
import type { Format } from '../format/format.ts';
import { type Frame, flushPitch } from '../format/page.ts';
import { belongsToTable } from '../format/table-geometry.ts';
import { bodyRun, tableGap, tableStyles, titleRun } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { FootRoomMark, GalleyItem, Space } from './galley.ts';
import type { Glyph, Typecase } from './glyph.ts';
import type { Origin } from './page.ts';
import { setAttachmentNote } from './set-attachment-note.ts';
import { setAttendance, setStampedSignature } from './set-form-blocks.ts';
import { setRoster } from './set-roster.ts';
import { setSignature } from './set-signature.ts';
import { setTable } from './set-table.ts';
import { setParagraph } from './set-text.ts';
import type { Structure } from './structure.ts';
import { unbroken, whole } from './unbroken.ts';

/** What setting the blocks of a section needs to know. */
export interface SectionSetting {
  readonly typecase: Typecase;
  readonly structure: Structure;
  /** Structure element of the document. */
  readonly root: number;
  readonly frame: Frame;
  readonly format: Format;
  /** Names that titles do not break. */
  readonly names: readonly string[];
}

/** What setting a block needs to know. */
export interface BlockSetting extends SectionSetting {
  /** The block itself, for the elements of the structure. */
  readonly origin: Origin;
  readonly fitting: BlockFitting;
  /** The block above it; undefined for a section's first. */
  readonly above: Block | undefined;
}

/** Sets one kind of block. */
export type Setter<B extends Block> = (block: B, setting: BlockSetting) => GalleyItem[];

export const space = (height: Points, keepWithNext = false): Space => ({
  kind: 'space',
  height,
  keepWithNext,
});

/** Lines of a title may stand out a little on both sides rather than be turned. */
const titleMeasure = (frame: Frame) => {
  const room = titleRoom.value * titleRun.size;
  return { left: -room, firstLeft: -room, right: frame.width + room };
};

/** Adds an element to the structure below the document. */
export const element = ({ structure, root, origin }: BlockSetting, role: Parameters<Structure['add']>[0]) =>
  structure.add(role, root, origin);

const wordsOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('');

const headingRole = (level: HeadingLevel) => `H${level}` as const;

const setTitle: Setter<Extract<Block, { kind: 'title' }>> = (block, setting) => {
  const { frame, typecase, format, names } = setting;
  const { title } = format.styles;
  const traits = { element: element(setting, 'Title'), keepWithNext: true };
  const depth = block.role === 'attachment' ? 1 : 0;
  const lines = shapeTitle(block.text, titleCapacity(block.text, frame.width), names);
  const rows = lines.flatMap((words, index) =>
    setParagraph(typecase.text(words, title), title, titleMeasure(frame), {
      ...traits,
      bookmark: index === 0 ? { title: block.text, depth } : null,
    }),
  );
  const below = block.role === 'document' ? main.linesBelowTitle.value : main.linesBelowPartTitle.value;
  return [...rows, space(format.line(below), true)];
};

/** A paragraph of running text; a run-in heading is a heading of its own, to readers and in the outline. */
const setRunning: Setter<Extract<Block, { kind: 'paragraph' }>> = (block, setting) => {
  const { glyphs, opening, style, measure } = unbroken.paragraph(block, setting);
  const { lead } = block;
  const lines = linesOfPart(setting.fitting.parts);
  const { loneLines } = setting.fitting;
  if (lead === null) {
    return setParagraph(glyphs, style, measure, {
      element: element(setting, 'P'),
      keepWithNext: false,
      lines,
      loneLines,
    });
  }
  const origin: Origin = { kind: 'run-in-heading', place: block.place };
  // An item that is a paragraph of several sentences is headed by the first.
  const sentence = glyphs.slice(0, opening).findIndex(({ text }) => text === '。') + 1;
  const length = sentence > 0 ? sentence : opening;
  const heading = element({ ...setting, origin }, headingRole(lead.level));
  return setParagraph(glyphs, style, measure, {
    element: element(setting, 'P'),
    opening: { element: heading, length },
    keepWithNext: false,
    bookmark: { title: wordsOf(glyphs.slice(0, length)).replace(/[。：]$/u, ''), depth: lead.level },
    lines,
    loneLines,
  });
};

/** One setter a kind: a kind without one does not compile. */
const setters: { readonly [K in Block['kind']]: Setter<Extract<Block, { kind: K }>> } = {
  title: setTitle,
  addressee: (block, setting) => {
    const { glyphs, style, measure } = unbroken.addressee(block, setting);
    const lines = linesOfPart(setting.fitting.parts);
    const traits = { element: element(setting, 'P'), keepWithNext: true, lines };
    return setParagraph(glyphs, style, measure, traits);
  },
  heading: (block, setting) => {
    const { glyphs, style, measure } = unbroken.heading(block, setting);
    const title = wordsOf(glyphs);
    return setParagraph(glyphs, style, measure, {
      element: element(setting, headingRole(block.level)),
      keepWithNext: true,
      bookmark: { title, depth: block.level },
      lines: linesOfPart(setting.fitting.parts),
    });
  },
  paragraph: setRunning,
  'attachment-note': setAttachmentNote,
  signature: setSignature,
  'stamped-signature': setStampedSignature,
  attendance: setAttendance,
  annotation: (block, setting) => {
    const { glyphs, style, measure } = unbroken.annotation(block, setting);
    const lines = linesOfPart(setting.fitting.parts);
    return setParagraph(glyphs, style, measure, {
      element: element(setting, 'P'),
      keepWithNext: false,
      lines,
    });
  },
  'attachment-label': (block, setting) => [
    ...setParagraph(
      setting.typecase.text(block.text, setting.format.styles.attachmentLabel),
      setting.frame.flush
        ? { ...setting.format.styles.attachmentLabel, pitch: flushPitch(bodyRun.size) }
        : setting.format.styles.attachmentLabel,
      whole(setting.frame),
      {
        element: element(setting, 'P'),
        keepWithNext: true,
        bookmark: { title: block.text, depth: 0 },
      },
    ),
    space(gapBelowLabel(setting.format, setting.frame.flush), true),
  ],
  roster: setRoster,
  table: (block, setting) => [setTable(block, { ...setting, followed: false, parts: setting.fitting.parts })],
  'table-note': (block, setting) => {
    const { glyphs, style, measure } = unbroken['table-note'](block, setting);
    const lines = linesOfPart(setting.fitting.parts);
    const traits = { element: element(setting, 'P'), keepWithNext: false, lines };
    return [space(tableStyles.小四.paddingDown, true), ...setParagraph(glyphs, style, measure, traits)];
  },
};

/** Sets one block. */
function setBlock(
  block: Block,
  setting: SectionSetting & Pick<BlockSetting, 'fitting' | 'above'>,
): GalleyItem[] {
  const { kind, place } = block;
  const setter = setters[kind] as Setter<Block>;
  return setter(block, { ...setting, origin: { kind, place } });
}

const footRoom = ({ top }: FootRoom): FootRoomMark => ({
  kind: 'foot-room',
  top,
  height: 0,
  keepWithNext: true,
});

const isSignature = ({ kind }: Block): boolean => kind === 'signature' || kind === 'stamped-signature';

const kept = (items: readonly GalleyItem[]): GalleyItem[] =>
  items.map((item) => (item.kind === 'table' ? item : { ...item, keepWithNext: true }));

/** Sets the blocks of a section, with some space between a table and running text. */
export function setBlocks(
  blocks: readonly Block[],
  fitting: Pick<SectionFitting, 'blocks'>,
  setting: SectionSetting,
): GalleyItem[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]?.kind;
    const fit = fitting.blocks[index] ?? plainBlock;
    if (block.kind === 'table') {
      const followed = belongsToTable(blocks, index + 1);
      return [setTable(block, { ...setting, followed, parts: fit.parts })];
    }
    if (fit.inImprint) return [];
    const goesOn = belongsToTable(blocks, index) && belongsToTable(blocks, index + 1);
    const natural = setBlock(block, { ...setting, fitting: fit, above: blocks[index - 1] });
    // 附注 stands on the line below the date (§7.3.6).
    const annotated = isSignature(block) && next === 'annotation';
    const lines = goesOn || fit.withNext || annotated ? kept(natural) : natural;
    const set = fit.footRoom === null ? lines : [footRoom(fit.footRoom), ...lines];
    if (block.kind !== 'paragraph') return set;
    const above = blocks[index - 1]?.kind === 'table' ? [space(tableGap.value, true)] : [];
    const below = next === 'table' ? [space(tableGap.value, true)] : [];
    return [...above, ...set, ...below];
  });
}
