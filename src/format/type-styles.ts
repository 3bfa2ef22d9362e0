import type { HeadingLevel } from '../document/block.ts';
import type { Profile } from '../document/profile.ts';
import type { Table } from '../document/table.ts';
import type { FaceRole } from './faces.ts';
import { page } from './page.ts';
import { local } from './standard.ts';
import type { Points } from './units.ts';

/** How one kind of text is set. */
export interface TypeStyle {
  readonly role: FaceRole;
  /** Size of type. */
  readonly size: Points;
  /** Height of a line box: fixed, whatever stands in it. */
  readonly pitch: Points;
  /** Added to the advance of every character. */
  readonly tracking: Points;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Made bolder than its face; the standard knows no such thing. */
  readonly bold: boolean;
  /**
   * Its face draws digits and Latin too, whatever Western face the office has: where the standard names a face for
   * them, and in titles and marks, which have one weight throughout. Headings and heads of tables are running text here.
   */
  readonly ownFigures: boolean;
}

/** Face, size and tracking of running text. */
export const bodyRun = {
  role: 'fangsong',
  size: page.bodySize.value,
  tracking: page.bodyTracking.value,
  bold: false,
  ownFigures: false,
} as const;

const bodyOf = ({ linePitch }: Pick<Profile, 'linePitch'>): TypeStyle => ({
  ...bodyRun,
  pitch: linePitch,
  align: 'justify',
});

/** Sizes by their traditional names. */
export const sizes = { 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 六号: 7.5 } as const;

/** Sizes in points as the standard writes them: `3号`. */
export const sizeNames: Readonly<Record<number, string>> = {
  [sizes.二号]: '2号',
  [sizes.三号]: '3号',
  [sizes.四号]: '4号',
  [sizes.小四]: '小4号',
  [sizes.五号]: '5号',
  [sizes.六号]: '6号',
};

/** 2号小标宋: a title's face and size. */
export const titleRun = {
  role: 'xiaobiaosong',
  size: sizes.二号,
  tracking: 0,
  bold: false,
  ownFigures: true,
} as const;

/** Styles by what they set. */
export interface TypeStyles {
  /** 正文 §7.3.3, 主送 §7.3.2, 附件说明 §7.3.4, 署名 §7.3.5, 附注 §7.3.6. */
  readonly body: TypeStyle;
  /** 份号 §7.2.1: 3号 figures. */
  readonly copyNumber: TypeStyle;
  /** 密级和保密期限、紧急程度 §7.2.2, §7.2.3: 3号黑体, the figures of the term too. */
  readonly classification: TypeStyle;
  /** 发文字号 §7.2.5: 3号仿宋, centred. */
  readonly documentNumber: TypeStyle;
  /** 签发人姓名 §7.2.6: 3号楷体. */
  readonly signatory: TypeStyle;
  /** 标题 §7.3.1: 2号小标宋, centred; the pitch is custom. */
  readonly title: TypeStyle;
  /** 附件 and its number §7.3.7: 3号黑体; its box is cut so that the glyph stands at the top of the type area. */
  readonly attachmentLabel: TypeStyle;
  /** 抄送、印发 §7.4: 4号仿宋. */
  readonly imprint: TypeStyle;
  /** 页码 §7.5: 4号 half-width figures in 宋体. */
  readonly pageNumber: TypeStyle;
}

/** The styles of an office's documents. */
export function typeStylesOf(profile: Profile): TypeStyles {
  const body = bodyOf(profile);
  return {
    body,
    copyNumber: { ...body, align: 'left' },
    classification: { ...body, role: 'heiti', align: 'left', ownFigures: true },
    documentNumber: { ...body, align: 'center' },
    signatory: { ...body, role: 'kaiti', align: 'left' },
    title: { ...titleRun, pitch: 34, align: 'center' },
    attachmentLabel: { ...body, role: 'heiti', align: 'left', ownFigures: true },
    imprint: { ...imprintRun, pitch: imprintPitch, align: 'justify' },
    pageNumber: { ...pageNumberRun, pitch: pageNumberRun.size, align: 'left' },
  };
}

/** Face and size of 版记, and its custom pitch. */
export const imprintRun = {
  role: 'fangsong',
  size: sizes.四号,
  tracking: 0,
  bold: false,
  ownFigures: false,
} as const;
const imprintPitch: Points = 24;

/** Face and size of page numbers; §7.5 wants their figures in 宋体. */
export const pageNumberRun = {
  role: 'songti',
  size: sizes.四号,
  tracking: 0,
  bold: false,
  ownFigures: true,
} as const;

/** 层次 §7.3.3: 黑体, 楷体, then 仿宋. */
export function headingStylesOf(profile: Profile): Readonly<Record<HeadingLevel, TypeStyle>> {
  const body = bodyOf(profile);
  return {
    1: { ...body, role: 'heiti' },
    2: { ...body, role: 'kaiti', bold: profile.boldSecondLevel },
    3: body,
    4: body,
  };
}

/** Text set apart inside any style. */
export const strongRole: FaceRole = 'heiti';

/** Sizes a table may be set in; the standard gives none. */
export type TableSize = Table['size'];

/** What the runs of tables have in common: no tracking, figures in the Western face. */
export const cellRun = { tracking: 0, bold: false, ownFigures: false } as const;

/** How tables are set: size, line box, room between rule and text; heads in 黑体. Custom throughout. */
export const tableStyles: Readonly<Record<TableSize, TableStyle>> = {
  小四: { size: sizes.小四, pitch: 18, paddingAcross: 4, paddingDown: 3 },
  五号: { size: sizes.五号, pitch: 16, paddingAcross: 4, paddingDown: 2.5 },
  六号: { size: sizes.六号, pitch: 12, paddingAcross: 1.2, paddingDown: 2 },
};

/** Measures of a table. */
export interface TableStyle {
  readonly size: Points;
  readonly pitch: Points;
  readonly paddingAcross: Points;
  readonly paddingDown: Points;
}

/** Width of the rules of a table. Rows take theirs out of their padding; the last rule stands below the last row. */
export const tableRule: Points = 0.5;

/** Space between a table and a paragraph before or after it; custom. */
export const tableGap = local<Points>(6);

/** Roles of the parts of a table. */
export const tableRoles: Readonly<Record<'head' | 'label' | 'body', FaceRole>> = {
  head: 'heiti',
  label: 'heiti',
  body: 'fangsong',
};
