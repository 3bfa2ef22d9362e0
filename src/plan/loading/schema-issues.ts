import type * as z from 'zod';
import type { RuleId } from '../../diagnostics/catalogue.ts';
import type { Findings } from '../../diagnostics/findings.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Place } from '../../diagnostics/place.ts';
import { planTables } from '../tables/plan-tables.ts';
import { keysAt } from './schema-keys.ts';
import {
  type DataPath,
  keyPlaceAt,
  nodeAt,
  placeAt,
  type SourceMap,
  type SourceNode,
} from './source-tree.ts';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: '是或否',
  array: '列表（每条以“- ”开头）',
  object: '一组“项: 内容”',
};

/** `“名称”`, `第3条`: what a clerk calls the value at a path. */
function nameOf(path: DataPath): string {
  const last = path.at(-1);
  if (last === undefined) return '整个数据';
  if (typeof last !== 'number') return `“${String(last)}”`;
  const list = path.at(-2);
  return list === undefined ? `第${last + 1}条` : `“${String(list)}”第${last + 1}条`;
}

const writtenAs = (node: SourceNode): string =>
  node.kind === 'scalar' ? node.written.trim() : node.kind === 'list' ? '一个列表' : '一组“项: 内容”';

interface Reporter {
  readonly root: SourceMap;
  readonly report: (
    rule: RuleId,
    message: string,
    place: Place,
    details?: { actual?: string; expected?: string; hint?: string },
  ) => void;
}

/** Reports what the schema found, each at its place in the files, in the clerk's words. */
export function reportIssues(issues: readonly Issue[], root: SourceMap, findings: Findings): void {
  const reporter: Reporter = {
    root,
    report: (rule, message, place, details) => findings.report(rule, message, place, details),
  };
  const misspelt = new Set<string>();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const meant = reportUnknownKey(key, issue.path, reporter);
        if (meant !== null) misspelt.add([...issue.path, meant].join('/'));
      }
    }
  }
  for (const issue of issues) {
    // A missing key whose misspelling stands beside it was reported with that.
    if (issue.code !== 'unrecognized_keys' && !misspelt.has(issue.path.join('/'))) {
      reportIssue(issue, reporter);
    }
  }
}

/** Reports a key the schema does not know; the key that was probably meant. */
function reportUnknownKey(key: string, path: DataPath, { root, report }: Reporter): string | null {
  const parent = nodeAt(root, path);
  const entries = parent?.kind === 'map' ? parent.entries : null;
  const valid = keysAt(path);
  const meant = nearest(
    key,
    valid.filter((candidate) => !entries?.has(candidate)),
  );
  report('data/unknown-key', `不认识“${key}”`, entries?.get(key)?.keyPlace ?? placeAt(root, path), {
    actual: key,
    expected: valid.join('、'),
    hint: meant === null ? `这里可以写的项：${valid.join('、')}` : `是不是“${meant}”？`,
  });
  return meant;
}

function reportIssue(issue: Issue, reporter: Reporter): void {
  const { root, report } = reporter;
  const { path } = issue;
  const node = nodeAt(root, path);
  const name = nameOf(path);
  const place = placeAt(root, path);
  if (node === null) {
    const parent = path.slice(0, -1);
    const where = parent.length === 0 ? '' : `${nameOf(parent)}里`;
    report('data/missing', `${where}缺少${name}`, keyPlaceAt(root, parent), {
      hint:
        parent.length === 0
          ? `在这个文件夹的任何一个 YAML 文件里写上“${String(path[0])}:”${tableHint(path)}`
          : `补上${name}`,
    });
    return;
  }
  const actual = writtenAs(node);
  const inTable = place.kind === 'cell';
  if (node.kind === 'scalar' && node.reported === true) return;
  if (node.kind === 'scalar' && (node.value === null || String(node.value).trim() === '')) {
    report('data/missing', `${name}没有填写`, place, {
      hint: inTable ? '在这一格填上内容' : '填上内容；可以不填的项，整行删去',
    });
    return;
  }
  switch (issue.code) {
    case 'invalid_type':
      if (saysWhat(issue)) {
        report('data/type', `${name}的写法不对`, place, {
          actual,
          expected: issue.message,
          hint: issue.message,
        });
        return;
      }
      report('data/type', `${name}应是${kinds[issue.expected] ?? issue.expected}`, place, {
        actual,
        expected: kinds[issue.expected] ?? issue.expected,
        hint: inTable ? cellHint(issue.expected, actual) : typeHint(issue.expected, actual),
      });
      return;
    case 'invalid_value': {
      const expected = issue.values.map((value) => `“${String(value)}”`).join('或');
      report('data/value', `${name}只能是${expected}`, place, { actual, expected, hint: `改成${expected}` });
      return;
    }
    case 'too_small':
    case 'too_big': {
      const expected = rangeOf(issue);
      report('data/value', `${name}应${expected}`, place, { actual, expected });
      return;
    }
    case 'custom':
      if (issue.params?.rule === 'data/date') {
        const expected = issue.message;
        report('data/date', dateFault(actual), place, { actual, expected, hint: `写作 ${expected}` });
        return;
      }
      break;
    default:
  }
  const expected = saysWhat(issue) ? issue.message : null;
  report(
    'data/value',
    `${name}不合要求`,
    place,
    expected === null ? { actual } : { actual, expected, hint: expected },
  );
}

/** The schema's own words, where it has any, are Chinese and say what is expected. */
const saysWhat = (issue: Issue): boolean => /\p{sc=Han}/u.test(issue.message);

/** Where a part of the plan that is missing could also be kept. */
function tableHint(path: DataPath): string {
  const table = planTables.find((each) => each.path[0] === path[0]);
  return table === undefined ? '' : `，或者在 数据.xlsx 里放一张“${table.name}”工作表`;
}

/** What to put into a cell that holds something of another kind. */
function cellHint(expected: string, actual: string): string {
  if (expected !== 'int' && expected !== 'number') return '改成要求的写法';
  return /\d\s*[、，,;；/和或\s]\s*\d/u.test(actual)
    ? '这一格只能填一个数，选定一个'
    : '只写阿拉伯数字，不加单位';
}

function typeHint(expected: string, actual: string): string {
  switch (expected) {
    case 'string':
      return `文字若是数字，加上引号："${actual}"`;
    case 'int':
    case 'number':
      return '只写阿拉伯数字，不加引号和单位';
    case 'array':
      return '另起一行，每条以“- ”开头；只有一条也要写成列表';
    case 'object':
      return '另起一行缩进两格，写成“项: 内容”';
    default:
      return '改成要求的写法';
  }
}

function rangeOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return `至少有${issue.minimum}条`;
    return issue.inclusive === false ? `大于${issue.minimum}` : `不小于${issue.minimum}`;
  }
  return issue.inclusive === false ? `小于${issue.maximum}` : `不大于${issue.maximum}`;
}

const dateFault = (actual: string): string =>
  /^["']?\d{4}-\d{2}(-\d{2})?["']?$/.test(actual) ? `没有 ${actual} 这个日子` : '日期的写法不对';
