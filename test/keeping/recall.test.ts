import { expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { recall, recallWithFindings } from '../../src/keeping/recall.ts';
import { noShelf } from '../../src/keeping/shelf.ts';
import { memoryShelf } from './memory-shelf.ts';

/** Counts how often a value is made. */
function counted() {
  let times = 0;
  const shelf = memoryShelf();
  const length = (text: string, name = 'length') =>
    recall(shelf, name, text, () => {
      times += 1;
      return { length: text.length };
    });
  return { shelf, length, times: () => times };
}

test('the same basis gives what it gave before, made once', () => {
  const { shelf, length, times } = counted();
  expect([length('清廉村居'), length('清廉村居')]).toEqual([{ length: 4 }, { length: 4 }]);
  expect(times()).toBe(1);
  expect(shelf.kept.size).toBe(1);
});

test('another basis is another value, in the place of the first', () => {
  const { shelf, length, times } = counted();
  for (const text of ['一', '一二', '一二', '一']) expect(length(text)).toEqual({ length: text.length });
  expect(times()).toBe(3);
  expect(shelf.kept.size).toBe(1);
});

test('what stands under another name is not believed, though its basis is the same', () => {
  const { shelf, length, times } = counted();
  length('一二', 'first');
  const [[, content] = ['', new Uint8Array()]] = [...shelf.kept];
  length('一二三', 'second');
  for (const name of shelf.kept.keys()) shelf.write(name, content);
  expect(length('一二', 'second')).toEqual({ length: 2 });
  expect(times()).toBe(3);
});

test('what is damaged is made anew and mended', () => {
  const { shelf, length } = counted();
  length('清廉村居');
  const [[name, content] = ['', new Uint8Array()]] = [...shelf.kept];
  const other = Buffer.from(content);
  other.write('9', other.indexOf('4', 64));
  for (const damaged of [new Uint8Array(), content.subarray(0, 40), content.subarray(0, -1), other]) {
    shelf.write(name, damaged);
    expect(length('清廉村居')).toEqual({ length: 4 });
    expect(Buffer.from(shelf.kept.get(name) ?? []).equals(content)).toBe(true);
  }
});

test('without a shelf everything is made', () => {
  let times = 0;
  const make = () => ++times;
  expect([recall(noShelf, 'a', 'b', make), recall(noShelf, 'a', 'b', make)]).toEqual([1, 2]);
});

test('what was found is told again', () => {
  const shelf = memoryShelf();
  const found = () => {
    const findings = new Findings();
    recallWithFindings(shelf, 'name', 'basis', findings, (own) => {
      own.report('data/value', '乙', { kind: 'file', file: '表.yaml', line: 2, column: 1 }, { actual: '乙' });
      own.report('data/value', '甲', { kind: 'file', file: '表.yaml', line: 1, column: 1 });
      return null;
    });
    return findings.sorted();
  };
  const first = found();
  expect(first.map(({ message }) => message)).toEqual(['甲', '乙']);
  expect(found()).toEqual(first);
});
