import { spawnSync } from 'node:child_process';

/** A band of red on a page as poppler draws it: rows of ink with no white row between, in millimetres. */
export interface RedBand {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Ten dots a millimetre. */
const resolution = 254;
const dotsPerMillimetre = 10;

/** The red bands of a page from top to bottom. */
export function redBands(file: string, page: number): readonly RedBand[] {
  const range = ['-f', String(page), '-l', String(page), '-r', String(resolution)];
  const { stdout, error } = spawnSync('pdftoppm', [...range, file], { maxBuffer: 64 * 1024 * 1024 });
  if (error !== undefined) throw error;
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(stdout.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error(`pdftoppm drew no page ${page} of ${file}`);
  const [all, width = '', height = ''] = header;
  return bandsOf(stdout.subarray(all.length), Number(width), Number(height));
}

function bandsOf(pixels: Buffer, width: number, height: number): readonly RedBand[] {
  const isRed = (at: number) => (pixels[at] ?? 0) > 150 && (pixels[at + 1] ?? 255) < 128;
  const bands: RedBand[] = [];
  let open: { top: number; left: number; right: number } | null = null;
  for (let y = 0; y <= height; y++) {
    let [left, right] = [width, -1];
    for (let x = 0; y < height && x < width; x++) {
      if (!isRed((y * width + x) * 3)) continue;
      if (left === width) left = x;
      right = x;
    }
    if (right >= 0) {
      open ??= { top: y, left, right };
      open = { top: open.top, left: Math.min(open.left, left), right: Math.max(open.right, right) };
    } else if (open !== null) {
      const [from, to] = [open.left, open.right + 1];
      bands.push({
        top: open.top / dotsPerMillimetre,
        bottom: y / dotsPerMillimetre,
        left: from / dotsPerMillimetre,
        right: to / dotsPerMillimetre,
      });
      open = null;
    }
  }
  return bands;
}
