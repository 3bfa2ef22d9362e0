import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { formatPaper, formatPlace, type Place } from '../../src/diagnostics/place.ts';
import { text } from '../../src/document/inline.ts';
import { FaceSet } from '../../src/fonts/face-set.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import type { LocatedFace } from '../../src/fonts/located-face.ts';
import { planCharacters } from '../../src/making/plan-characters.ts';
import { reportFaces } from '../../src/making/report-faces.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { cell, portrait, row, table } from '../typesetting/example.ts';

const western: LocatedFace = { ...packagedFaces.western, index: 0, source: 'packaged', standing: 'proper' };
const song: LocatedFace = { ...packagedFaces.songti, index: 0, source: 'packaged', standing: 'proper' };

/** Faces of which 仿宋 has no Chinese character of its own. */
function faces(): FaceSet {
  const fangsong: readonly LocatedFace[] = [western, song];
  const chains = {
    xiaobiaosong: [song],
    fangsong,
    heiti: [song],
    kaiti: [song],
    songti: [song],
    western: [western],
  };
  return new FaceSet(chains, (file) => readFileSync(file), new Findings());
}

const at = (line: number): Place => ({ kind: 'file', file: 'data/村居.yaml', line, column: 5 });

const document = portrait(
  { kind: 'paragraph', lead: null, inlines: [text('喆𬱟喆')], indent: 'first-line', place: at(3) },
  table(['村'], row(cell(0, '喆', { place: at(9) }))),
);

test('a character its role lacks is named once a document, with face, page and datum', () => {
  const findings = new Findings();
  const set = faces();
  reportFaces(document, typeset(document, set), set, findings);
  const found = findings.sorted().filter(({ rule }) => rule === 'fonts/fallback');
  expect(found.map(({ message }) => message)).toEqual([
    '“喆”（U+5586）：仿宋字体“Tinos”没有这个字，PDF 用“Noto 宋体”的字代替',
    '“𬱟”（U+2CC5F）：仿宋字体“Tinos”没有这个字，PDF 用“Noto 宋体”的字代替',
  ]);
  expect(found[0]).toMatchObject({ severity: 'note', actual: '喆' });
  expect(found.map(({ place, paper }) => [paper && formatPaper(paper), formatPlace(place)])).toEqual([
    ['“例”第1页', 'data/村居.yaml:3:5'],
    ['“例”第1页', 'data/村居.yaml:3:5'],
  ]);
});

test('what a plan draws is counted by role, with what the role lacks', () => {
  const { roles, missing } = planCharacters([document], faces());
  expect([...(roles.get('fangsong')?.fallbacks.get('Noto 宋体') ?? [])]).toEqual(['喆', '𬱟']);
  expect(roles.get('heiti')?.fallbacks.size).toBe(0);
  expect(missing.size).toBe(0);
});
