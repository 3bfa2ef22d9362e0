import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { nowhere } from '../../../src/diagnostics/place.ts';
import { FaceSet } from '../../../src/fonts/face-set.ts';
import { packagedFaces } from '../../../src/fonts/known-faces.ts';
import { locateFaces } from '../../../src/fonts/locate.ts';
import type { LocatedFace } from '../../../src/fonts/located-face.ts';
import type { FaceRole } from '../../../src/format/faces.ts';
import type {
  OutlineEntry,
  Page,
  PlacedRule,
  PlacedText,
  StructureElement,
  TypesetDocument,
} from '../../../src/typesetting/page.ts';

/** Project folder. */
export const root = join(import.meta.dirname, '../../..');

const read = (file: string): Uint8Array => readFileSync(file);

/** Faces of this machine as a build finds them. */
export function machineFaces(): FaceSet {
  const machine = { platform: process.platform, environment: process.env, home: homedir(), root };
  return new FaceSet(locateFaces(machine, {}, new Findings()), read, new Findings());
}

/** The faces every machine has after `npm ci`. */
export function packagedFaceSet(): FaceSet {
  const chain = (role: FaceRole): readonly LocatedFace[] => {
    const { name, file } = packagedFaces[role];
    return [{ name, file: join(root, file), index: 0, source: 'packaged', standing: 'substitute' }];
  };
  const chains = {
    xiaobiaosong: chain('xiaobiaosong'),
    fangsong: chain('fangsong'),
    heiti: chain('heiti'),
    kaiti: chain('kaiti'),
    songti: chain('songti'),
    western: chain('western'),
  };
  return new FaceSet(chains, read, new Findings());
}

/** Text at a place, in the face that draws its first character. */
export function text(
  faces: FaceSet,
  role: FaceRole,
  words: string,
  place: Partial<Omit<PlacedText, 'kind' | 'text'>> & Pick<PlacedText, 'x' | 'y'>,
): PlacedText {
  const face = faces.drawnBy(role, words.codePointAt(0) ?? 0)?.face ?? role;
  return {
    kind: 'text',
    text: words,
    width: words.length * 16,
    face,
    size: 16,
    tracking: -0.25,
    bold: false,
    colour: 'black',
    element: null,
    ink: null,
    ...place,
  };
}

/** A rule one point thick. */
export const rule = (x1: number, y1: number, x2: number, y2: number): PlacedRule => ({
  kind: 'rule',
  x1,
  y1,
  x2,
  y2,
  weight: 1,
  colour: 'black',
});

/** An element of the structure. */
export const element = (
  role: StructureElement['role'],
  parent: number | null,
  columnSpan = 1,
  rowSpan = 1,
): StructureElement => ({
  role,
  parent,
  columnSpan,
  rowSpan,
  origin: { kind: 'paragraph', place: nowhere },
});

/** A document of finished pages. */
export function sheets(
  pages: readonly Page[],
  structure: readonly StructureElement[],
  outline: readonly OutlineEntry[] = [],
): TypesetDocument {
  return {
    id: 'notice',
    metadata: {
      title: '关于印发《乡村振兴<三年>方案》的通知 & 附件',
      issuer: '三岔镇人民政府',
      documentNumber: '三政发〔2022〕6号',
      date: { year: 2022, month: 5, day: 24 },
      keywords: ['乡村振兴', '通知'],
    },
    pages,
    structure,
    outline,
  };
}

/** A notice of two pages: red mark, title, body over both, a table turned on the second, page numbers. */
export function notice(faces: FaceSet): TypesetDocument {
  const structure = [
    element('Document', null),
    element('P', 0),
    element('Title', 0),
    element('H1', 0),
    element('P', 0),
    element('Table', 0),
    element('TR', 5),
    element('TH', 6, 2),
    element('TR', 5),
    element('TD', 8),
    element('TD', 8),
  ];
  const first: Page = {
    turned: false,
    body: [
      text(faces, 'xiaobiaosong', '三岔镇人民政府文件', {
        x: 120,
        y: 150,
        size: 36,
        colour: 'red',
        element: 1,
      }),
      { ...rule(79.4, 200, 521.6, 200), colour: 'red', weight: 2 },
      text(faces, 'xiaobiaosong', '关于印发实施方案的通知', { x: 180, y: 250, size: 22, element: 2 }),
      text(faces, 'heiti', '一、总体要求', { x: 111, y: 300, element: 3 }),
      text(faces, 'fangsong', '各村（居）：现将“方案”印发给你们，', { x: 79.4, y: 330, element: 4 }),
      text(faces, 'fangsong', '请认真贯彻执行。见附件', { x: 79.4, y: 360, element: 4 }),
      text(faces, 'western', '2022', { x: 252.65, y: 360, tracking: 0, element: 4 }),
    ],
    furniture: [text(faces, 'songti', '— 1 —', { x: 440, y: 776, size: 14, tracking: 0 })],
  };
  const second: Page = {
    turned: true,
    body: [
      text(faces, 'fangsong', '本页是正文的最后一行。', { x: 99.2, y: 95, element: 4 }),
      text(faces, 'heiti', '任务清单', { x: 110, y: 130, size: 12, tracking: 0, element: 7 }),
      text(faces, 'kaiti', '产业', { x: 110, y: 160, size: 12, tracking: 0, element: 9 }),
      text(faces, 'kaiti', '兴旺', { x: 310, y: 160, size: 12, tracking: 0, element: 10 }),
      rule(99.2, 110, 737, 110),
      rule(99.2, 140, 737, 140),
      rule(99.2, 170, 737, 170),
      rule(99.2, 110, 99.2, 170),
      rule(300, 140, 300, 170),
      rule(737, 110, 737, 170),
    ],
    furniture: [text(faces, 'songti', '— 2 —', { x: 93, y: 776, size: 14, tracking: 0 })],
  };
  return sheets([first, second], structure, [
    { title: '关于印发实施方案的通知', depth: 0, page: 0, y: 228 },
    { title: '一、总体要求', depth: 1, page: 0, y: 284 },
    { title: '任务清单', depth: 0, page: 1, y: 110 },
  ]);
}
