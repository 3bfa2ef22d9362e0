import { expect, test } from 'vitest';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { formatPaper, formatPlace, type Place } from '../../../src/diagnostics/place.ts';
import { text } from '../../../src/document/inline.ts';
import { preflight } from '../../../src/preflight/preflight.ts';
import type { FaceMetrics } from '../../../src/typesetting/glyph.ts';
import { typeset } from '../../../src/typesetting/typeset.ts';
import { cell, paragraph, portrait, row, squareFaces, table } from '../../typesetting/example.ts';

/** Square faces that lack a character. */
const without = (missing: string): FaceMetrics => ({
  drawnBy: (role, codePoint) =>
    String.fromCodePoint(codePoint) === missing ? null : squareFaces.drawnBy(role, codePoint),
  inkOf: () => null,
});

const at = (line: number): Place => ({ kind: 'file', file: 'data/村居.yaml', line, column: 5 });

const document = portrait(
  {
    kind: 'roster',
    place: at(1),
    groups: [
      {
        label: '组长',
        entries: [
          { name: '王宁', post: '镇长', place: at(2) },
          { name: '李𠅤', post: '书记', place: at(3) },
        ],
      },
    ],
  },
  paragraph('一段。'),
  table(['村'], row(cell(0, '𠅤庄', { place: at(9) }))),
  { kind: 'paragraph', lead: null, inlines: [text('𠅤')], indent: 'first-line', place: at(12) },
);

test('a character no face has is told with its page and its datum', () => {
  const findings = new Findings();
  preflight({ document, typeset: typeset(document, without('𠅤')), title: '例' }, findings);
  const found = findings.sorted().filter(({ rule }) => rule === 'fonts/missing-glyph');
  expect(found.map(({ place, paper }) => [paper && formatPaper(paper), formatPlace(place)])).toEqual([
    ['“例”第1页', 'data/村居.yaml:3:5'],
    ['“例”第1页', 'data/村居.yaml:9:5'],
    ['“例”第1页', 'data/村居.yaml:12:5'],
  ]);
  expect(found[0]).toMatchObject({
    severity: 'error',
    actual: '𠅤',
    message: expect.stringContaining('U+20164'),
  });
});

test('one in the head of a table is told once, however many pages repeat it', () => {
  const findings = new Findings();
  const rows = Array.from({ length: 60 }, (_, index) => row(cell(0, `第${index + 1}户`)));
  const long = portrait(table(['𠅤庄'], ...rows));
  const pages = typeset(long, without('𠅤'));
  expect(pages.pages.length).toBeGreaterThan(1);
  preflight({ document: long, typeset: pages, title: '例' }, findings);
  const found = findings.sorted().filter(({ rule }) => rule === 'fonts/missing-glyph');
  expect(found.map(({ paper }) => paper?.page)).toEqual([1]);
});

test('where every face has every character nothing is told', () => {
  const findings = new Findings();
  preflight({ document, typeset: typeset(document, squareFaces), title: '例' }, findings);
  expect(findings.sorted().filter(({ rule }) => rule === 'fonts/missing-glyph')).toEqual([]);
});

test.each([
  ['\u{FE0F}', 'U+FE0F是看不见的异体字选择符，多半是粘贴时带来的'],
  ['\u{E0101}', 'U+E0101是看不见的异体字选择符，多半是粘贴时带来的'],
  ['\uE815', 'U+E815是自造字，只在造字的电脑上看得见'],
  ['👍', '“👍”（U+1F44D）是表情符号，公文里不用'],
  ['\u0304', 'U+0304是附在前一个字上的组合符号'],
  ['\u200D', 'U+200D是看不见的格式字符，多半是粘贴时带来的'],
])('a character that is not seen or not written says what it is: %j', (character, message) => {
  const findings = new Findings();
  const words = portrait(paragraph(`王${character}庄`));
  preflight({ document: words, typeset: typeset(words, without(character)), title: '例' }, findings);
  const found = findings.sorted().filter(({ rule }) => rule === 'fonts/missing-glyph');
  expect(found.map((finding) => finding.message)).toEqual([message]);
});
