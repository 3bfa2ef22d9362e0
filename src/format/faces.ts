import { type Profile, standardProfile } from '../document/profile.ts';

/** What a face is for. One role is one face on a machine. */
export type FaceRole = 'xiaobiaosong' | 'fangsong' | 'heiti' | 'kaiti' | 'songti' | 'western';

/** Names of the faces, as Word and Excel files name them; no face is ever shipped. */
export type FaceNames = Readonly<Record<FaceRole, string>>;

/** Names of 仿宋 and 楷体 as the standard's time had them, and as Windows has had them since. */
const nameSets = {
  GB2312: { fangsong: '仿宋_GB2312', kaiti: '楷体_GB2312' },
  Windows: { fangsong: '仿宋', kaiti: '楷体' },
} as const satisfies Record<Profile['faceNames'], Partial<FaceNames>>;

/** The names an office's files use. */
export const faceNamesOf = (profile: Pick<Profile, 'titleFace' | 'faceNames'>): FaceNames => ({
  xiaobiaosong: profile.titleFace,
  ...nameSets[profile.faceNames],
  heiti: '黑体',
  songti: '宋体',
  western: 'Times New Roman',
});

/** The names where nothing varies: what the faces of a machine are looked for by. */
export const standardFaceNames = faceNamesOf(standardProfile);

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
 * Whether the Western face draws a character when the text's style lets it: digits, Latin letters and the marks
 * of ASCII. Quotes, dashes and ellipses are always Chinese.
 */
export const isWestern = (codePoint: number): boolean => codePoint >= 0x21 && codePoint <= 0x7e;
