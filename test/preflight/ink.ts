import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Pixels a millimetre. */
const perMillimetre = 10;

/** What is drawn on a page, at a tenth of a millimetre a pixel. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly isRed: (x: number, y: number) => boolean;
  readonly isDark: (x: number, y: number) => boolean;
}

/** Has poppler draw a page of a PDF file; pages count from 1. */
export function inkOf(file: string, page: number): Ink {
  const target = `${file}-${page}`;
  const dots = String(25.4 * perMillimetre);
  execFileSync('pdftoppm', ['-r', dots, '-f', String(page), '-l', String(page), '-singlefile', file, target]);
  const bytes = readFileSync(`${target}.ppm`);
  const [head = '', width = '', height = ''] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  const at = (x: number, y: number): readonly [number, number, number] => {
    const start = head.length + 3 * (y * Number(width) + x);
    return [bytes[start] ?? 255, bytes[start + 1] ?? 255, bytes[start + 2] ?? 255];
  };
  return {
    width: Number(width),
    height: Number(height),
    isRed: (x, y) => {
      const [red, green, blue] = at(x, y);
      return red > 200 && green < 128 && blue < 128;
    },
    isDark: (x, y) => at(x, y).every((share) => share < 128),
  };
}

/** A straight run of ink, in millimetres from the paper's top left corner. */
export interface Run {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Level runs at least so long, from top to bottom, those on neighbouring rows made one. */
export function runsOf(ink: Ink, inked: Ink['isDark'], least: number): readonly Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < ink.height; y++) {
    let from = -1;
    for (let x = 0; x <= ink.width; x++) {
      const is = x < ink.width && inked(x, y);
      if (is && from < 0) from = x;
      if (is || from < 0) continue;
      const [left, right] = [from / perMillimetre, x / perMillimetre];
      from = -1;
      if (right - left < least) continue;
      const [top, bottom] = [y / perMillimetre, (y + 1) / perMillimetre];
      const index = runs.findIndex(
        (run) => Math.abs(run.bottom - top) < 0.01 && run.left < right && left < run.right,
      );
      const above = runs[index];
      if (above === undefined) runs.push({ top, bottom, left, right });
      else
        runs[index] = {
          ...above,
          bottom,
          left: Math.min(left, above.left),
          right: Math.max(right, above.right),
        };
    }
  }
  return runs;
}
