import { unzipSync } from 'fflate';
import { readXml } from './xml.ts';

/** Most bytes a part may unfold into: far more than any office's table, far less than memory. */
const largestPart = 64 * 1024 * 1024;

/** A part that unfolds into more than may be read. */
export class OversizedPart extends Error {}

/** The parts of a workbook file; each is unpacked when it is asked for, and never into more than `largestPart`. */
export class Package {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** A part by its name without leading `/`; null where there is none. Throws `OversizedPart`, or fflate's error. */
  part(name: string): Uint8Array | null {
    const wanted = name.toLowerCase();
    const found = unzipSync(this.#bytes, {
      filter: (entry) => {
        if (entry.name.replaceAll('\\', '/').toLowerCase() !== wanted) return false;
        if (entry.originalSize > largestPart) throw new OversizedPart(name);
        return true;
      },
    });
    return Object.values(found)[0] ?? null;
  }

  /** Targets of the relations of a part, by id, as names of parts. */
  relations(name: string): ReadonlyMap<string, string> {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const file = name.slice(folder.length);
    const targets = new Map<string, string>();
    const bytes = this.part(`${folder}_rels/${file}.rels`);
    if (bytes === null) return targets;
    readXml(bytes, {
      open: (element, { Id, Target }) => {
        if (element !== 'Relationship' || Id === undefined || Target === undefined) return;
        targets.set(Id, resolvePart(folder, Target));
      },
    });
    return targets;
  }
}

/** `../x.xml` or `/xl/x.xml` from a folder as a name from the package's root. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
