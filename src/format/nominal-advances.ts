import type { FaceRole } from './faces.ts';

/** Advances of Times New Roman from `!` to `~`, in 1/2048 of the size: every face that stands in for it has the same. */
const western = [
  682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251,
  1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933,
  1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024,
  569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
] as const;
const unitsPerEm = 2048;
const [first, space] = [0x21, 0x20];

/**
 * Width of a character by its role alone, as a share of the size: what official faces have. Chinese ones are square,
 * their figures half as wide. For decisions that must not depend on the faces of a machine.
 */
export function nominalAdvance(role: FaceRole, codePoint: number): number {
  if (codePoint === space) return role === 'western' ? 0.25 : 0.5;
  const units = western[codePoint - first];
  if (units === undefined) return 1;
  return role === 'western' ? units / unitsPerEm : 0.5;
}
