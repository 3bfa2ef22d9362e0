import type * as z from 'zod';

/** What is wrong with a definition, in the clerk's words, and where in it. */
export interface DefinitionFault {
  readonly path: readonly (string | number)[];
  /** Whether the key itself is at fault. */
  readonly at: 'key' | 'value';
  readonly message: string;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  array: '列表',
  object: '成组的项',
  boolean: '是否',
};

const joined = (values: readonly unknown[]): string => values.map((value) => `「${value}」`).join('');

function messageOf(issue: z.core.$ZodIssue, key: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `缺少「${key}」`
        : `「${key}」要写${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined
        ? `缺少「${key}」`
        : `「${key}」只能是${joined(issue.values)}，现在是「${issue.input}」`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? `「${key}」太小` : `「${key}」不能是空的`;
    case 'too_big':
      return issue.origin === 'string' ? issue.message : `「${key}」太大`;
    default:
      return issue.message;
  }
}

/** The faults an issue of the schema stands for: one for every unknown key, else one. */
export function faultsOf(issue: z.core.$ZodIssue): readonly DefinitionFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], at: 'key', message: `不认识的项「${key}」` }));
  }
  const key = path.findLast((step) => typeof step === 'string') ?? '定义';
  return [{ path, at: 'value', message: messageOf(issue, key) }];
}
