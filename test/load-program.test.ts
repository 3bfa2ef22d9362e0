import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

test('the flags that V8 is given are known to it', () => {
  const module = JSON.stringify(pathToFileURL('src/load-program.mjs').href);
  const program = `import v8 from 'node:v8';
import { laterAtBest, nothingAmongOld } from ${module};
const flag = laterAtBest[Number.parseInt(process.versions.v8, 10)];
if (flag !== undefined) v8.setFlagsFromString(flag);
v8.setFlagsFromString(nothingAmongOld);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
