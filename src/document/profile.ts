/**
 * 版式: what offices vary of the layout of GB/T 9704-2012. Everything else is the standard's. Plain data: it travels
 * with every document and workbook of a plan.
 */
export interface Profile {
  /** 行距: from one line of running text to the next, in points; the standard's 29.6 fills a page with 22 lines. */
  readonly linePitch: number;
  /** 页码: at the outer edge (单页居右、双页居左, §7.5) or centred, as many offices have it. */
  readonly pageNumber: 'outer' | 'centre';
  /** 二级标题加粗: 楷体 of the second level in bold; the standard knows none. */
  readonly boldSecondLevel: boolean;
  /** 西文字体: digits and Latin in Times New Roman, or in the Chinese face around them. */
  readonly westernFace: 'Times New Roman' | 'own';
  /** 标题字体: name of the face of titles and 发文机关标志. */
  readonly titleFace: TitleFace;
  /** 字体名: names of 仿宋 and 楷体 in Word and Excel files: `仿宋_GB2312`, or `仿宋` as Windows has them. */
  readonly faceNames: 'GB2312' | 'Windows';
  /** 双面: printed on both sides, so that 版记 stands on an even page (§6.2, §7.4.1). */
  readonly duplex: boolean;
  /** 套打: the paper bears head and red rule already; their places stay free, everything else is printed. */
  readonly preprinted: boolean;
}

/** Faces offices have for 小标宋. */
export const titleFaces = ['方正小标宋简体', '方正小标宋_GBK', '华文中宋'] as const;
export type TitleFace = (typeof titleFaces)[number];

/** The standard, strictly. */
export const standardProfile: Profile = {
  linePitch: 29.6,
  pageNumber: 'outer',
  boldSecondLevel: false,
  westernFace: 'Times New Roman',
  titleFace: '方正小标宋简体',
  faceNames: 'GB2312',
  duplex: true,
  preprinted: false,
};
