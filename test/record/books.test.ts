import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/delivery/manifest.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { Place } from '../../src/diagnostics/place.ts';
import { Books } from '../../src/record/books.ts';
import type { FileRecord } from '../../src/record/build-record.ts';
import type { Circumstances } from '../../src/record/examine.ts';
import { loadRecord } from '../../src/record/store.ts';
import { MemoryDisk } from '../delivery/memory-disk.ts';

const pathOf = (format: Format): string => `甲.${format}`;
const whole = () => 'whole' as const;

/** Books about a job `甲` with a workbook, made and entered. */
function entered({ quiet = true, findings = [] as readonly Finding[], allVillages = false } = {}) {
  const record = loadRecord(new MemoryDisk().disk, '/record');
  const circumstances: Circumstances = { program: '一', faces: '宋体', force: false, why: true };
  const file: FileRecord = {
    file: { path: '甲.xlsx', format: 'xlsx', bytes: 3, sha256: 'x', pages: null },
    changed: 1,
    basis: { content: '内容', faces: '', program: '一', data: '数据', allVillages },
    places: '',
    findings,
    parts: '',
  };
  const books = new Books(record, circumstances);
  const enter = (id: string, calm: boolean) => books.enter(id, { files: [file], quiet: calm });
  enter('甲', quiet);
  const standing = (
    changes: Partial<Circumstances> = {},
    {
      id = '甲',
      basisOf = (all: boolean) => (all === allVillages ? '数据' : '别的'),
      path = pathOf,
      look = whole as () => 'whole' | 'gone',
    } = {},
  ) =>
    new Books(record, { ...circumstances, ...changes }).standing(
      { id, formats: ['xlsx'], basisOf },
      path,
      look,
    );
  return { standing, enter, books };
}

describe('a job need not be composed', () => {
  test('where nothing it was composed from has changed and its files stand', () => {
    expect(entered().standing()).toMatchObject({
      good: [{ file: { path: '甲.xlsx' } }],
      reasons: ['甲.xlsx：没有变，不重新生成'],
    });
    expect(entered().standing({ why: false })?.reasons).toEqual([]);
    expect(entered({ allVillages: true }).standing()).not.toBeNull();
  });

  test('unless something has changed', () => {
    const { standing } = entered();
    expect(standing({}, { basisOf: () => '别的' })).toBeNull();
    expect(standing({ program: '二' })).toBeNull();
    expect(standing({ force: true })).toBeNull();
    expect(standing({}, { path: () => '乙.xlsx' })).toBeNull();
    expect(standing({}, { look: () => 'gone' })).toBeNull();
    expect(standing({}, { id: '乙' })).toBeNull();
  });

  test('unless a line of the data is named, which may have moved', () => {
    const at = (place: Place): Finding => ({
      rule: 'fonts/fallback',
      severity: 'note',
      message: '生僻字',
      place,
      paper: null,
      actual: null,
      expected: null,
      hint: null,
    });
    expect(entered({ findings: [at({ kind: 'nowhere' })] }).standing()).not.toBeNull();
    const file: Place = { kind: 'file', file: '村居.yaml', line: 3, column: 1 };
    expect(entered({ findings: [at(file)] }).standing()).toBeNull();
  });

  test('unless something was found when it, or one before it, was composed', () => {
    expect(entered({ quiet: false }).standing()).toBeNull();
    const { enter, standing } = entered();
    enter('乙', false);
    enter('丙', true);
    expect(['甲', '乙', '丙'].map((id) => standing({}, { id }) !== null)).toEqual([true, false, false]);
  });
});

test('whoever makes a job is told what is known of its files, and how they stand', () => {
  const { books } = entered();
  const job = { id: '甲', formats: ['docx', 'xlsx'] as const, basisOf: () => '' };
  const known = books.known(job, () => 'edited');
  expect(known).toMatchObject({ record: { xlsx: { changed: 1 } }, standing: { xlsx: 'edited' } });
  expect(known.standing.docx).toBeUndefined();
});
