import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { FaceSet } from '../../src/fonts/face-set.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import type { FaceChains, LocatedFace } from '../../src/fonts/located-face.ts';
import { readSfnt } from '../../src/fonts/sfnt.ts';
import { collection } from './collection.ts';

const face = (file: string, name = file): LocatedFace => ({
  name,
  file,
  index: 0,
  source: 'packaged',
  standing: 'substitute',
});

const tinos = face(packagedFaces.western.file, 'Tinos');
const noto = face(packagedFaces.songti.file, 'Noto 宋体');

function chains(fangsong: readonly LocatedFace[]): FaceChains {
  return { xiaobiaosong: [], fangsong, heiti: [], kaiti: [], songti: [], western: [tinos] };
}

const read = (file: string): Uint8Array => readFileSync(file);
const codePoint = (character: string): number => character.codePointAt(0) ?? 0;

test('a role draws with its first face', () => {
  const faces = new FaceSet(chains([noto]), read, new Findings());
  expect(faces.drawnBy('fangsong', codePoint('方'))).toEqual({ face: 'fangsong', advance: 1 });
  expect(faces.drawnBy('western', codePoint('0'))).toEqual({ face: 'western', advance: 0.5 });
});

test('a character the first face lacks is drawn by the next one of the chain', () => {
  const faces = new FaceSet(chains([tinos, noto]), read, new Findings());
  expect(faces.drawnBy('fangsong', codePoint('a'))?.face).toBe('fangsong');
  expect(faces.drawnBy('fangsong', codePoint('喆'))).toEqual({ face: 'fangsong+1', advance: 1 });
  expect(faces.face('fangsong+1').name).toBe('Noto 宋体');
});

test('a face is found again by its id in another set of the same machine', () => {
  const faces = new FaceSet(chains([tinos, noto]), read, new Findings());
  expect(faces.face('fangsong+1').name).toBe('Noto 宋体');
  expect(() => faces.face('fangsong+2')).toThrow('no such face');
});

test('rare characters of names beyond the basic plane are found', () => {
  const faces = new FaceSet(chains([noto]), read, new Findings());
  for (const rare of '𬱟堃㛃𠅤') expect(faces.drawnBy('fangsong', codePoint(rare)), rare).not.toBeNull();
});

test('a character no face has is drawn by none', () => {
  const faces = new FaceSet(chains([noto]), read, new Findings());
  expect(faces.drawnBy('fangsong', 0x2a6d0)).toBeNull();
  expect(faces.drawnBy('fangsong', 0x10ffff)).toBeNull();
});

test('a file is read only when a character needs it, and once', () => {
  const opened: string[] = [];
  const faces = new FaceSet(
    chains([tinos, noto]),
    (file) => {
      opened.push(file);
      return read(file);
    },
    new Findings(),
  );
  expect(opened).toEqual([]);
  faces.drawnBy('fangsong', codePoint('a'));
  faces.drawnBy('western', codePoint('a'));
  expect(opened).toEqual([tinos.file]);
});

test('a stand-in is reported once, with what to do', () => {
  const findings = new Findings();
  const faces = new FaceSet(chains([noto]), read, findings);
  for (const character of '方案方案') faces.drawnBy('fangsong', codePoint(character));
  expect(findings.sorted()).toEqual([]);
  faces.reportSubstitutes(['fangsong', 'fangsong'], findings);
  expect(findings.sorted()).toMatchObject([
    {
      rule: 'fonts/substitute',
      severity: 'note',
      message: '仿宋（仿宋_GB2312）：本机没有，PDF 用“Noto 宋体”代替',
    },
  ]);
});

test('a proper face is not worth a word', () => {
  const findings = new Findings();
  const faces = new FaceSet(chains([{ ...noto, standing: 'proper' }]), read, findings);
  faces.drawnBy('fangsong', codePoint('方'));
  faces.reportSubstitutes(['fangsong'], findings);
  expect(findings.sorted()).toEqual([]);
});

test('a broken file is reported and the next face draws the role', () => {
  const findings = new Findings();
  const broken = face('simfang.ttf');
  const faces = new FaceSet(
    chains([broken, noto]),
    (file) => (file === broken.file ? Buffer.from('not a font at all') : read(file)),
    findings,
  );
  expect(faces.drawnBy('fangsong', codePoint('方'))?.face).toBe('fangsong');
  expect(findings.sorted().map(({ rule }) => rule)).toEqual(['fonts/unreadable']);
});

test('a file cut short is not usable', () => {
  const findings = new Findings();
  const faces = new FaceSet(chains([noto]), (file) => read(file).subarray(0, 100_000), findings);
  expect(faces.drawnBy('fangsong', codePoint('方'))).toBeNull();
  expect(findings.sorted().map(({ rule }) => rule)).toEqual(['fonts/missing', 'fonts/unreadable']);
});

test('a font of a collection is chosen by its index', () => {
  const bytes = collection([read(tinos.file), read(noto.file)]);
  const second: LocatedFace = { ...face('simsun.ttc'), index: 1 };
  const faces = new FaceSet(chains([second]), () => bytes, new Findings());
  expect(faces.drawnBy('fangsong', codePoint('方'))).toEqual({ face: 'fangsong', advance: 1 });
});

/** A font whose right to be embedded is changed. */
function withRight(fsType: number): Uint8Array {
  const bytes = new Uint8Array(read(noto.file));
  const os2 = readSfnt(bytes).tables.get('OS/2')?.offset ?? 0;
  new DataView(bytes.buffer).setUint16(os2 + 8, fsType);
  return bytes;
}

test.each([
  [0x2, '字体声明不许嵌入文件，而归档的 PDF 必须嵌入字体'],
  [0x200, '字体声明不许嵌入文件，而归档的 PDF 必须嵌入字体'],
  [0x104, '字体声明只许整套嵌入，而 PDF 只嵌入用到的字'],
])('a font that may not be embedded (%i) is named, and the next one draws', (fsType, reason) => {
  const findings = new Findings();
  const locked = face('simfang.ttf');
  const set = new FaceSet(
    chains([locked, noto]),
    (file) => (file === locked.file ? withRight(fsType) : read(file)),
    findings,
  );
  expect(set.drawnBy('fangsong', codePoint('方'))?.face).toBe('fangsong');
  expect(set.face('fangsong').name).toBe('Noto 宋体');
  expect(findings.sorted()).toMatchObject([
    { rule: 'fonts/unreadable', message: `字体文件不能用：${reason}`, actual: 'simfang.ttf' },
  ]);
});

test('of several rights the freest counts', () => {
  const set = new FaceSet(chains([noto]), () => withRight(0x6), new Findings());
  expect(set.primary('fangsong')?.font.embedding).toBe('print');
});

test('a variable font is not usable: its weight is not settled', () => {
  const bytes = new Uint8Array(read(noto.file));
  const view = new DataView(bytes.buffer);
  // The first table is renamed: what it holds does not matter.
  const unused = ['GDEF', 'GPOS', 'GSUB'].map((tag) => Buffer.from(bytes.subarray(0, 600)).indexOf(tag));
  view.setUint32(unused.find((at) => at > 0) ?? 0, 0x66766172);
  const findings = new Findings();
  const variable = face('思源宋体.ttf');
  const set = new FaceSet(
    chains([variable, noto]),
    (file) => (file === variable.file ? bytes : read(file)),
    findings,
  );
  expect(set.primary('fangsong')?.name).toBe('Noto 宋体');
  expect(findings.sorted()).toMatchObject([{ message: '字体文件不能用：这是可变字体，粗细没有定下来' }]);
});
