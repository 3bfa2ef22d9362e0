import { expect, test } from 'vitest';
import { listFaces } from '../../src/fonts/list-faces.ts';
import { machineFaces } from '../writers/pdf/sheets.ts';

test('every role is listed with face, file, licence and coverage', () => {
  const lines = listFaces(machineFaces());
  expect(lines.filter((line) => line.startsWith('  文件：'))).toHaveLength(6);
  expect(lines).toContain('小标宋（公文用方正小标宋简体）');
  expect(lines.filter((line) => line.includes('国标一二级汉字 6763/6763'))).toHaveLength(5);
});
