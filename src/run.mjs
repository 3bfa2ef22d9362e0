// Starts a command of the pipeline: node src/run.mjs build|fonts|bench|compile [arguments].
// The TypeScript sources are bundled once into dist/; a later start compiles again only when a source is newer.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src');
const target = join(root, 'dist');
const stampFile = join(target, 'stamp.json');

/** Names, sizes and times of all sources: changes whenever a source is edited, added or removed. */
function fingerprint() {
  const entries = readdirSync(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const { mtimeMs, size } = statSync(file);
      return `${file}|${size}|${mtimeMs}`;
    })
    .sort()
    .join('\n');
}

function isCurrent(print) {
  try {
    return readFileSync(stampFile, 'utf8') === print;
  } catch {
    return false;
  }
}

async function compile() {
  const print = fingerprint();
  if (isCurrent(print)) return;
  const { build } = await import('esbuild');
  mkdirSync(target, { recursive: true });
  await build({
    entryPoints: { main: join(source, 'main.ts') },
    outdir: target,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  writeFileSync(stampFile, print);
}

await compile();
const [command = 'build', ...rest] = process.argv.slice(2);
if (command !== 'compile') {
  const { main } = await import(pathToFileURL(join(target, 'main.js')).href);
  process.exitCode = await main(command, rest, root);
}
