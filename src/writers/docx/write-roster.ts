import type { Roster, RosterEntry } from '../../document/block.ts';
import { widthInCharacters } from '../../document/character-width.ts';
import { roster } from '../../format/elements.ts';
import { characterWidth } from '../../format/page.ts';
import { typeStyles } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { plainRun, spreadRuns, tabRun, textRuns } from './runs.ts';
import { tag } from './xml.ts';

const body = plainRun(typeStyles.body);
const { label, name, post } = roster;

/** Name and post; a name as wide as its column is followed by the post at once. */
function writePerson(entry: RosterEntry & { readonly post: string }): string {
  const reach = post.value.left - name.value.left;
  const toPost = widthInCharacters(entry.name) < reach ? tabRun : '';
  return spreadRuns(entry.name, name.value.width, body) + toPost + textRuns(`（${entry.post}）`, body);
}

const at = (characters: number): number => toTwips(characters * characterWidth);

/** Indents of a line that names a group of people: it goes on below itself, not below the posts. */
const lineIndents = (first: boolean): string =>
  tag('ind', { left: at(name.value.left), hanging: first ? at(name.value.left) - at(label.value.left) : 0 });

/** 名单: label, name and post in columns made by tab stops; only the first line of a role carries its label. */
export function writeRoster({ groups }: Roster): string {
  return groups
    .flatMap((group) =>
      group.entries.map((entry, index) => {
        const first = index === 0;
        const opening = first
          ? spreadRuns(group.label, label.value.width, body) + textRuns('：', body) + tabRun
          : '';
        const { name: words, post: held } = entry;
        const runs =
          opening + (held === null ? textRuns(words, body) : writePerson({ name: words, post: held }));
        return paragraph(first ? 'RosterFirst' : 'RosterNext', runs, held === null ? lineIndents(first) : '');
      }),
    )
    .join('');
}
