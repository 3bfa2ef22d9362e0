import { expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import type { Shelf } from '../../src/keeping/shelf.ts';
import { openPlan } from '../../src/open-plan.ts';
import { memoryShelf } from '../keeping/memory-shelf.ts';
import { filesBelow, templates } from '../proofreading/sentences.ts';

// What an earlier run left on the shelf may only save time: everything comes out as without it.
const folder = 'test/fixtures/plans/2024-人居环境整治';
const stored = filesBelow(folder, /\.yaml$/, `${folder}/`);

interface Edit {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

const edited = (files: ReadonlyMap<string, string>, { file, from, to }: Edit): ReadonlyMap<string, string> =>
  new Map([...files].map(([path, text]) => [path, file.test(path) ? text.replace(from, to) : text]));

/** All that opening a plan and composing its jobs gives. */
function opened(files: ReadonlyMap<string, string>, wording: ReadonlyMap<string, string>, shelf?: Shelf) {
  const findings = new Findings();
  const open = openPlan(files, wording, findings, shelf);
  const composed = open?.jobs.map(({ id, document, workbook }) => [id, document?.(), workbook?.()]);
  return { plan: open?.plan, composed, findings: findings.sorted() };
}

const edits: Readonly<Record<string, Edit>> = {
  'nothing changed': { file: /./u, from: '', to: '' },
  'a line more above everything': { file: /\.yaml$/u, from: '', to: '# 说明\n' },
  'another name of a village': { file: /村庄/u, from: '名称: 东泉', to: '名称: 东泉新' },
  'a slip in the data': { file: /方案\.yaml$/u, from: '制定本方案。', to: '制定制定本方案。。' },
  'a slip in a template': { file: /村任务书\.md$/u, from: '请逐项抓好落实', to: '请逐项抓好好落实，，' },
  'a fault in a table': { file: /村任务书\.yaml$/u, from: '列:', to: '栏:' },
  'a fault in the word list': { file: /词表/u, from: '错词:', to: '错词:\n  按装: 按装' },
  'a broken file': { file: /方案\.yaml$/u, from: '标题:', to: '标题：' },
};

test.each(Object.entries(edits))('%s: as read anew', (_, edit) => {
  const shelf = memoryShelf();
  opened(stored, templates, shelf);
  const [files, wording] = [edited(stored, edit), edited(templates, edit)];
  const fresh = opened(files, wording);
  expect(opened(files, wording, shelf)).toEqual(fresh);
  // And once more, now that the change itself is on the shelf.
  expect(opened(files, wording, shelf)).toEqual(fresh);
});

test('the changes are such as are found', () => {
  const rules = Object.values(edits).map((edit) =>
    opened(edited(stored, edit), edited(templates, edit)).findings.map(({ rule }) => rule),
  );
  expect(rules.map((found) => found.length > 0)).toEqual([false, false, false, true, true, true, true, true]);
});
