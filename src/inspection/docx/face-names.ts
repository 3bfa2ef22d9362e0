/** English names under which programs know the same faces. */
const otherNames: Readonly<Record<string, string>> = {
  FangSong: '仿宋',
  FangSong_GB2312: '仿宋_GB2312',
  KaiTi: '楷体',
  KaiTi_GB2312: '楷体_GB2312',
  SimHei: '黑体',
  SimSun: '宋体',
  STZhongsong: '华文中宋',
  'FZXiaoBiaoSong-B05S': '方正小标宋简体',
  'FZXiaoBiaoSong-B05': '方正小标宋_GBK',
};

/** The name of a face as official documents have it. */
export const officialName = (face: string): string => otherNames[face] ?? face;
