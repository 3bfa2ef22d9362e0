import type { ICharacterStyleOptions, IParagraphStyleOptions } from 'docx';
import type { HeadingLevel, Title } from '../../document/block.ts';
import type { Table } from '../../document/table.ts';
import { red } from '../../format/colours.ts';
import {
  gapBelowLabel,
  imprint,
  main,
  noteNames,
  pageNumber,
  rosterColumns,
  titleRoom,
} from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { minutes, postRight } from '../../format/forms.ts';
import { characterWidth, page } from '../../format/page.ts';
import {
  bodyRun,
  cellRun,
  imprintRun,
  pageNumberRun,
  strongRole,
  type TypeStyle,
  tableRoles,
  tableStyles,
  titleRun,
} from '../../format/type-styles.ts';
import { type Points, toHalfPoints, toTwips } from '../../format/units.ts';
import { cellStyle, headingStyle, leadStyle, titleStyle } from './style-ids.ts';
import { facesOf, type RunTraits, runOf } from './style-runs.ts';

type ParagraphTraits = NonNullable<IParagraphStyleOptions['paragraph']>;

/** A style of ours, with the name a clerk sees; `alias` names a built-in style in Chinese. */
export type ParagraphStyle = IParagraphStyleOptions & { readonly alias?: string };

const alignments = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

function paragraphOf({ pitch, align }: Pick<TypeStyle, 'pitch' | 'align'>): ParagraphTraits {
  return { alignment: alignments[align], spacing: { line: toTwips(pitch), lineRule: 'exact' } };
}

/** Makes a style from a type style, with indents and space of its own. */
type StyleMaker = (
  id: string,
  name: string,
  type: TypeStyle,
  traits?: ParagraphTraits & { readonly before?: Points; readonly after?: Points },
  rest?: Partial<ParagraphStyle>,
) => ParagraphStyle;

const styleMaker =
  (format: Format): StyleMaker =>
  (id, name, type, traits = {}, rest = {}) => {
    const { before = 0, after = 0, ...paragraph } = traits;
    const set = paragraphOf(type);
    return {
      id,
      name,
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        ...set,
        ...paragraph,
        spacing: { ...set.spacing, before: toTwips(before), after: toTwips(after) },
      },
      run: runOf(type, format),
      ...rest,
    };
  };

const characters = (count: number): number => toTwips(count * characterWidth);

/** A title's lines are shaped before: half a character of room at both ends keeps a program from turning them. */
const titleIndent = -toTwips(titleRoom.value * titleRun.size);

function titles(style: StyleMaker, { styles, line }: Format): readonly ParagraphStyle[] {
  const names: Readonly<Record<Title['role'], [name: string, below: Points]>> = {
    document: ['公文标题', line(main.linesBelowTitle.value)],
    part: ['方案标题', line(main.linesBelowPartTitle.value)],
    attachment: ['附件标题', line(main.linesBelowPartTitle.value)],
  };
  return (['document', 'part', 'attachment'] as const).map((role) => {
    const [name, after] = names[role];
    const indent = { left: titleIndent, right: titleIndent };
    const traits = { keepNext: true, keepLines: true, outlineLevel: 0, after, indent };
    return style(titleStyle[role], name, styles.title, traits, { next: 'BodyText' });
  });
}

const levels: readonly HeadingLevel[] = [1, 2, 3, 4];
const levelNames: Readonly<Record<HeadingLevel, string>> = { 1: '一级', 2: '二级', 3: '三级', 4: '四级' };
const firstLine = toTwips(main.firstLineIndent.value);

const headings = (style: StyleMaker, format: Format): readonly ParagraphStyle[] =>
  levels.map((level) =>
    style(
      headingStyle(level),
      `heading ${level}`,
      format.headings[level],
      { keepNext: true, keepLines: true, outlineLevel: level - 1, indent: { firstLine } },
      { next: 'BodyText', link: leadStyle(level), alias: `${levelNames[level]}标题` },
    ),
  );

const noteNumbers = toTwips(main.noteIndent.value + main.noteHanging.value);
const noteNumbered = toTwips(noteNames(2));
const noteIndent = toTwips(main.noteIndent.value);

const { label, name: nameColumn, post } = rosterColumns([]);
const postLeft = characters(post.left);
const nameLeft = characters(nameColumn.left);
const labelLeft = characters(label.left);

const attendanceLeft = characters(minutes.attendanceIndent.value + minutes.attendanceHanging.value);

const imprintSide = toTwips(imprint.sideIndent.value * imprintRun.size);
const imprintHanging = toTwips(3 * imprintRun.size);
const numberSide = toTwips(pageNumber.sideIndent.value * pageNumberRun.size);

const tableSizes: readonly Table['size'][] = ['小四', '五号', '六号'];

/** Ids of the styles of what stands in cells. */
export const cellStyles: ReadonlySet<string> = new Set(
  tableSizes.flatMap((size) => [cellStyle(size, 'head'), cellStyle(size, 'body')]),
);

const cells = (style: StyleMaker): readonly ParagraphStyle[] =>
  tableSizes.flatMap((size) => {
    const { pitch, size: points } = tableStyles[size];
    const type = { size: points, pitch, ...cellRun };
    return [
      style(cellStyle(size, 'head'), `表头${size}`, { ...type, role: tableRoles.head, align: 'center' }),
      style(cellStyle(size, 'body'), `表格文字${size}`, { ...type, role: tableRoles.body, align: 'left' }),
    ];
  });

