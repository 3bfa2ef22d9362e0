import type { AttendanceLabel, AttendanceList } from '../document/block.ts';
import { type Inline, text } from '../document/inline.ts';
import { minutes } from './forms.ts';
import { page } from './page.ts';
import { setWidthInCharacters } from './spacing.ts';

/** Characters of a line of names. */
const room = page.grid.value.characters - minutes.attendanceIndent.value - minutes.attendanceHanging.value;

/** Persons as written, each with the mark behind it; what stands in brackets belongs to one. */
function entriesOf(persons: string): readonly string[] {
  const entries: string[] = [];
  let entry = '';
  let depth = 0;
  for (const character of persons) {
    entry += character;
    if (character === '（') depth++;
    else if (character === '）') depth--;
    else if (depth === 0 && /[、，；]/u.test(character)) {
      entries.push(entry);
      entry = '';
    }
  }
  return entry === '' ? entries : [...entries, entry];
}

/**
 * The words of a list of those present: between persons a line is turned by a break of its own, measured here, because no
 * mark that keeps a name together is read alike by all programs. Only one longer than a line is left to them.
 */
export function attendanceWords({ label, persons }: AttendanceList): readonly Inline[] {
  const opening = openingOf(label);
  const [only, ...more] = persons;
  if (only?.kind !== 'text' || more.length > 0) return [...opening, ...persons];
  const lines: string[] = [];
  let line = '';
  for (const entry of entriesOf(only.text)) {
    if (line !== '' && setWidthInCharacters(line + entry) > room) {
      lines.push(line);
      line = '';
    }
    line += entry;
  }
  lines.push(line);
  return [
    ...opening,
    ...lines.flatMap((words, index): Inline[] =>
      index === 0 ? [text(words)] : [{ kind: 'line-break' }, text(words)],
    ),
  ];
}

/** 出席： in 黑体, its colon as the names. */
const openingOf = (label: AttendanceLabel): readonly Inline[] => [
  { kind: 'strong', text: label },
  text('：'),
];
