import { spawnSync } from 'node:child_process';

/** A glyph on a finished page: its origin in points from the top left corner. */
export interface TracedGlyph {
  readonly character: string;
  readonly x: number;
  readonly y: number;
  /** Size of its type. */
  readonly size: number;
}

const texts = /<fill_text[^>]*transform="([^"]*)"[^>]*>(.*?)<\/fill_text>/gs;
const spans = /<span[^>]* trm="([^"]*)"[^>]*>(.*?)<\/span>/gs;
const glyphs = /<g unicode="([^"]*)"[^>]* x="([-\d.]+)" y="([-\d.]+)"/g;

/** The glyphs of a page as mutool traces them, in the order of lines. */
export function tracedGlyphs(file: string, page: number): readonly TracedGlyph[] {
  const { stdout, error } = spawnSync('mutool', ['trace', file, String(page)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  const traced = [...stdout.matchAll(texts)].flatMap(([, matrix = '', body = '']) => {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.split(' ').map(Number);
    return [...body.matchAll(spans)].flatMap(([, own = '', inner = '']) => {
      const size = Math.hypot(...own.split(' ').slice(0, 2).map(Number)) * Math.hypot(a, b);
      return [...inner.matchAll(glyphs)].map(([, character = '', atX, atY]) => {
        const [x, y] = [Number(atX), Number(atY)];
        return { character, x: a * x + c * y + e, y: b * x + d * y + f, size };
      });
    });
  });
  return traced.toSorted((one, two) => Math.round(one.y) - Math.round(two.y) || one.x - two.x);
}