/** 页码: at the outer edges, or centred. */
function pageNumbers(style: StyleMaker, { styles, profile }: Format): readonly ParagraphStyle[] {
  const type = styles.pageNumber;
  if (profile.pageNumber === 'centre') {
    const centred = { ...type, align: 'center' } as const;
    return [style('PageNumberOdd', '页码单页', centred), style('PageNumberEven', '页码双页', centred)];
  }
  return [
    style('PageNumberOdd', '页码单页', { ...type, align: 'right' }, { indent: { right: numberSide } }),
    style('PageNumberEven', '页码双页', type, { indent: { left: numberSide } }),
  ];
}

/** Space above a table's note, and its line, as 小四 tables have them. */
const note = tableStyles.小四;

/** Paragraph styles of official documents, by the elements of GB/T 9704-2012. */
export function paragraphStyles(format: Format): readonly ParagraphStyle[] {
  const style = styleMaker(format);
  const { styles, line } = format;
  const { body } = styles;
  const leftBody: TypeStyle = { ...body, align: 'left' };
  const rightBody: TypeStyle = { ...body, align: 'right' };
  const noteAbove = line(main.linesAboveNote.value);
  return [
    style('BodyText', '公文正文', body, { indent: { firstLine } }),
    style('BodyFlush', '公文正文顶格', body, { indent: { firstLine: 0 } }, { basedOn: 'BodyText' }),
    ...titles(style, format),
    ...headings(style, format),
    style('CopyNumber', '份号', styles.copyNumber),
    style('Classification', '密级和紧急程度', styles.classification),
    style(
      'IssuerMark',
      '发文机关标志',
      styles.title,
      { keepNext: true },
      { run: { font: facesOf(styles.title, format), color: red } },
    ),
    style('DocumentNumber', '发文字号', styles.documentNumber, { keepNext: true }),
    style(
      'DocumentNumberUpward',
      '发文字号和签发人',
      { ...styles.documentNumber, align: 'left' },
      { keepNext: true, indent: { left: characters(1) } },
    ),
    style(
      'LetterNumber',
      '信函发文字号',
      { ...styles.documentNumber, align: 'left' },
      { keepNext: true, rightTabStop: toTwips(page.typeArea.value.width) },
    ),
    style('HeaderGap', '版头空白', { ...body, align: 'left' }, { keepNext: true }),
    style('Addressee', '主送机关', leftBody, { keepNext: true, keepLines: true }, { next: 'BodyText' }),
    style('AttachmentNote', '附件说明', leftBody, {
      before: noteAbove,
      indent: { left: noteNumbers, hanging: noteNumbers - noteIndent },
    }),
    style('AttachmentNoteFirst', '附件说明首项', leftBody, {
      before: noteAbove,
      indent: { left: noteNumbered, hanging: noteNumbered - noteIndent },
    }),
    style('AttachmentNoteNext', '附件说明次项', leftBody, {
      indent: { left: noteNumbered, hanging: noteNumbered - noteNumbers },
    }),
    style('Issuer', '署名', rightBody, { keepNext: true, keepLines: true }),
    style('StampedPost', '签名章职务', rightBody, {
      keepNext: true,
      indent: { right: characters(postRight) },
    }),
    style('DateOfIssue', '成文日期', rightBody),
    style('Annotation', '附注', body, { indent: { firstLine: toTwips(main.annotationIndent.value) } }),
    style('Attendance', '出席名单', leftBody, {
      indent: { left: attendanceLeft, hanging: characters(minutes.attendanceHanging.value) },
    }),
    style(
      'AttachmentLabel',
      '附件序号',
      styles.attachmentLabel,
      { keepNext: true, after: gapBelowLabel(format, false) },
      { next: titleStyle.attachment },
    ),
    style('RosterFirst', '名单首项', leftBody, {
      indent: { left: postLeft, hanging: postLeft - labelLeft },
      leftTabStop: nameLeft,
    }),
    style('RosterNext', '名单', leftBody, {
      indent: { left: postLeft, hanging: postLeft - nameLeft },
    }),
    ...cells(style),
    style(
      'TableNote',
      '表注',
      {
        role: tableRoles.body,
        size: note.size,
        pitch: note.pitch,
        ...cellRun,
        align: 'justify',
      },
      { before: note.paddingDown },
    ),
    style('ImprintCopies', '抄送', styles.imprint, {
      indent: { left: imprintSide + imprintHanging, hanging: imprintHanging, right: imprintSide },
    }),
    style(
      'ImprintPrinted',
      '印发',
      { ...styles.imprint, align: 'left' },
      { indent: { left: imprintSide, right: imprintSide } },
    ),
    ...pageNumbers(style, format),
  ];
}

/** Character styles: what is set apart inside a paragraph. */
export const characterStyles = (format: Format): readonly ICharacterStyleOptions[] => [
  ...levels.map((level) => ({
    id: leadStyle(level),
    name: `${levelNames[level]}接排标题`,
    link: headingStyle(level),
    quickFormat: true,
    run: {
      font: facesOf(format.headings[level], format),
      ...(format.headings[level].bold ? { bold: true } : {}),
    },
  })),
  {
    id: 'SetApart',
    name: '黑体强调',
    quickFormat: true,
    run: { font: facesOf({ role: strongRole, ownFigures: false }, format) },
  },
  {
    id: 'Signatory',
    name: '签发人姓名',
    quickFormat: true,
    run: { font: facesOf(format.styles.signatory, format) },
  },
];

/** What every run starts from: face and size of the body; tracking is each style's own. */
export const baseRun = (format: Format): RunTraits => ({
  font: facesOf(bodyRun, format),
  size: toHalfPoints(bodyRun.size),
});
