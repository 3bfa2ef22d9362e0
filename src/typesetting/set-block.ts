import type { Block, HeadingLevel } from '../document/block.ts';
import { type BlockFitting, type FootRoom, plainBlock, type SectionFitting } from '../document/fitting.ts';
import { text } from '../document/inline.ts';
import { shapeTitle } from '../document/title-shape.ts';
import { main, titleCapacity, titleRoom } from '../format/elements.ts';
import type { Format } from '../format/format.ts';
import { type Frame, flushPitch } from '../format/page.ts';
import { belongsToTable } from '../format/table-geometry.ts';
import { bodyRun, cellRun, tableGap, tableRoles, tableStyles, titleRun } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { FootRoomMark, GalleyItem, Space } from './galley.ts';
import type { RunStyle, Typecase } from './glyph.ts';
import type { Origin } from './page.ts';
import { setAttachmentNote } from './set-attachment-note.ts';
import { setAttendance, setStampedSignature } from './set-form-blocks.ts';
import { setRoster } from './set-roster.ts';
import { setSignature } from './set-signature.ts';
import { setTable } from './set-table.ts';
import { setParagraph } from './set-text.ts';
import type { Structure } from './structure.ts';

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

export const whole = (frame: Frame, left: Points = 0, firstLeft = left) => ({
  left,
  firstLeft,
  right: frame.width,
});

/** Adds an element to the structure below the document. */
export const element = ({ structure, root, origin }: BlockSetting, role: Parameters<Structure['add']>[0]) =>
  structure.add(role, root, origin);

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

/** A style with what the fitting adds after every character. */
const tracked = <Style extends RunStyle>(style: Style, { tracking }: BlockFitting): Style =>
  tracking === 0 ? style : { ...style, tracking: style.tracking + tracking };

/** A paragraph of running text; a run-in heading stands at its beginning in the face of its level. */
const setRunning: Setter<Extract<Block, { kind: 'paragraph' }>> = (block, setting) => {
  const { lead, inlines, indent } = block;
  const { typecase, frame, format, fitting } = setting;
  const opening =
    lead === null
      ? []
      : typecase.inlines([text(lead.number), ...lead.inlines], tracked(format.headings[lead.level], fitting));
  const glyphs = [...opening, ...typecase.inlines(inlines, tracked(bodyRun, fitting))];
  const traits = { element: element(setting, 'P'), keepWithNext: false };
  const first = indent === 'first-line' ? main.firstLineIndent.value : 0;
  return setParagraph(glyphs, format.styles.body, whole(frame, 0, first), traits);
};

/** One setter a kind: a kind without one does not compile. */
const setters: { readonly [K in Block['kind']]: Setter<Extract<Block, { kind: K }>> } = {
  title: setTitle,
  addressee: ({ inlines }, setting) =>
    setParagraph(
      setting.typecase.inlines(inlines, bodyRun),
      { ...setting.format.styles.body, align: 'left' },
      whole(setting.frame),
      { element: element(setting, 'P'), keepWithNext: true },
    ),
  heading: ({ level, number, inlines }, setting) => {
    const style = setting.format.headings[level];
    const glyphs = setting.typecase.inlines([text(number), ...inlines], tracked(style, setting.fitting));
    const words = glyphs.map((glyph) => glyph.text).join('');
    const measure = whole(setting.frame, 0, main.firstLineIndent.value);
    const bookmark = { title: words, depth: level };
    return setParagraph(glyphs, style, measure, {
      element: element(setting, headingRole(level)),
      keepWithNext: true,
      bookmark,
    });
  },
  paragraph: setRunning,
  'attachment-note': setAttachmentNote,
  signature: setSignature,
  'stamped-signature': setStampedSignature,
  attendance: setAttendance,
  annotation: ({ inlines }, setting) =>
    setParagraph(
      setting.typecase.inlines(inlines, bodyRun),
      setting.format.styles.body,
      whole(setting.frame, 0, main.annotationIndent.value),
      {
        element: element(setting, 'P'),
        keepWithNext: false,
      },
    ),
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
    space(setting.format.line(main.linesBelowLabel.value), true),
  ],
  roster: setRoster,
  table: (block, setting) => [setTable(block, { ...setting, followed: false })],
  'table-note': ({ inlines }, setting) => {
    const { size, pitch, paddingDown } = tableStyles.小四;
    const glyphs = setting.typecase.inlines(inlines, {
      role: tableRoles.body,
      size,
      ...cellRun,
    });
    const traits = { element: element(setting, 'P'), keepWithNext: false };
    return [
      space(paddingDown, true),
      ...setParagraph(glyphs, { pitch, align: 'justify' }, whole(setting.frame), traits),
    ];
  },
};

/** Sets one block. */
function setBlock(block: Block, fitting: BlockFitting, setting: SectionSetting): GalleyItem[] {
  const { kind, place } = block;
  const setter = setters[kind] as Setter<Block>;
  return setter(block, { ...setting, origin: { kind, place }, fitting });
}

const footRoom = ({ top }: FootRoom): FootRoomMark => ({
  kind: 'foot-room',
  top,
  height: 0,
  keepWithNext: true,
});

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
    if (block.kind === 'table') {
      return [setTable(block, { ...setting, followed: belongsToTable(blocks, index + 1) })];
    }
    const fit = fitting.blocks[index] ?? plainBlock;
    if (fit.inImprint) return [];
    const goesOn = belongsToTable(blocks, index) && belongsToTable(blocks, index + 1);
    const natural = setBlock(block, fit, setting);
    const lines = goesOn || fit.withNext ? kept(natural) : natural;
    const set = fit.footRoom === null ? lines : [footRoom(fit.footRoom), ...lines];
    if (block.kind !== 'paragraph') return set;
    const above = blocks[index - 1]?.kind === 'table' ? [space(tableGap.value, true)] : [];
    const below = next === 'table' ? [space(tableGap.value, true)] : [];
    return [...above, ...set, ...below];
  });
}
