import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Format } from '../../src/delivery/manifest.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { text } from '../../src/document/inline.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { FaceSet } from '../../src/fonts/face-set.ts';
import { packagedFaces } from '../../src/fonts/known-faces.ts';
import { make } from '../../src/making/make.ts';
import { Tools } from '../../src/making/tools.ts';
import { note, notice, signature } from '../preflight/example.ts';
import { portrait } from '../typesetting/example.ts';

const song = { ...packagedFaces.songti, index: 0, source: 'packaged', standing: 'proper' } as const;
const western = { ...packagedFaces.western, index: 0, source: 'packaged', standing: 'proper' } as const;
const chains = {
  xiaobiaosong: [song],
  fangsong: [song],
  heiti: [song],
  kaiti: [song],
  songti: [song],
  western: [western],
};
const tools = new Tools(() => new FaceSet(chains, (file) => readFileSync(file), new Findings()));

const saying = (words: string): OfficialDocument =>
  portrait({
    kind: 'paragraph',
    lead: null,
    inlines: [text(words)],
    indent: 'first-line',
    place: { kind: 'nowhere' },
  });

/** What is made of a document: formats, and the rules broken. */
async function madeOf(document: OfficialDocument, ...formats: readonly Format[]) {
  const task = { id: 'example', title: '例', document, workbook: null, formats };
  const { files, findings } = await make(task, tools);
  return { formats: files.map(({ format }) => format), rules: findings.map(({ rule }) => rule) };
}

const ofTheWrongDay = notice({
  end: [note('任务清单', '名单'), signature({ date: '2022年05月24日' })],
});

test.each([{ formats: ['docx', 'pdf'] }, { formats: ['docx'] }] as const)(
  'what breaks the standard is not written as $formats',
  async ({ formats }) => {
    expect(await madeOf(ofTheWrongDay, ...formats)).toEqual({
      formats: [],
      rules: ['preflight/date-format'],
    });
    expect((await madeOf(notice({}), ...formats)).formats).toEqual(formats);
  },
);

test('a character no face of this machine has hinders the PDF, not a Word file alone', async () => {
  const rare = saying('李\u{F0000}');
  expect(await madeOf(rare, 'docx', 'pdf')).toEqual({ formats: [], rules: ['fonts/missing-glyph'] });
  expect(await madeOf(rare, 'docx')).toEqual({ formats: ['docx'], rules: [] });
});
