import type { Block, HeadingLevel, Signature } from '../document/block.ts';
import { text } from '../document/inline.ts';
import { shapeTitle } from '../document/title-shape.ts';
import { main, signature, signatureIndents, titleCapacity, titleRoom } from '../format/elements.ts';
import type { Format } from '../format/format.ts';
import { characterWidth, type Frame, flushPitch } from '../format/page.ts';
import { setWidthInCharacters } from '../format/spacing.ts';
import { belongsToTable } from '../format/table-geometry.ts';
import { bodyRun, tableGap, tableRoles, tableStyles, titleRun } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { GalleyItem, Row, Space } from './galley.ts';
import type { Typecase } from './glyph.ts';
import type { Origin } from './page.ts';
import { setAttendance, setStampedSignature } from './set-form-blocks.ts';
import { setRoster } from './set-roster.ts';
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
}

/** What setting a block needs to know. */
export interface BlockSetting extends SectionSetting {
  /** The block itself, for the elements of the structure. */
  readonly origin: Origin;
}

/** Sets one kind of block. */
type Setter<B extends Block> = (block: B, setting: BlockSetting) => GalleyItem[];

const space = (height: Points, keepWithNext = false): Space => ({ kind: 'space', height, keepWithNext });

/** Lines of a title may stand out a little on both sides rather than be turned. */
const titleMeasure = (frame: Frame) => {
  const room = titleRoom.value * titleRun.size;
  return { left: -room, firstLeft: -room, right: frame.width + room };
};

const whole = (frame: Frame, left: Points = 0, firstLeft = left) => ({ left, firstLeft, right: frame.width });

/** Adds an element to the structure below the document. */
const element = ({ structure, root, origin }: BlockSetting, role: Parameters<Structure['add']>[0]) =>
  structure.add(role, root, origin);

const headingRole = (level: HeadingLevel) => `H${level}` as const;

const setTitle: Setter<Extract<Block, { kind: 'title' }>> = (block, setting) => {
  const { frame, typecase, format } = setting;
  const { title } = format.styles;
  const traits = { element: element(setting, 'Title'), keepWithNext: true };
  const depth = block.role === 'attachment' ? 1 : 0;
  const rows = shapeTitle(block.text, titleCapacity(block.text, frame.width)).flatMap((words, index) =>
    setParagraph(typecase.text(words, title), title, titleMeasure(frame), {
      ...traits,
      bookmark: index === 0 ? { title: block.text, depth } : null,
    }),
  );
  const below = block.role === 'document' ? main.linesBelowTitle.value : main.linesBelowPartTitle.value;
  return [...rows, space(format.line(below), true)];
};

/** A paragraph of running text; a run-in heading stands at its beginning in the face of its level. */
const setRunning: Setter<Extract<Block, { kind: 'paragraph' }>> = (block, setting) => {
  const { lead, inlines, indent } = block;
  const { typecase, frame, format } = setting;
  const opening =
    lead === null ? [] : typecase.inlines([text(lead.number), ...lead.inlines], format.headings[lead.level]);
  const glyphs = [...opening, ...typecase.inlines(inlines, bodyRun)];
  const traits = { element: element(setting, 'P'), keepWithNext: false };
  const first = indent === 'first-line' ? main.firstLineIndent.value : 0;
  return setParagraph(glyphs, format.styles.body, whole(frame, 0, first), traits);
};

/** 附件说明: names hang behind 附件： and, where numbered, behind their number. */
const setAttachmentNote: Setter<Extract<Block, { kind: 'attachment-note' }>> = ({ titles }, setting) => {
  const { typecase, frame, format } = setting;
  const { body } = format.styles;
  const label = main.noteIndent.value;
  const names = label + main.noteHanging.value;
  const numbered = titles.length > 1;
  const traits = { element: element(setting, 'P'), keepWithNext: false };
  const rows = titles.flatMap((title, index) => {
    const number = numbered ? `${index + 1}.` : '';
    const glyphs = typecase.text((index === 0 ? '附件：' : '') + number + title, body);
    const first = index === 0 ? label : names;
    const left = numbered ? names + main.noteNumber.value : names;
    return setParagraph(glyphs, { ...body, align: 'left' }, whole(frame, left, first), traits);
  });
  return [space(format.line(main.linesAboveNote.value)), ...rows];
};

/** A line of its own that ends so far from the right edge, in points. */
function flushRight(words: string, indent: Points, setting: BlockSetting, keepWithNext: boolean): Row[] {
  const { body } = setting.format.styles;
  const glyphs = setting.typecase.text(words, body);
  const measure = { ...whole(setting.frame), right: setting.frame.width - indent };
  const traits = { element: element(setting, 'P'), keepWithNext };
  return setParagraph(glyphs, { ...body, align: 'right' }, measure, traits);
}

const setSignature: Setter<Signature> = ({ issuers, date, sealed }, setting) => {
  const above = sealed ? signature.sealed.linesAbove : signature.unsealed.linesAbove;
  const rows = issuers.flatMap((issuer) => {
    const indents = signatureIndents(setWidthInCharacters(issuer), setWidthInCharacters(date), sealed);
    return flushRight(issuer, indents.issuer * characterWidth, setting, true);
  });
  const host = issuers.at(-1) ?? '';
  const { date: dateIndent } = signatureIndents(
    setWidthInCharacters(host),
    setWidthInCharacters(date),
    sealed,
  );
  return [
    space(setting.format.line(above.value), true),
    ...rows,
    ...flushRight(date, dateIndent * characterWidth, setting, false),
  ];
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
    const glyphs = setting.typecase.inlines([text(number), ...inlines], style);
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
      tracking: 0,
      bold: false,
    });
    const traits = { element: element(setting, 'P'), keepWithNext: false };
    return [
      space(paddingDown, true),
      ...setParagraph(glyphs, { pitch, align: 'justify' }, whole(setting.frame), traits),
    ];
  },
};

/** Sets one block. */
function setBlock(block: Block, setting: SectionSetting): GalleyItem[] {
  const { kind, place } = block;
  const setter = setters[kind] as Setter<Block>;
  return setter(block, { ...setting, origin: { kind, place } });
}

const kept = (items: readonly GalleyItem[]): GalleyItem[] =>
  items.map((item) => (item.kind === 'table' ? item : { ...item, keepWithNext: true }));

/** Sets the blocks of a section, with some space between a table and running text. */
export function setBlocks(blocks: readonly Block[], setting: SectionSetting): GalleyItem[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]?.kind;
    if (block.kind === 'table') {
      return [setTable(block, { ...setting, followed: belongsToTable(blocks, index + 1) })];
    }
    const goesOn = belongsToTable(blocks, index) && belongsToTable(blocks, index + 1);
    const set = goesOn ? kept(setBlock(block, setting)) : setBlock(block, setting);
    if (block.kind !== 'paragraph') return set;
    const above = blocks[index - 1]?.kind === 'table' ? [space(tableGap.value, true)] : [];
    const below = next === 'table' ? [space(tableGap.value, true)] : [];
    return [...above, ...set, ...below];
  });
}
