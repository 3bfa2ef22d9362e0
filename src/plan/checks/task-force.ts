import type { Findings } from '../../diagnostics/findings.ts';
import { formatPlace } from '../../diagnostics/place.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, type Placed, textOf, textsOf } from './reading.ts';

interface Member {
  readonly name: Placed<string>;
  readonly post: Placed<string> | null;
}

const unspaced = (name: string): string => name.replace(/\s+/gu, '');

/** Posts that one person holds. */
const single = /^(?:党委书记|党委副书记、镇长|镇长|乡长|纪委书记|人大主席|武装部(?:部)?长|政协主任)$/u;

function membersOf(root: SourceMap): readonly Member[] {
  return itemsOf(below(root, '工作专班'))
    .flatMap((group) => itemsOf(below(group, '人员')))
    .flatMap((person) => {
      const name = textOf(below(person, '姓名'));
      return name === null ? [] : [{ name, post: textOf(below(person, '职务')) }];
    });
}

/** Persons stand in the task force once; posts are spelled alike; who has a task has somebody there. */
export function checkTaskForce(root: SourceMap, findings: Findings): void {
  const members = membersOf(root);
  const seen = new Map<string, Placed<string>>();
  const holders = new Map<string, string>();
  for (const { name, post } of members) {
    // 张 伟, as names of two characters are stretched, is 张伟.
    const key = unspaced(name.value);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      findings.report('data/person-twice', `“${name.value}”在专班里写了两次`, name.place, {
        actual: name.value,
        hint: `第一次在 ${formatPlace(earlier.place)}，删去其中一处`,
      });
    }
    seen.set(key, name);
    if (post === null || !single.test(post.value)) continue;
    const holder = holders.get(post.value);
    if (holder !== undefined && unspaced(holder) !== key) {
      const message = `“${post.value}”写了“${holder}”和“${name.value}”两个人`;
      findings.report('data/person-twice', message, post.place, { actual: post.value });
    }
    holders.set(post.value, name.value);
  }
  checkPostStyle(members, findings);
  checkUnits(root, members, findings);
}

/** 司法所长 beside 财政所所长. */
function checkPostStyle(members: readonly Member[], findings: Findings): void {
  const posts = members.flatMap(({ post }) => post ?? []);
  const long = posts.find(({ value }) => /所所长|部部长|站站长|院院长/u.test(value));
  const short = posts.find(({ value }) => /(?:[^所]所|[^部]部|[^站]站|[^院]院)长$/u.test(value));
  if (long === undefined || short === undefined) return;
  const message = `名单里既有“${long.value}”，又有“${short.value}”，写法不一致`;
  findings.report('data/post-style', message, short.place, { actual: short.value });
}

/** Whether a post belongs to a unit: it holds its name, an alias, or the first two characters of its name. */
function isOf(post: string, names: readonly string[]): boolean {
  return names.some((name) => post.includes(name) || (name.length > 2 && post.includes(name.slice(0, 2))));
}

/** Share of the units with tasks from which a task force counts as made up of the units' people. */
const unitsRepresented = 0.5;

function checkUnits(root: SourceMap, members: readonly Member[], findings: Findings): void {
  const fields = itemsOf(below(root, '工作领域'));
  const tasks = [
    ...fields.flatMap((field) => itemsOf(below(field, '任务'))),
    ...itemsOf(below(root, '年度任务', '重点任务')),
  ];
  const busy = new Set(tasks.flatMap((task) => textsOf(below(task, '责任单位')).map(({ value }) => value)));
  const posts = members.flatMap(({ post }) => (post === null ? [] : [post.value]));
  const units = itemsOf(below(root, '责任单位')).flatMap((unit) => {
    const name = textOf(below(unit, '名称'));
    const names = [name, ...textsOf(below(unit, '别名'))].flatMap((each) => each?.value ?? []);
    if (name === null || !names.some((each) => busy.has(each))) return [];
    return [{ name, present: posts.some((post) => isOf(post, names)) }];
  });
  const absent = units.filter(({ present }) => !present);
  // Where the task force is made up otherwise, nothing can be said of single units.
  if (units.length - absent.length < units.length * unitsRepresented) return;
  for (const { name } of absent) {
    const message = `“${name.value}”有任务，专班名单里没有它的人`;
    const hint = '补上人员；由别人代管的，写进“已核对”';
    findings.report('data/unit-without-person', message, name.place, { actual: name.value, hint });
  }
}
