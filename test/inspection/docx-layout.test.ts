import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { inspectDocx } from '../../src/inspection/docx/inspect-docx.ts';
import type { WrittenFault } from '../../src/inspection/fault.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { writeDocx } from '../../src/writers/docx/write-docx.ts';
import { fixtureDocuments } from '../fixture-documents.ts';
import { filler, notice, noticeText } from '../preflight/example.ts';
import { cell, documentOf, paragraph, row, table } from '../typesetting/example.ts';
import { machineFaces } from '../writers/pdf/sheets.ts';
import {
  body,
  type Change,
  onLetter,
  onNotice,
  onTurned,
  styles,
  type Tampering,
} from './docx-tamperings.ts';
import { changed } from './tampering.ts';

/** What a clerk may do to a Word file by hand, each with something just too small to be told. */

const faces = machineFaces();
const document = notice({
  text: [...noticeText.slice(0, 3), paragraph(filler(100)), ...noticeText.slice(3)],
});
const turned = documentOf({
  orientation: 'landscape',
  blocks: [
    table(
      ['序号', '任务'],
      row(cell(0, '1'), cell(1, filler(60))),
      row(cell(0, '2'), cell(1, filler(20), { align: 'center' })),
    ),
  ],
});
const letter = fixtureDocuments('forms').find(({ id }) => id === '信函');
if (letter === undefined) throw new Error('no letter');

const written = new Map<OfficialDocument, Uint8Array>();
beforeAll(async () => {
  for (const each of [document, turned, letter]) written.set(each, await writeDocx(each, fitPages(each)));
});

function found(of: OfficialDocument, change: Change | null): readonly WrittenFault[] {
  const bytes = written.get(of) ?? new Uint8Array();
  const tampered =
    change === null ? bytes : changed(bytes, change[0], (xml) => xml.replaceAll(change[1], change[2]));
  return [...inspectDocx(tampered, of, typeset(of, faces), fitPages(of))];
}

/** As the clerk reads it: what, and how it is and should be. */
const told = (of: OfficialDocument, change: Change | null): readonly string[] =>
  found(of, change).map(
    ({ rule, message, actual, expected }) => `${rule} ${message} ${actual} → ${expected}`,
  );

test.each([document, turned, letter])('what nobody touched is sound: $id', (of) => {
  expect(told(of, null)).toEqual([]);
});

const run = (of: OfficialDocument, tamperings: readonly Tampering[]) =>
  describe.each(tamperings)('$what', ({ says, breaks, barely }) => {
    test('is told', () => {
      const all = told(of, breaks);
      for (const part of says) expect(all.join('\n')).toContain(part);
    });

    test('is barely not told', () => {
      expect(told(of, barely)).toEqual([]);
    });
  });

describe('a notice whose Word file was changed by hand', () => run(document, onNotice));
describe('a turned table whose Word file was changed by hand', () => run(turned, onTurned));
describe('a letter whose Word file was changed by hand', () => run(letter, onLetter));

test('what many paragraphs share is told once', () => {
  const faults = found(document, [styles, /w:line="592"/g, 'w:line="400"']);
  expect(faults.filter(({ rule }) => rule === 'written/pitch')).toHaveLength(1);
  expect(faults.length).toBeLessThan(4);
});

test('what programs rewrite when they save does not count', () => {
  const bytes = written.get(document) ?? new Uint8Array();
  const ids = [...strFromU8(unzipSync(bytes)[styles] ?? new Uint8Array()).matchAll(/w:styleId="(\w+)"/g)];
  const renamed = new Map(ids.map(([, id = ''], index) => [id, `a${index}`]));
  const rename = (xml: string) =>
    xml.replace(
      /(w:styleId|<w:(?:pStyle|rStyle|basedOn|next|link) w:val)="(\w+)"/g,
      (_, name: string, id: string) => `${name}="${renamed.get(id) ?? id}"`,
    );
  // Runs are cut, given numbers of their revision and marks of the spelling check.
  const cut = (xml: string) =>
    xml.replace(
      /<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t>(.)([^<]+)<\/w:t><\/w:r>/gu,
      (_, look: string | undefined, first: string, rest: string) =>
        `<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1">${look ?? ''}<w:t>${first}</w:t></w:r><w:r>${look ?? ''}<w:t>${rest}</w:t></w:r>`,
    );
  let saved = changed(bytes, styles, rename);
  for (const part of [body, 'word/footer1.xml', 'word/footer2.xml']) saved = changed(saved, part, rename);
  saved = changed(saved, body, cut);
  const faults = [...inspectDocx(saved, document, typeset(document, faces), fitPages(document))];
  expect(faults).toEqual([]);
});
