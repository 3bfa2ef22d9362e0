import type { Roster, RosterEntry } from '../../document/block.ts';
import { widthInCharacters } from '../../document/character-width.ts';
import { type LineFitting, linesOfPart, type PartFitting } from '../../document/fitting.ts';
import { text } from '../../document/inline.ts';
import { type RosterColumns, rosterColumns } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { characterWidth } from '../../format/page.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { indents, paragraph } from './paragraph.ts';
import { inlineRuns, plainRun, type RunSetting, spreadRuns, tabRun, textRuns, tracked } from './runs.ts';
import { tag } from './xml.ts';

/** Name and post; a name as wide as its column is followed by the post at once. */
function writePerson(
  entry: RosterEntry & { readonly post: string },
  { name, post }: Omit<RosterColumns, 'label'>,
  body: RunSetting,
  lines: LineFitting,
): string {
  const reach = post.left - name.left;
  const toPost = widthInCharacters(entry.name) < reach ? tabRun : '';
  return (
    spreadRuns(entry.name, name.width, body) +
    toPost +
    inlineRuns([text(`（${entry.post}）`)], tracked(body, lines))
  );
}

const at = (characters: number): number => toTwips(characters * characterWidth);

/** Indents of a line that names a group of people: it goes on below itself, not below the posts. */
const lineIndents = ({ label, name }: RosterColumns, first: boolean, lines: LineFitting): string =>
  indents(lines, 'left', { left: at(name.left), hanging: first ? at(name.left) - at(label.left) : 0 });

/** Where columns are not where the styles have them: a stop for names and indents of posts. */
function personTraits({ label, name, post }: RosterColumns, first: boolean, lines: LineFitting): string {
  const usual = rosterColumns([]);
  if (post.left === usual.post.left) return indents(lines, 'left');
  const stops = [
    tag('tab', { val: 'clear', pos: at(usual.name.left) }),
    tag('tab', { val: 'left', pos: at(name.left) }),
  ];
  const tabs = first ? `<w:tabs>${stops.join('')}</w:tabs>` : '';
  const hanging = at(post.left) - at(first ? label.left : name.left);
  return tabs + indents(lines, 'left', { left: at(post.left), hanging });
}

/** 名单: label, name and post in columns made by tab stops; only the first line of a role carries its label. */
export function writeRoster({ groups }: Roster, parts: readonly PartFitting[], format: Format): string {
  const body = plainRun(bodyRun, format);
  const columns = rosterColumns(groups.map((group) => group.label));
  let entries = 0;
  return groups
    .flatMap((group) =>
      group.entries.map((entry, index) => {
        const first = index === 0;
        const lines = linesOfPart(parts, entries++);
        const opening = first
          ? spreadRuns(group.label, columns.label.width, body) + textRuns('：', body) + tabRun
          : '';
        const { name: words, post: held } = entry;
        const runs =
          opening +
          (held === null
            ? inlineRuns([text(words)], tracked(body, lines))
            : writePerson({ ...entry, post: held }, columns, body, lines));
        return paragraph(
          first ? 'RosterFirst' : 'RosterNext',
          runs,
          held === null ? lineIndents(columns, first, lines) : personTraits(columns, first, lines),
        );
      }),
    )
    .join('');
}
