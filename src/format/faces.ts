/** What a face is for. One role is one face on a machine. */
export type FaceRole = 'xiaobiaosong' | 'fangsong' | 'heiti' | 'kaiti' | 'songti' | 'western';

/** Official names of the faces, as Word and Excel files name them; no face is ever shipped. */
export const faceNames: Readonly<Record<FaceRole, string>> = {
  xiaobiaosong: '方正小标宋简体',
  fangsong: '仿宋_GB2312',
  heiti: '黑体',
  kaiti: '楷体_GB2312',
  songti: '宋体',
  western: 'Times New Roman',
};

/** Chinese names of the roles, for messages. */
export const roleNames: Readonly<Record<FaceRole, string>> = {
  xiaobiaosong: '小标宋',
  fangsong: '仿宋',
  heiti: '黑体',
  kaiti: '楷体',
  songti: '宋体',
  western: '西文',
};

/**
 * Whether the Western face draws a character when the text's role lets it: digits, Latin letters and the marks
 * of ASCII. Quotes, dashes and ellipses are always Chinese.
 */
export const isWestern = (codePoint: number): boolean => codePoint >= 0x21 && codePoint <= 0x7e;

/**
 * Roles that draw digits and Latin themselves: titles and marks (one weight throughout), and page numbers,
 * which §7.5 wants in 宋体.
 */
export const drawsOwnWestern: Readonly<Record<FaceRole, boolean>> = {
  xiaobiaosong: true,
  fangsong: false,
  heiti: false,
  kaiti: false,
  songti: true,
  western: true,
};
