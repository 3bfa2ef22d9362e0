// Starts a command of the pipeline: node src/run.mjs build|fonts|bench|compile [arguments].
// The TypeScript sources are bundled once into dist/; a later start compiles again only when a source is newer.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProgram } from './load-program.mjs';

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
  for (const { path, contents } of outputs) if (path.endsWith('.cjs')) hash.update(contents);
  const lock = join(root, 'package-lock.json');
  if (existsSync(lock)) hash.update(readFileSync(lock));
  return hash.digest('hex').slice(0, 16);
}

/** Large libraries that few runs need: each is compiled by itself and loaded when first asked for. */
const apart = ['docx', 'exceljs', 'pdf-lib'];

/** Has the program ask for the large libraries where they are compiled. */
function keepApart({ onResolve }) {
  onResolve({ filter: new RegExp(`^(?:${apart.join('|')})$`) }, ({ path, kind }) =>
    kind === 'entry-point' ? null : { path: `./${path}.cjs`, external: true },
  );
}

/** Compiles where a source changed; returns the version of the program. */
async function compile() {
  const print = fingerprint();
  const last = stamp();
  if (last.print === print) return last.program;
  const { build } = await import('esbuild');
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    entryPoints: {
      program: join(source, 'main.ts'),
      ...Object.fromEntries(apart.map((name) => [name, name])),
    },
    write: false,
    outdir: target,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    plugins: [{ name: 'apart', setup: keepApart }],
    // What only the bench compares with, and what finds files beside itself, stays outside.
    external: ['esbuild', 'harfbuzzjs', ...Object.keys(devDependencies)],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Less to read at every start; names stay, so that faults can be found.
    minifyWhitespace: true,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  mkdirSync(target, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const written = new Set(outputFiles.map(({ path }) => basename(path)));
  for (const name of readdirSync(target)) if (!written.has(name)) rmSync(join(target, name), { force: true });
  const program = hashOf(outputFiles);
  writeFileSync(stampFile, JSON.stringify({ print, program }));
  return program;
}

const version = await compile();
const [command = 'build', ...rest] = process.argv.slice(2);
if (command !== 'compile') {
  const compiled = { folder: target, use: command, worker: join(source, 'run-worker.mjs') };
  const program = { version, compiled };
  const { main } = loadProgram(program);
  process.exitCode = await main(command, rest, root, undefined, program);
}
