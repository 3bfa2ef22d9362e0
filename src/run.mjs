// Starts a command of the pipeline: node src/run.mjs build|fonts|bench|compile [arguments].
// The TypeScript sources are bundled once into dist/; a later start compiles again only when a source is newer.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** Version of the program that was compiled from sources of this fingerprint; null where any of its files is gone or cut off. */
function compiledFrom(print) {
  try {
    const last = JSON.parse(readFileSync(stampFile, 'utf8'));
    const whole = Object.entries(last.sizes).every(
      ([name, size]) => statSync(join(target, name), { throwIfNoEntry: false })?.size === size,
    );
    return last.print === print && whole ? last.program : null;
  } catch {
    return null;
  }
}

/** Puts a file in its place whole: another process may be loading it, or compile at the same time. */
function replace(path, contents) {
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}

/** Whether a file beside the program belongs to no program any more; what was left half-written does, a day later. */
function isLeft(name, written) {
  if (written.has(name) || name === basename(stampFile)) return false;
  const facts = name.endsWith('.new') ? statSync(join(target, name), { throwIfNoEntry: false }) : undefined;
  return facts === undefined || Date.now() - facts.mtimeMs > 86_400_000;
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
  const last = compiledFrom(print);
  if (last !== null) return last;
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
    external: ['esbuild', ...Object.keys(devDependencies)],
    // What is compiled as a script of its own can import in the running program only by an experiment of Node.
    supported: { 'dynamic-import': false },
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Less to read at every start; names stay, so that faults can be found.
    minifyWhitespace: true,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  mkdirSync(target, { recursive: true });
  for (const { path, contents } of outputFiles) replace(path, contents);
  const written = new Set(outputFiles.map(({ path }) => basename(path)));
  for (const name of readdirSync(target))
    if (isLeft(name, written)) rmSync(join(target, name), { force: true });
  const program = hashOf(outputFiles);
  const sizes = Object.fromEntries(
    outputFiles
      .map(({ path, contents }) => [basename(path), contents.length])
      .filter(([name]) => name.endsWith('.cjs')),
  );
  replace(stampFile, JSON.stringify({ print, program, sizes }));
  return program;
}

/** Compiles where that is needed; where the packages are missing or the folder refuses, says so in the clerk's words and ends. */
async function compileOrSay() {
  try {
    return await compile();
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') {
      console.error('组件还没有下载：先在本文件夹里运行 npm ci，再运行一次。');
      process.exit(1);
    }
    if (error.syscall === undefined) throw error;
    const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    const advice = full
      ? '磁盘已满，请清理磁盘后重新运行。'
      : '请由能往程序文件夹里写文件的人运行一次，或者把整个程序文件夹复制到自己的文件夹里再运行。';
    console.error(`程序第一次运行或者更新以后要先编译，${target} 写不进去（${error.code}）。${advice}`);
    process.exit(1);
  }
}

const version = await compileOrSay();
const [command = 'build', ...rest] = process.argv.slice(2);
if (command !== 'compile') {
  const compiled = { folder: target, use: command, worker: join(source, 'run-worker.mjs') };
  const program = { version, compiled };
  const { main } = loadProgram(program);
  process.exitCode = await main(command, rest, root, undefined, program);
  // All is done, and what is kept for the next run is still being written: Ctrl-C does not make it undone any more.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => undefined);
}
