import { expect, test } from 'vitest';
import { manifestIn } from '../../src/commands/nothing-changed.ts';
import { deliver, folder, manifestOf } from '../delivery/deliver.ts';
import { MemoryDisk, systemFault } from '../delivery/memory-disk.ts';

const files = { '任务书/01 甲.docx': '甲' };

test('nothing is taken as unchanged in a folder where somebody builds, or whose manifest nobody may read', async () => {
  const memory = new MemoryDisk();
  await deliver(memory, files);
  expect(manifestIn(memory, folder)).toEqual(manifestOf(files));
  const read = (path: string): Uint8Array => {
    throw systemFault('EACCES', 'open', path);
  };
  expect(manifestIn({ disk: { ...memory.disk, read } }, folder)).toBeNull();
  memory.disk.write(`${folder}/.正在生成`, '');
  expect(manifestIn(memory, folder)).toBeNull();
});
