// Starts a command of the pipeline: node src/run.mjs build|fonts|bench|compile [arguments].
// The TypeScript sources are bundled once into dist/; a later start compiles again only when a source is newer.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src');
const target = join(root, 'dist');
const stampFile = join(target, 'stamp.json');

/** Names, sizes and times of all sources and of the list of packages: changes whenever one is edited, added, removed. */
function fingerprint() {
  const entries = readdirSync(source, { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return [...sources, join(root, 'package-lock.json')]
    .flatMap((file) => {
      const facts = statSync(file, { throwIfNoEntry: false });
      return facts === undefined ? [] : [`${file}|${facts.size}|${facts.mtimeMs}`];
    })
    .sort()
    .join('\n');
}

/** What was compiled last; of nothing where nothing was. */
function stamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return { print: '', program: '' };
  }
}

/** Version of the program: hash of its code and of the versions of what it stands on. */
function hashOf(outputs) {
  const hash = createHash('sha256');
  for (const { path, contents } of outputs) if (path.endsWith('.js')) hash.update(contents);
  const lock = join(root, 'package-lock.json');
  if (existsSync(lock)) hash.update(readFileSync(lock));
  return hash.digest('hex').slice(0, 16);
}

/** Compiles where a source changed; returns the version of the program. */
async function compile() {
  const print = fingerprint();
  const last = stamp();
  if (last.print === print) return last.program;
  const { build } = await import('esbuild');
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(target, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: { main: join(source, 'main.ts'), worker: join(source, 'worker.ts') },
    write: false,
    outdir: target,
    bundle: true,
    splitting: true,
    // What only the bench compares with, and what finds files beside itself, stays outside.
    external: ['esbuild', 'harfbuzzjs', ...Object.keys(devDependencies)],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const program = hashOf(outputFiles);
  writeFileSync(stampFile, JSON.stringify({ print, program }));
  return program;
}

// Newer versions of Node keep what they compiled between starts.
module.enableCompileCache?.(join(root, '.cache', 'compile'));
const program = await compile();
const [command = 'build', ...rest] = process.argv.slice(2);
if (command !== 'compile') {
  const { main } = await import(pathToFileURL(join(target, 'main.js')).href);
  process.exitCode = await main(command, rest, root, undefined, program);
}
