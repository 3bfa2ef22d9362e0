import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFont } from '../../src/fonts/font.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import { type FaceRole, roleNames } from '../../src/format/faces.ts';
import type { FaceMetrics } from '../../src/typesetting/glyph.ts';

const tinos = readFont(readFileSync(join(import.meta.dirname, '..', '..', packagedFaces.western.file)));

/**
 * Faces that are the same on every machine: Western letters as wide as in the packaged face, Chinese characters an em,
 * and half of it what a Chinese face draws of ASCII.
 */
export const fixedFaces: FaceMetrics = {
  drawnBy: (role, codePoint) => {
    const glyph = role === 'western' ? (tinos.characters[codePoint] ?? 0) : 0;
    const square = codePoint < 0x7f ? 0.5 : 1;
    return { face: role, advance: glyph === 0 ? square : (tinos.advances[glyph] ?? square) };
  },
  inkOf: () => null,
};

/** The Chinese name of a fixed face. */
export const faceName = (face: string): string => roleNames[face as FaceRole];
