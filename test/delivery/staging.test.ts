import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/delivery/sha256.ts';
import { errorOf, Stager } from '../../src/delivery/staging.ts';
import { MemoryDisk } from './memory-disk.ts';

const place = { folder: '/公文/方案', staging: '/公文/方案/.未完成' };
const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('a file that is staged', () => {
  test('stands whole under its number, whoever else stages files there', () => {
    const memory = new MemoryDisk();
    const [here, there] = [new Stager(memory.disk, place), new Stager(memory.disk, place)];
    expect(there.stage('甲.docx', 12, bytes('甲'), sha256Of('甲'))).toMatchObject({
      kind: 'staged',
      before: null,
    });
    here.stage('乙.docx', 3, bytes('乙'), sha256Of('乙'));
    expect(memory.files(place.folder)).toEqual({ '.未完成/12': '甲', '.未完成/3': '乙' });
  });

  test('tells what stands in its place; what is the same already is not written', () => {
    const memory = new MemoryDisk();
    const stager = new Stager(memory.disk, place);
    memory.disk.makeFolder('/公文');
    memory.disk.makeFolder(place.folder);
    memory.disk.write(`${place.folder}/甲.docx`, '旧');
    expect(stager.stage('甲.docx', 1, bytes('旧'), sha256Of('旧')).kind).toBe('standing');
    expect(stager.stage('甲.docx', 1, bytes('新'), sha256Of('新'))).toMatchObject({
      kind: 'staged',
      before: sha256Of('旧'),
    });
    expect(memory.files(place.folder)).toEqual({ '甲.docx': '旧', '.未完成/1': '新' });
  });

  test('tells as plain data why the system refuses', () => {
    const memory = new MemoryDisk();
    const stager = new Stager(memory.disk, place);
    for (const folder of ['/公文', place.folder, `${place.folder}/甲.docx`]) memory.disk.makeFolder(folder);
    const staged = stager.stage('甲.docx', 1, bytes('甲'), sha256Of('甲'));
    if (staged.kind !== 'refused') throw new Error('it was staged');
    expect(errorOf(structuredClone(staged).fault)).toMatchObject({ code: 'EISDIR', syscall: 'open' });
  });
});
