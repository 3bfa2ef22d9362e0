import type { FaceRole } from '../format/faces.ts';
import type { Standing } from './known-faces.ts';

/** Where a face was found. */
export type FaceSource = 'configured' | 'system' | 'open' | 'packaged';

/** A font file on this machine that may draw a role. */
export interface LocatedFace {
  /** Name for the clerk. */
  readonly name: string;
  readonly file: string;
  /** Which font of the file; 0 for files that hold one. */
  readonly index: number;
  readonly source: FaceSource;
  readonly standing: Standing;
}

/** For every role the faces that may draw it, the one to use first; never empty on a whole installation. */
export type FaceChains = Readonly<Record<FaceRole, readonly LocatedFace[]>>;

/** The font a face is: the same for faces that share one. */
export const fontKey = ({ file, index }: LocatedFace): string => `${file}#${index}`;
