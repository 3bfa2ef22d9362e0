import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A part of a page in millimetres, and how many pixels it has to the millimetre. */
interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly perMillimetre: number;
}

/** What is drawn on a page or a part of it; `width` and `height` in pixels. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  /** Of its upper left corner, in millimetres. */
  readonly left: number;
  readonly top: number;
  readonly perMillimetre: number;
  readonly isRed: (x: number, y: number) => boolean;
  readonly isDark: (x: number, y: number) => boolean;
}

const wholeSheet: View = { left: 0, top: 0, width: 297, height: 297, perMillimetre: 10 };

/** Has poppler draw a page of a PDF file, or what of it lies in a view; pages count from 1. */
export function inkOf(file: string, page: number, view: View = wholeSheet): Ink {
  const { left, top, perMillimetre } = view;
  const target = `${file}-${page}`;
  const dots = String(25.4 * perMillimetre);
  const area = [
    ['-x', left],
    ['-y', top],
    ['-W', view.width],
    ['-H', view.height],
  ] as const;
  const crop = area.flatMap(([option, length]) => [option, String(Math.round(length * perMillimetre))]);
  const one = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', [
    '-r',
    dots,
    ...one,
    ...(view.width === wholeSheet.width ? [] : crop),
    file,
    target,
  ]);
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
    left,
    top,
    perMillimetre,
    isRed: (x, y) => {
      const [red, green, blue] = at(x, y);
      return red > 200 && green < 128 && blue < 128;
    },
    isDark: (x, y) => at(x, y).every((share) => share < 128),
  };
}

/** Where page numbers stand, from the sheet's upper edge in millimetres, and how finely their place is looked at. */
const foot = { top: 264, height: 16, perMillimetre: 50 } as const;
const sheetSize = { width: 210, height: 297 } as const;

/** Whether a page is shown on its side. */
function isTurned(file: string, page: number): boolean {
  const { width, height } = inkOf(file, page, { ...wholeSheet, perMillimetre: 1 });
  return width > height;
}

/** The foot of a page as its sheet lies in the printer: turned pages are shown on their side, the foot at their left. */
function footOf(file: string, page: number): Ink {
  const { top, height, perMillimetre } = foot;
  if (!isTurned(file, page))
    return inkOf(file, page, { left: 0, width: sheetSize.width, top, height, perMillimetre });
  const left = sheetSize.height - top - height;
  const shown = inkOf(file, page, { left, width: height, top: 0, height: sheetSize.width, perMillimetre });
  const asLying = (is: Ink['isDark']) => (x: number, y: number) => is(shown.width - 1 - y, x);
  return {
    ...shown,
    left: 0,
    top,
    width: shown.height,
    height: shown.width,
    isRed: asLying(shown.isRed),
    isDark: asLying(shown.isDark),
  };
}

/** The dashes of a page's number, at the foot of its sheet. */
export function dashesOf(file: string, page: number): readonly Run[] {
  const ink = footOf(file, page);
  return runsOf(ink, ink.isDark, 3);
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
  const { perMillimetre } = ink;
  const across = (pixels: number) => ink.left + pixels / perMillimetre;
  const down = (pixels: number) => ink.top + pixels / perMillimetre;
  for (let y = 0; y < ink.height; y++) {
    let from = -1;
    for (let x = 0; x <= ink.width; x++) {
      const is = x < ink.width && inked(x, y);
      if (is && from < 0) from = x;
      if (is || from < 0) continue;
      const [left, right] = [across(from), across(x)];
      from = -1;
      if (right - left < least) continue;
      const [top, bottom] = [down(y), down(y + 1)];
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
