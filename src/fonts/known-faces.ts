import type { FaceRole } from '../format/faces.ts';

/** How near a face comes to what the standard and the Word files name. */
export type Standing =
  /** The face named, or the same style by another house: nothing to say. */
  | 'proper'
  /** Drawn in its place; said once. */
  | 'substitute';

/** A face known by its files and by the names inside them. Case, spaces, `_` and `-` do not matter. */
export interface KnownFace {
  /** Name for the clerk. */
  readonly name: string;
  /** Usual names of the file, without extension. */
  readonly files: readonly string[];
  /** Family or full names inside the font; they also choose among the fonts of a collection. */
  readonly names: readonly string[];
  readonly standing: Standing;
}

const proper = (name: string, files: readonly string[], names: readonly string[] = []): KnownFace => ({
  name,
  files,
  names: [name, ...names],
  standing: 'proper',
});

const substitute = (name: string, files: readonly string[], names: readonly string[] = []): KnownFace => ({
  ...proper(name, files, names),
  standing: 'substitute',
});

/** Faces of Windows, macOS, WPS, Kylin, UOS and Linux that may draw a role, the best first. */
export const knownFaces: Readonly<Record<FaceRole, readonly KnownFace[]>> = {
  xiaobiaosong: [
    proper(
      '方正小标宋简体',
      ['FZXBSJW', 'FZXBSJW--GB1-0', '方正小标宋简体', '方正小标宋简'],
      ['FZXiaoBiaoSong-B05S'],
    ),
    proper('方正小标宋_GBK', ['FZXBSK', 'FZXBSK--GBK1-0', '方正小标宋_GBK'], ['FZXiaoBiaoSong-B05']),
    proper('方正公文小标宋', ['FZXBS_Document', '方正公文小标宋'], ['FZDocXiaoBiaoSong']),
    proper('文星标宋', ['文星标宋', '文星简小标宋', 'WXBSJ'], ['文星简小标宋']),
    proper('文鼎小标宋', ['文鼎小标宋', '文鼎小标宋简'], ['文鼎小标宋简', '文鼎小标宋_GBK']),
    proper('汉仪小标宋', ['HYXBSJ', '汉仪小标宋简'], ['汉仪小标宋简', 'HYXiaoBiaoSongJ']),
    substitute('华文中宋', ['STZHONGS'], ['STZhongsong']),
    substitute('宋体-简 黑体', ['Songti'], ['STSongti-SC-Black', 'Songti SC Black']),
    substitute(
      '思源宋体 Heavy',
      ['SourceHanSerifSC-Heavy', 'NotoSerifCJKsc-Black'],
      ['Source Han Serif SC Heavy'],
    ),
    substitute('Noto Serif CJK SC Bold', ['NotoSerifCJK-Bold', 'NotoSerifCJKsc-Bold'], ['Noto Serif CJK SC']),
  ],
  fangsong: [
    proper('仿宋_GB2312', ['仿宋_GB2312', 'FangSong_GB2312', 'SIMFANG_GB2312'], ['FangSong_GB2312']),
    proper('仿宋', ['simfang', 'Fangsong'], ['FangSong']),
    proper('方正仿宋_GBK', ['FZFSK', 'FZFSK--GBK1-0', '方正仿宋_GBK'], ['FZFangSong-Z02']),
    proper('方正仿宋简体', ['FZFSJW', 'FZFSJW--GB1-0', '方正仿宋简体'], ['FZFangSong-Z02S']),
    proper('方正公文仿宋', ['FZFS_Document', '方正公文仿宋'], ['FZDocFangSong']),
    proper('华文仿宋', ['STFANGSO', 'STFangsong'], ['STFangsong']),
    proper('文鼎仿宋', ['文鼎仿宋', '文鼎仿宋简'], ['文鼎仿宋简', 'AR FangSong GB']),
    proper('朱雀仿宋', ['ZhuqueFangsong-Regular'], ['Zhuque Fangsong (technical preview)']),
  ],
  heiti: [
    proper('黑体', ['simhei'], ['SimHei']),
    proper('方正黑体_GBK', ['FZHTK', 'FZHTK--GBK1-0', '方正黑体_GBK'], ['FZHei-B01']),
    proper('方正黑体简体', ['FZHTJW', 'FZHTJW--GB1-0', '方正黑体简体'], ['FZHei-B01S']),
    proper('方正公文黑体', ['FZHT_Document', '方正公文黑体'], ['FZDocHeiTi']),
    proper('华文黑体', ['STHeiti Medium', 'STHeiti'], ['STHeiti', 'Heiti SC Medium', '黑体-简 中黑']),
    proper('文鼎黑体', ['文鼎黑体', '文鼎CS大黑'], ['文鼎黑体简']),
    proper('思源黑体', ['SourceHanSansSC-Medium', 'SourceHanSansCN-Medium'], ['Source Han Sans SC Medium']),
    proper('Noto Sans CJK SC', ['NotoSansCJK-Medium', 'NotoSansCJK-Bold', 'NotoSansCJK-Regular']),
    proper('文泉驿正黑', ['wqy-zenhei'], ['WenQuanYi Zen Hei']),
    substitute('微软雅黑', ['msyh'], ['Microsoft YaHei']),
  ],
  kaiti: [
    proper('楷体_GB2312', ['楷体_GB2312', 'KaiTi_GB2312', 'SIMKAI_GB2312'], ['KaiTi_GB2312']),
    proper('楷体', ['simkai', 'Kaiti'], ['KaiTi', 'Kaiti SC', '楷体-简']),
    proper('方正楷体_GBK', ['FZKTK', 'FZKTK--GBK1-0', '方正楷体_GBK'], ['FZKai-Z03']),
    proper('方正楷体简体', ['FZKTJW', 'FZKTJW--GB1-0', '方正楷体简体'], ['FZKai-Z03S']),
    proper('方正公文楷体', ['FZKT_Document', '方正公文楷体'], ['FZDocKaiTi']),
    proper('华文楷体', ['STKAITI'], ['STKaiti']),
    proper('文鼎PL简中楷', ['gkai00mp'], ['AR PL KaitiM GB']),
    proper('文鼎PL中楷', ['ukai'], ['AR PL UKai CN']),
    proper('霞鹜文楷', ['LXGWWenKaiGB-Regular', 'LXGWWenKai-Regular'], ['LXGW WenKai', 'LXGW WenKai GB']),
  ],
  songti: [
    proper('宋体', ['simsun'], ['SimSun']),
    proper('方正书宋_GBK', ['FZSSK', 'FZSSK--GBK1-0', '方正书宋_GBK'], ['FZShuSong-Z01']),
    proper('方正书宋简体', ['FZSSJW', 'FZSSJW--GB1-0', '方正书宋简体'], ['FZShuSong-Z01S']),
    proper('华文宋体', ['STSONG'], ['STSong']),
    proper('宋体-简', ['Songti'], ['STSongti-SC-Regular', 'Songti SC Regular', 'Songti SC']),
    proper('文鼎PL简报宋', ['gbsn00lp'], ['AR PL SungtiL GB']),
    proper('文鼎PL细上海宋', ['uming'], ['AR PL UMing CN']),
    proper('思源宋体', ['SourceHanSerifSC-Regular', 'SourceHanSerifCN-Regular'], ['Source Han Serif SC']),
    proper('Noto Serif CJK SC', ['NotoSerifCJK-Regular', 'NotoSerifCJKsc-Regular']),
  ],
  western: [
    proper('Times New Roman', ['times', 'Times New Roman', 'TimesNewRoman', 'Times_New_Roman']),
    substitute('Liberation Serif', ['LiberationSerif-Regular']),
    substitute('Tinos', ['Tinos-Regular']),
    substitute('Nimbus Roman', ['NimbusRoman-Regular']),
  ],
};

