// Loads what is compiled in dist/ together with the code that V8 made of it in an earlier run: to make that code anew
// takes as long as half a small build.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/**
 * Has V8 wait longer before it compiles a function at its best, by V8's major version; what a version does not know is
 * left as it is. A build calls hundreds of functions some thousand times each: to optimise them all takes a third of the
 * processor time of a small build, and every thread does it anew.
 */
export const laterAtBest = {
  11: '--interrupt-budget=500000',
  12: '--invocation-count-for-turbofan=20000',
  13: '--invocation-count-for-turbofan=20000',
};

/**
 * Has V8 make everything among what is young. It takes what lives while its document is under way for something that
 * stays, and would make it where only a search of the whole heap finds that it is gone: with all it refers to, half of
 * every document. Engines the bench compares with are as fast with it as without.
 */
export const nothingAmongOld = '--no-allocation-site-pretenuring';

/** Digest, and the processor seconds of the run it was kept from. */
const headLength = 32 + 8;
/** A run that worked so many times as long used code that was not kept. */
const muchLonger = 1.5;

/**
 * The program compiled in `folder`. `version` changes with its code, `use` names what it is loaded for: for each use the
 * code it needs is kept beside the program, to be deleted at any time. What is damaged, or of another version of the
 * program or of Node, is not believed.
 */
export function loadProgram({ version, compiled: { folder, use } }) {
  if (isMainThread) {
    // Else code that was not run for a while is thrown away, and could not be kept.
    v8.setFlagsFromString('--no-flush-bytecode');
    v8.setFlagsFromString(nothingAmongOld);
    // In the bench all engines run as their users would run them.
    const later = laterAtBest[Number.parseInt(process.versions.v8, 10)];
    if (later !== undefined && use !== 'bench') v8.setFlagsFromString(later);
  }
  const parts = new Map();
  const load = (name) => {
    const known = parts.get(name);
    if (known !== undefined) return known.module.exports;
    const file = join(folder, `${name}.cjs`);
    const source = readFileSync(file, 'utf8');
    const codeFile = join(folder, `${name}.${use}.code`);
    const { code, seconds } = keptCode(codeFile, version);
    const script = new vm.Script(
      `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
      { filename: file, cachedData: code },
    );
    const module = { exports: {} };
    parts.set(name, { module, script, codeFile, seconds: script.cachedDataRejected === true ? 0 : seconds });
    const requireOutside = createRequire(file);
    const require = (id) => (/^\.\/[^/]+\.cjs$/.test(id) ? load(id.slice(2, -4)) : requireOutside(id));
    script.runInThisContext()(module.exports, require, module, file, folder);
    return module.exports;
  };
  if (isMainThread) process.once('exit', () => keepCode(parts.values(), version));
  return load('program');
}

/** Code kept in a file; none where it is not whole or not of this version. */
function keptCode(file, version) {
  try {
    const kept = readFileSync(file);
    const [digest, rest] = [kept.subarray(0, 32), kept.subarray(32)];
    if (digest.equals(digestOf(rest, version)))
      return { code: kept.subarray(headLength), seconds: kept.readDoubleLE(32) };
  } catch {
    // As if nothing were kept.
  }
  return { code: undefined, seconds: 0 };
}

/** Keeps the code of the parts that were not kept yet, or from a run that did much less. */
function keepCode(parts, version) {
  // Who misused a command did not get to see what it needs.
  if (process.exitCode === 2) return;
  const { user, system } = process.cpuUsage();
  const worked = (user + system) / 1e6;
  for (const { script, codeFile, seconds } of parts) {
    if (worked <= seconds * muchLonger) continue;
    const rest = Buffer.concat([Buffer.alloc(8), script.createCachedData()]);
    rest.writeDoubleLE(worked);
    try {
      const beside = `${codeFile}.${process.pid}.new`;
      writeFileSync(beside, Buffer.concat([digestOf(rest, version), rest]));
      renameSync(beside, codeFile);
    } catch {
      // The next run makes it anew, which costs time only.
    }
  }
}

const digestOf = (rest, version) =>
  createHash('sha256').update(`${version} ${process.version} ${process.arch}\n`).update(rest).digest();
