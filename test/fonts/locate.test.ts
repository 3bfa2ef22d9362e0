import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { nowhere } from '../../src/diagnostics/place.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import { type ConfiguredFaces, locateFaces } from '../../src/fonts/locate.ts';
import { collection } from './collection.ts';

let folder: string;
const findings = () => new Findings();
const tinos = packagedFaces.western.file;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faces-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, bytes: Uint8Array | null = null): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  if (bytes === null) copyFileSync(tinos, file);
  else writeFileSync(file, bytes);
  return file;
}

function locate(configured: ConfiguredFaces = {}, report = findings()) {
  const machine = {
    platform: 'win32',
    environment: { LOCALAPPDATA: folder, WINDIR: folder },
    home: folder,
    root: folder,
  };
  return locateFaces(machine, configured, report);
}

test('faces are found by the names of their files, whatever the case', () => {
  const file = put('Fonts/SIMFANG.TTF');
  expect(locate().fangsong[0]).toMatchObject({ name: '仿宋', file, source: 'system', standing: 'proper' });
});

test('of several faces of a role the best known comes first, the others stand behind it', () => {
  put('Fonts/simfang.ttf');
  put('Microsoft/Windows/Fonts/仿宋_GB2312.ttf');
  expect(locate().fangsong.map(({ name }) => name)).toEqual(['仿宋_GB2312', '仿宋']);
});

test('a face in a file of any name is found by the name inside', () => {
  const file = put('Fonts/下载的字体(1).ttf');
  expect(locate().western[0]).toMatchObject({ name: 'Tinos', file, standing: 'substitute' });
});

test('the font of a collection is chosen by its name', () => {
  const noto = readFileSync(packagedFaces.songti.file);
  put('Fonts/Tinos-Regular.ttc', collection([noto, readFileSync(tinos)]));
  expect(locate().western[0]).toMatchObject({ name: 'Tinos', index: 1 });
});

test('a configured file goes before all others', () => {
  put('Fonts/simfang.ttf');
  const file = put('我的仿宋.ttf');
  const configured = { fangsong: { file: '我的仿宋.ttf', place: nowhere } };
  expect(locate(configured).fangsong[0]).toMatchObject({ file, source: 'configured', standing: 'proper' });
});

test('a configured file that is not there is an error at its place', () => {
  const report = findings();
  const place = { kind: 'file', file: '字体.yaml', line: 2, column: 5 } as const;
  locate({ kaiti: { file: '楷体.ttf', place } }, report);
  expect(report.sorted()).toMatchObject([
    { rule: 'fonts/configured', message: '楷体指定的字体文件不存在', place, actual: '楷体.ttf' },
  ]);
});

test('open faces of the project go before those of its packages', () => {
  put('.cache/fonts/FandolFang-Regular.otf');
  put(packagedFaces.fangsong.file);
  expect(locate().fangsong.map(({ source }) => source)).toEqual(['open', 'packaged']);
});

test('a role without a face of its own borrows, and says that it does', () => {
  put('Fonts/simsun.ttf');
  expect(locate().kaiti[0]).toMatchObject({ name: '宋体', standing: 'substitute' });
});

test('broken files among the fonts do no harm', () => {
  put('Fonts/坏的.ttf', Buffer.from('\0\x01\0\0'));
  put('Fonts/坏的.ttc', Buffer.from(`ttcf${'\xff'.repeat(20)}`, 'latin1'));
  expect(locate().fangsong).toEqual([]);
});

test('a font of a collection may be chosen by its number', () => {
  const file = put('Fonts/songti.ttc', collection([readFileSync(tinos), readFileSync(tinos)]));
  const chosen = locate({ songti: { file: `${file}#2`, place: nowhere } }).songti[0];
  expect(chosen).toMatchObject({ file, index: 1, source: 'configured' });
});
