import { describe, expect, test } from 'vitest';
import { testBuilder } from './builder.ts';
import { deliver, folder, standing } from './deliver.ts';
import { Death, MemoryDisk } from './memory-disk.ts';

const one = { '任务书/01 甲.docx': '甲一', '任务书/02 乙.docx': '乙一' };
const other = { '通知/通知.docx': '通知' };

/** Two shards that were not joined. */
async function shards(): Promise<MemoryDisk> {
  const memory = new MemoryDisk();
  await deliver(memory, one, testBuilder(), '1-2');
  await deliver(memory, other, testBuilder(), '2-2');
  return memory;
}

describe('a build of all jobs after shards that were not joined', () => {
  test('knows their files for made, takes away what it does not make, and their manifests', async () => {
    const memory = await shards();
    expect(Object.keys(standing(memory))).toContain('manifest.1-2.json');
    const now = { '任务书/01 甲.docx': '甲二', '任务书/02 丙.docx': '丙二', ...other };
    expect(await deliver(memory, now)).toEqual({ done: true, told: [] });
    expect(standing(memory)).toEqual(now);
  });

  test('keeps what was edited by hand', async () => {
    const memory = await shards();
    memory.disk.write(`${folder}/任务书/02 乙.docx`, '手改');
    await deliver(memory, { ...one, '任务书/02 乙.docx': '乙二', ...other });
    expect(Object.values(standing(memory))).toContain('手改');
  });

  test('finishes what a shard had decided when it was killed', async () => {
    const later = { '任务书/01 甲.docx': '甲二', '任务书/02 乙.docx': '乙二' };
    for (let moment = 1; moment < 40; moment++) {
      const memory = await shards();
      memory.actions = 0;
      memory.before = (action) => {
        if (action !== 'probe' && memory.actions >= moment) throw new Death();
      };
      await deliver(memory, later, testBuilder(), '1-2').catch(() => undefined);
      memory.before = () => undefined;
      const whole = { ...one, '任务书/01 甲.docx': '甲三', ...other };
      const survivor = testBuilder({ process: 102, isRunning: () => false });
      expect(await deliver(memory, whole, survivor), `after ${moment}`).toEqual({ done: true, told: [] });
      expect(standing(memory), `after ${moment}`).toEqual(whole);
    }
  });
});

test('another split finds what the first one made', async () => {
  const memory = await shards();
  const now = { ...other, '任务书/02 乙.docx': '乙二' };
  expect(await deliver(memory, now, testBuilder(), '1-3')).toEqual({ done: true, told: [] });
  expect(standing(memory)).toMatchObject({ ...one, ...now });
});