/** Faces that draw rare characters and signs when no other face of a role does. */
export const lastResorts: readonly KnownFace[] = [
  proper('宋体-ExtB', ['simsunb'], ['SimSun-ExtB']),
  proper('宋体-ExtG', ['SimsunExtG'], ['SimSun-ExtG']),
  proper('花园明朝A', ['HanaMinA']),
  proper('花园明朝B', ['HanaMinB']),
  proper('Segoe UI Symbol', ['seguisym']),
  proper('Apple Symbols', ['Apple Symbols']),
  proper('DejaVu Sans', ['DejaVuSans']),
];

/** A face that comes with the project or by `npm run fonts`. */
export interface OpenFace {
  readonly name: string;
  readonly file: string;
}

/** Folder of the faces that `npm run fonts` sets up, below the project. */
export const openFolder = '.cache/fonts';

/** Faces that `npm run fonts` sets up. */
export const openFaces: Readonly<Record<Exclude<FaceRole, 'western'>, OpenFace>> = {
  xiaobiaosong: { name: 'Fandol 宋体（粗）', file: 'FandolSong-Bold.otf' },
  fangsong: { name: 'Fandol 仿宋', file: 'FandolFang-Regular.otf' },
  heiti: { name: 'Fandol 黑体', file: 'FandolHei-Regular.otf' },
  kaiti: { name: 'Fandol 楷体', file: 'FandolKai-Regular.otf' },
  songti: { name: 'Fandol 宋体', file: 'FandolSong-Regular.otf' },
};

const packages = 'node_modules/@expo-google-fonts';
const notoSong: OpenFace = {
  name: 'Noto 宋体',
  file: `${packages}/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`,
};
const notoBoldSong: OpenFace = {
  name: 'Noto 宋体（粗）',
  file: `${packages}/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`,
};

/** Faces installed with the project's packages, below the project: every machine has them. */
export const packagedFaces: Readonly<Record<FaceRole, OpenFace>> = {
  xiaobiaosong: notoBoldSong,
  fangsong: notoSong,
  heiti: notoBoldSong,
  kaiti: notoSong,
  songti: notoSong,
  western: { name: 'Tinos', file: `${packages}/tinos/400Regular/Tinos_400Regular.ttf` },
};
