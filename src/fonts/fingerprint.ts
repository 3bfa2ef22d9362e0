import { createHash } from 'node:crypto';
import type { FaceChains } from './located-face.ts';

/** Hash of the faces that may draw something, by what is in their files: `contentOf` is a hash of a file. */
export function facesFingerprint(chains: FaceChains, contentOf: (file: string) => string): string {
  const faces = Object.entries(chains).map(([role, chain]) => [
    role,
    ...chain.map(({ name, file, index, source, standing }) => [
      name,
      contentOf(file),
      index,
      source,
      standing,
    ]),
  ]);
  return createHash('sha256').update(JSON.stringify(faces)).digest('base64url').slice(0, 22);
}
