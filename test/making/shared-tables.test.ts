import { expect, test } from 'vitest';
import type { Block } from '../../src/document/block.ts';
import { type SentDocument, TableKeeper, TableSender } from '../../src/making/shared-tables.ts';
import { cell, documentOf, paragraph, portrait, row, table } from '../typesetting/example.ts';

const shared = (): Block => table(['序号', '任务'], row(cell(0, '1'), cell(1, '村务公开')));

/** A sender and a keeper with nothing but copies between them. */
function way() {
  const sender = new TableSender();
  const keeper = new TableKeeper();
  const sizes: number[] = [];
  const send = (document: ReturnType<typeof portrait>) => {
    const sent: SentDocument = structuredClone(sender.pack(document));
    sizes.push(JSON.stringify(sent).length);
    return keeper.unpack(sent);
  };
  return { send, sizes };
}

test('documents come as they were sent', () => {
  const { send } = way();
  const [one, other] = [shared(), table(['村'], row(cell(0, '上庄')))];
  const documents = [
    portrait(paragraph('甲'), one),
    portrait(paragraph('乙'), one),
    portrait(one, paragraph('丙'), other),
    portrait(paragraph('丁')),
    documentOf(
      { orientation: 'landscape', blocks: [other] },
      { orientation: 'portrait', blocks: [one, one] },
    ),
    portrait(other, one),
  ];
  expect(documents.map(send)).toEqual(documents);
});

test('a table that comes again is copied twice and then no more, and stays the same', () => {
  const { send, sizes } = way();
  const one = shared();
  const came = Array.from({ length: 4 }, () => send(portrait(one)).sections[0]?.blocks[0]);
  expect(came[2]).toBe(came[1]);
  expect(came[3]).toBe(came[1]);
  expect(sizes[2]).toBeLessThan((sizes[0] ?? 0) / 2);
  expect(sizes[3]).toBe(sizes[2]);
});

test('a table that does not come again is not kept', () => {
  const sender = new TableSender();
  expect([shared(), shared()].map((each) => sender.pack(portrait(each)).kept)).toEqual([[], []]);
});
