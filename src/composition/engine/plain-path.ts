import type { Place } from '../../diagnostics/place.ts';
import { joinLines } from '../marks.ts';
import { Datum, type Phrase, phrase, type View } from '../wording.ts';

/** A phrase that is a path and nothing else, as `{{名称}}` or `{{@列.年度}}`: most cells of tables are. */
export interface PlainPath {
  /** Whether its first key is a local, written with `@`. */
  readonly local: boolean;
  readonly keys: readonly string[];
}

const written = /^\{\{ *(@?)([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*) *\}\}$/u;

/** What lists and records have from their prototypes: a key that is none of these is their own or not there. */
const inherited = (key: string): boolean => key in Object.prototype || key in Array.prototype;

/** Reads a phrase as a path; null for any other, where the name calls a helper, and where it needs to be asked whose a key is. */
export function plainPathOf(source: string, helperNames: ReadonlySet<string>): PlainPath | null {
  const [, at, path = ''] = written.exec(source) ?? [];
  const keys = path.split('.');
  if (at === undefined || keys.includes('this') || helperNames.has(path)) return null;
  if (keys.some(inherited)) return null;
  return { local: at === '@', keys };
}

/**
 * The words at a path, as the rendered phrase would have them; null where there is nothing to put out, which the
 * rendering then explains.
 */
export function phraseAt(
  { local, keys }: PlainPath,
  context: View,
  locals: View,
  place: Place,
): Phrase | null {
  let value: unknown = local ? locals : context;
  for (let depth = 0; depth < keys.length; depth++) {
    if (typeof value !== 'object' || value === null || value instanceof Datum) return null;
    value = (value as View)[keys[depth] as string];
  }
  if (value instanceof Datum) return phrase(joinLines(value.text), value.place);
  if (typeof value === 'string') return phrase(joinLines(value), place);
  return typeof value === 'number' ? phrase(String(value), place) : null;
}
