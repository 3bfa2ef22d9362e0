import { expect, test } from 'vitest';
import { listFaces } from '../../src/fonts/list-faces.ts';
import { machineFaces } from '../writers/pdf/sheets.ts';

test('every role is listed with face, file, licence and coverage', () => {
  const lines = listFaces(machineFaces());
  expect(lines.filter((line) => line.startsWith('  文件：'))).toHaveLength(6);
  expect(lines).toContain('小标宋（公文用方正小标宋简体）');
  expect(lines.filter((line) => line.includes('国标一二级汉字 6763/6763'))).toHaveLength(5);
});

test('the faces that draw what the first one lacks are listed with file and licence, in their order', () => {
  const faces = machineFaces();
  const lines = listFaces(faces);
  const fangsong = lines.slice(lines.indexOf('仿宋（公文用仿宋_GB2312）') + 1);
  const fallbacks = fangsong.slice(0, fangsong.indexOf('')).filter((line) => line.startsWith('  缺字时'));
  const chain = faces.chain('fangsong').slice(1);
  expect(chain.length).toBeGreaterThan(0);
  expect(fallbacks).toHaveLength(chain.length);
  for (const [index, { name, file }] of chain.entries()) {
    expect(fallbacks[index]).toContain(`${name}（`);
    expect(fallbacks[index]).toContain(`${file}，`);
    expect(fallbacks[index]).toMatch(/许可|允许嵌入|许嵌入/);
  }
});
