import { type FaceRole, roleNames, standardFaceNames } from '../format/faces.ts';
import { coverageOf, gb2312 } from './coverage.ts';
import type { Face, FaceSet } from './face-set.ts';
import type { Embedding } from './font.ts';
import type { FaceSource } from './located-face.ts';

const sources: Readonly<Record<FaceSource, string>> = {
  configured: '字体.yaml 指定',
  system: '本机系统',
  open: 'npm run fonts 所装',
  packaged: '随程序安装',
};

const embeddings: Readonly<Record<Embedding, string>> = {
  installable: '允许嵌入文件',
  editable: '允许嵌入文件',
  print: '允许嵌入文件，供阅读和打印',
  whole: '只许整套嵌入，不能用在 PDF 里',
  restricted: '不许嵌入，不能用在 PDF 里',
};

const openLicences: Readonly<Partial<Record<FaceSource, string>>> = {
  open: '开源：GPL 第 2 版，附字体例外，允许嵌入',
  packaged: '开源：SIL OFL 1.1，允许嵌入',
};

/** What may be done with a face, in a few words. */
export const licenceNote = ({ source, font }: Face): string =>
  openLicences[source] ?? `按系统或字体商的许可使用；${embeddings[font.embedding]}`;

const fallbackLine = (face: Face, index: number): string =>
  `  缺字时${index === 0 ? '先' : '再'}找：${face.name}（${sources[face.source]}），${face.file}，${licenceNote(face)}`;

/** Lines for `npm run fonts -- --list`: role, face, file, licence note, coverage; then the faces that draw what it lacks. */
export function listFaces(faces: FaceSet): readonly string[] {
  return (Object.keys(roleNames) as FaceRole[]).flatMap((role) => {
    const head = `${roleNames[role]}（公文用${standardFaceNames[role]}）`;
    const [face, ...fallbacks] = faces.chain(role);
    if (face === undefined) return [head, '  没有找到可用的字体', ''];
    const { gb2312: common, total } = coverageOf(face.font.characters);
    const instead = face.standing === 'substitute' ? '，代用' : '';
    const chinese = role === 'western' ? '' : `国标一二级汉字 ${common}/${gb2312.size}，`;
    return [
      head,
      `  字体：${face.name}（${sources[face.source]}${instead}）`,
      `  文件：${face.file}`,
      `  许可：${licenceNote(face)}`,
      `  字数：${chinese}共 ${total} 个字符`,
      ...fallbacks.map(fallbackLine),
      '',
    ];
  });
}
