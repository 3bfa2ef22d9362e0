import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import type { Findings } from '../diagnostics/findings.ts';
import type { Place } from '../diagnostics/place.ts';
import { type FaceRole, roleNames } from '../format/faces.ts';
import {
  knownFaces,
  lastResorts,
  type OpenFace,
  openFaces,
  openFolder,
  packagedFaces,
} from './known-faces.ts';
import { type FaceChains, fontKey, type LocatedFace } from './located-face.ts';
import { type Disk, type Machine, SystemFonts } from './system-fonts.ts';

/** Files the office chose by role, from `字体.yaml`; relative to the project's folder. */
export type ConfiguredFaces = Readonly<Partial<Record<FaceRole, ConfiguredFace>>>;

/** A chosen file and where it was written. */
export interface ConfiguredFace {
  readonly file: string;
  readonly place: Place;
}

/** Roles whose faces draw what a role's own faces lack. */
const relatives: Readonly<Record<FaceRole, readonly FaceRole[]>> = {
  xiaobiaosong: ['songti', 'fangsong'],
  fangsong: ['songti'],
  heiti: ['xiaobiaosong', 'songti'],
  kaiti: ['fangsong', 'songti'],
  songti: ['fangsong'],
  western: ['songti', 'fangsong'],
};

/**
 * Finds the faces of this machine: configured files, then the system's, then those set up by `npm run fonts`, then
 * those of the project's packages. Reads folders and the names in font files, never whole fonts.
 */
export function locateFaces(machine: Machine, configured: ConfiguredFaces, findings: Findings): FaceChains {
  const system = new SystemFonts(machine, disk);
  const own = byRole((role) => [
    ...chosen(machine, role, configured[role], findings),
    ...system.find(knownFaces[role]),
    ...opened(machine, role),
  ]);
  const rare = system.find(lastResorts, false);
  return byRole((role) => {
    const related = relatives[role].flatMap((relative) => own[relative]);
    const drawing = distinct([...own[role], ...related.map(standIn)]);
    return drawing.length === 0 ? [] : distinct([...drawing, ...rare]);
  });
}

/** A face of another role, which is never the proper one. */
const standIn = (face: LocatedFace): LocatedFace => ({ ...face, standing: 'substitute' });

const byRole = <T>(make: (role: FaceRole) => T): Readonly<Record<FaceRole, T>> => ({
  xiaobiaosong: make('xiaobiaosong'),
  fangsong: make('fangsong'),
  heiti: make('heiti'),
  kaiti: make('kaiti'),
  songti: make('songti'),
  western: make('western'),
});

/** A font of a collection, counted from 1: `Songti.ttc#3`. */
const collectionMember = /^(.*\.ttc)#([1-9]\d?)$/i;

function chosen(
  { root }: Machine,
  role: FaceRole,
  configured: ConfiguredFace | undefined,
  findings: Findings,
): readonly LocatedFace[] {
  if (configured === undefined) return [];
  const [, path = configured.file, number = '1'] = collectionMember.exec(configured.file) ?? [];
  const file = isAbsolute(path) ? path : resolve(root, path);
  if (disk.isFile(file)) {
    const index = Number(number) - 1;
    return [{ name: basename(file), file, index, source: 'configured', standing: 'proper' }];
  }
  findings.report('fonts/configured', `${roleNames[role]}指定的字体文件不存在`, configured.place, {
    actual: configured.file,
    hint: '改成本机上有的字体文件，或删去这一项，由程序自己找',
  });
  return [];
}

function opened({ root }: Machine, role: FaceRole): readonly LocatedFace[] {
  const located = (face: OpenFace, folder: string, source: 'open' | 'packaged'): LocatedFace => ({
    name: face.name,
    file: join(root, folder, face.file),
    index: 0,
    source,
    standing: 'substitute',
  });
  return [
    ...(role === 'western' ? [] : [located(openFaces[role], openFolder, 'open')]),
    located(packagedFaces[role], '', 'packaged'),
  ].filter(({ file }) => disk.isFile(file));
}

/** The same font once, at its first place. */
function distinct(faces: readonly LocatedFace[]): readonly LocatedFace[] {
  const seen = new Set<string>();
  return faces.filter((face) => !seen.has(fontKey(face)) && seen.add(fontKey(face)));
}

/** The disk of this machine. */
const disk: Disk = {
  isFile: (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
  filesBelow: (folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' });
    } catch {
      return [];
    }
  },
  open: (file, use) => {
    let handle: number | undefined;
    try {
      const opened = openSync(file, 'r');
      handle = opened;
      return use((offset, length) => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(opened, bytes, 0, length, offset));
      });
    } catch {
      return null;
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  },
};
