import type { Roster, RosterEntry } from '../../document/block.ts';
import { widthInCharacters } from '../../document/character-width.ts';
import { type RosterColumns, rosterColumns } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { characterWidth } from '../../format/page.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { plainRun, type RunSetting, spreadRuns, tabRun, textRuns } from './runs.ts';
import { tag } from './xml.ts';

/** Name and post; a name as wide as its column is followed by the post at once. */
function writePerson(
  entry: RosterEntry & { readonly post: string },
  { name, post }: Omit<RosterColumns, 'label'>,
  body: RunSetting,
): string {
  const reach = post.left - name.left;
  const toPost = widthInCharacters(entry.name) < reach ? tabRun : '';
  return spreadRuns(entry.name, name.width, body) + toPost + textRuns(`（${entry.post}）`, body);
}

const at = (characters: number): number => toTwips(characters * characterWidth);

/** Indents of a line that names a group of people: it goes on below itself, not below the posts. */
const lineIndents = ({ label, name }: RosterColumns, first: boolean): string =>
  tag('ind', { left: at(name.left), hanging: first ? at(name.left) - at(label.left) : 0 });

/** Where columns are not where the styles have them: a stop for names and indents of posts. */
function personTraits({ label, name, post }: RosterColumns, first: boolean): string {
  const usual = rosterColumns([]);
  if (post.left === usual.post.left) return '';
  const stops = [
    tag('tab', { val: 'clear', pos: at(usual.name.left) }),
    tag('tab', { val: 'left', pos: at(name.left) }),
  ];
  const tabs = first ? `<w:tabs>${stops.join('')}</w:tabs>` : '';
  return (
    tabs + tag('ind', { left: at(post.left), hanging: at(post.left) - at(first ? label.left : name.left) })
  );
}

/** 名单: label, name and post in columns made by tab stops; only the first line of a role carries its label. */
export function writeRoster({ groups }: Roster, format: Format): string {
  const body = plainRun(bodyRun, format);
  const columns = rosterColumns(groups.map((group) => group.label));
  return groups
    .flatMap((group) =>
      group.entries.map((entry, index) => {
        const first = index === 0;
        const opening = first
          ? spreadRuns(group.label, columns.label.width, body) + textRuns('：', body) + tabRun
          : '';
        const { name: words, post: held } = entry;
        const runs =
          opening +
          (held === null ? textRuns(words, body) : writePerson({ ...entry, post: held }, columns, body));
        return paragraph(
          first ? 'RosterFirst' : 'RosterNext',
          runs,
          held === null ? lineIndents(columns, first) : personTraits(columns, first),
        );
      }),
    )
    .join('');
}
