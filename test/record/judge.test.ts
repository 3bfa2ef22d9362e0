import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { Place } from '../../src/diagnostics/place.ts';
import type { Paragraph } from '../../src/document/block.ts';
import { text } from '../../src/document/inline.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { standardProfile } from '../../src/document/profile.ts';
import type { FileRecord } from '../../src/record/build-record.ts';
import { explain } from '../../src/record/explain.ts';
import { fingerprintOf } from '../../src/record/fingerprint.ts';
import { judge, type Standing, type Verdict } from '../../src/record/judge.ts';

const at = (line: number): Place => ({ kind: 'file', file: '村居.yaml', line, column: 5 });

const paragraph = (words: string, line: number): Paragraph => ({
  kind: 'paragraph',
  lead: null,
  inlines: [text(words)],
  indent: 'first-line',
  place: at(line),
});

/** A document of paragraphs, the first on a line of the data. */
const document = (words: readonly string[], line = 1): OfficialDocument => ({
  id: 'task-sheet/甲',
  names: [],
  profile: standardProfile,
  metadata: {
    title: '甲',
    issuer: '某镇',
    documentNumber: null,
    date: { year: 2022, month: 5, day: 24 },
    keywords: [],
  },
  header: null,
  sections: [{ orientation: 'portrait', blocks: words.map((each, index) => paragraph(each, line + index)) }],
  imprint: null,
});

const basisOf = (made: OfficialDocument) => ({
  content: fingerprintOf(made).content,
  faces: '宋体',
  program: '一',
  data: '数据',
  allVillages: false,
});

const recordOf = (made: OfficialDocument, findings: readonly Finding[] = []): FileRecord => ({
  file: { path: '甲.pdf', format: 'pdf', bytes: 3, sha256: 'x', pages: 1 },
  changed: 1,
  basis: basisOf(made),
  places: fingerprintOf(made).places,
  findings,
  parts: fingerprintOf(made).marks(),
});

const old = ['一', '二', '三'];

const verdict = (
  now: OfficialDocument,
  changes: object = {},
  standing: Standing = 'whole',
  record = recordOf(document(old)),
) =>
  judge(
    record,
    { path: '甲.pdf', basis: { ...basisOf(now), ...changes }, fingerprint: fingerprintOf(now) },
    standing,
  );

describe('a file is good', () => {
  test('when nothing it was made from changed', () => {
    expect(verdict(document(old)).kind).toBe('good');
  });

  test('when its words stand on other lines of the data now', () => {
    expect(verdict(document(old, 7)).kind).toBe('good');
  });

  test('not when something found in it names the old lines', () => {
    const finding: Finding = {
      rule: 'layout/too-wide',
      severity: 'warning',
      message: '',
      place: at(1),
      paper: null,
      actual: null,
      expected: null,
      hint: null,
    };
    const record = recordOf(document(old), [finding]);
    expect(verdict(document(old), {}, 'whole', record).kind).toBe('good');
    expect(verdict(document(old, 7), {}, 'whole', record).kind).toBe('places');
  });

  test.each<[Verdict['kind'], object, Standing]>([
    ['faces', { faces: '黑体' }, 'whole'],
    ['program', { program: '二' }, 'whole'],
    ['gone', {}, 'gone'],
    ['edited', {}, 'edited'],
  ])('not when it is %s', (kind, changes, standing) => {
    expect(verdict(document(old), changes, standing).kind).toBe(kind);
  });

  test('not when nothing is known of it', () => {
    const now = document(old);
    const wanted = { path: '甲.pdf', basis: basisOf(now), fingerprint: fingerprintOf(now) };
    expect(judge(undefined, wanted, 'whole').kind).toBe('new');
  });
});

test('the marks are those of the parts', () => {
  const { parts, marks } = fingerprintOf(document(old));
  expect([...parts()].map(({ mark }) => mark).join('')).toBe(marks());
});

describe('what changed is told with its place', () => {
  const told = (words: readonly string[]) => explain('甲.pdf', verdict(document(words)));

  test('a value', () => {
    expect(told(['一', '贰', '三'])).toBe('甲.pdf：重新生成，因为内容变了\n    村居.yaml:2:5：贰');
  });

  test('something more, between what stayed', () => {
    expect(told(['一', '二', '又', '三'])).toBe('甲.pdf：重新生成，因为内容变了\n    村居.yaml:3:5：又');
  });

  test('something less', () => {
    expect(told(['一', '三'])).toBe('甲.pdf：重新生成，因为内容变了\n    少了 1 处');
  });

  test('very much, in part', () => {
    const lines = told(Array.from({ length: 9 }, (_, index) => `新${index}`)).split('\n');
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toBe('    等 9 处');
  });
});
