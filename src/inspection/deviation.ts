import { sizeNames } from '../format/type-styles.ts';
import { type Points, toMillimetres } from '../format/units.ts';
import type { WrittenFault } from './fault.ts';

/** A look or place in a written file that is not what it should be. */
export interface Deviation {
  readonly rule: WrittenFault['rule'];
  /** What is of another look: `正文`, `第2节`. */
  readonly subject: string;
  /** Which of its traits: `字号`. */
  readonly aspect: string;
  readonly actual: string;
  readonly expected: string;
  /** Words of it, so that it is found; empty where it has none. */
  readonly sample: string;
  /** Page, from 0; null where the file has none of its own. */
  readonly page: number | null;
  /** What it is told together with, where that is not what deviates in the same way. */
  readonly together?: string;
}

/** Characters of a sample that are shown. */
const sampleShown = 12;

/** Subjects that are named. */
const subjectsNamed = 3;

/**
 * Deviations as faults: what deviates by the same trait in the same way is one, however many places have it, because a
 * clerk mends it in one go.
 */
export function foldDeviations(deviations: Iterable<Deviation>): readonly WrittenFault[] {
  const groups = new Map<string, [Deviation, ...Deviation[]]>();
  for (const deviation of deviations) {
    const { rule, aspect, actual, expected } = deviation;
    const key = [rule, aspect, deviation.together ?? `${actual}\n${expected}`].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [deviation]);
    else group.push(deviation);
  }
  return [...groups.values()].map((group): WrittenFault => {
    const [{ rule, aspect, actual, expected, sample, page }] = group;
    const subjects = [...new Set(group.map(({ subject }) => subject))];
    const named = subjects.slice(0, subjectsNamed).join('、') + (subjects.length > subjectsNamed ? '等' : '');
    const characters = [...sample];
    const words = characters.slice(0, sampleShown).join('') + (characters.length > sampleShown ? '…' : '');
    const example = sample === '' ? '' : group.length > 1 ? `如“${words}”` : `“${words}”`;
    const where = [group.length > 1 ? `${group.length} 处` : '', example].filter((part) => part !== '');
    const message = `${named}的${aspect}不对${where.length === 0 ? '' : `：${where.join('，')}`}`;
    return { rule, message, page, actual, expected };
  });
}

/** A length for the clerk: `37.0 毫米`. */
export const millimetres = (points: Points): string => `${toMillimetres(points).toFixed(1)} 毫米`;

/** A length of type for the clerk: `29.6 磅`. */
export const points = (length: Points): string => `${Math.round(length * 100) / 100} 磅`;

/** A size for the clerk: `3号（16 磅）`. */
export function sizeName(size: Points): string {
  const name = sizeNames[size];
  return name === undefined ? points(size) : `${name}（${points(size)}）`;
}

const colourNames: Readonly<Record<string, string>> = { '000000': '黑色', FF0000: '红色', '0000FF': '蓝色' };

/** A colour for the clerk: `红色`, `1F4E79 色`. */
export const colourName = (colour: string): string => colourNames[colour] ?? `${colour} 色`;
