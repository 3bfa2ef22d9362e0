import type { Place } from '../../diagnostics/place.ts';
import { parseDate } from '../../document/calendar-date.ts';
import type { Entry } from '../../document/workbook.ts';
import type { EntryDefinition } from './definition.ts';
import { type Filling, lineOf, numberFrom, type Scope } from './filling.ts';
import type { GridEntry } from './grid.ts';

/** Excel's limits for the message of a refused entry. */
const longestTitle = 32;
const longestMessage = 225;

/** What may be entered into a cell, with its bounds put in; null, and reported, when a bound is not one. */
export function entryOf(
  filling: Filling,
  definition: EntryDefinition,
  title: string,
  scope: Scope,
  place: Place,
): GridEntry | null {
  const entry = boundsOf(filling, definition, scope, place);
  if (entry === null) return null;
  const { text } = lineOf(filling, definition.message, scope, place);
  return { entry, title: title.slice(0, longestTitle), message: text.slice(0, longestMessage) };
}

function boundsOf(
  filling: Filling,
  { choices, minimum, maximum, from, to }: EntryDefinition,
  scope: Scope,
  place: Place,
): Entry | null {
  if (choices !== null) return { kind: 'list', choices };
  const bound = <T>(source: string, read: (written: string) => T | null): T | null => {
    const { text } = lineOf(filling, source, scope, place);
    const value = read(text);
    if (value === null) filling.findings.report('template/table', `校验的界限「${text}」写法不对`, place);
    return value;
  };
  if (minimum !== null && maximum !== null) {
    const least = bound(minimum, (written) => numberFrom('小数', written));
    const most = bound(maximum, (written) => numberFrom('小数', written));
    return least === null || most === null ? null : { kind: 'decimal', minimum: least, maximum: most };
  }
  const first = from === null ? null : bound(from, parseDate);
  const last = to === null ? null : bound(to, parseDate);
  return first === null || last === null ? null : { kind: 'date', from: first, to: last };
}
