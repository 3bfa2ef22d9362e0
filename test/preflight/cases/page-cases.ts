import { emBox } from '../../../src/format/page.ts';
import { emptyPage } from '../../../src/preflight/rules/empty-page.ts';
import { gridOfText } from '../../../src/preflight/rules/grid.ts';
import { pageNumber } from '../../../src/preflight/rules/page-number.ts';
import { typeArea } from '../../../src/preflight/rules/type-area.ts';
import { typeFaces } from '../../../src/preflight/rules/type-faces.ts';
import type { PlacedText, TypesetDocument } from '../../../src/typesetting/page.ts';
import { fixtureDocuments } from '../../fixture-documents.ts';
import { cell, documentOf, paragraph, portrait, row, set, table } from '../../typesetting/example.ts';
import { type Case, filler, mm, notice, numbers, rules, texts } from '../example.ts';

/** A blank page before the last one. */
const blankBeforeLast =
  (numbered: boolean) =>
  (document: TypesetDocument): TypesetDocument => {
    const last = document.pages.at(-1);
    if (last === undefined) throw new Error('no pages');
    const blank = { ...last, body: [], furniture: numbered ? last.furniture : [] };
    return {
      ...document,
      pages: [...document.pages.slice(0, -1), blank, { ...last, furniture: numbered ? last.furniture : [] }],
    };
  };

/** A notice of one paragraph that leaves no room for the imprint on its last page: the shortest there is. */
const imprintAlone = Array.from({ length: 22 }, (_, lines) =>
  notice({ attachments: [], end: [], text: [paragraph(filler(28 * (20 + lines)))] }),
).find((document) => {
  const { pages, structure } = set(document);
  const kinds = (pages.at(-1)?.body ?? []).map((item) =>
    item.kind === 'text' && item.element !== null ? structure[item.element]?.origin.kind : 'printed-by',
  );
  return kinds.every((kind) => kind === 'printed-by' || kind === 'copy-to');
});
if (imprintAlone === undefined) throw new Error('no such notice');

const turned = documentOf({
  orientation: 'landscape',
  blocks: [table(['序号', '任务'], row(cell(0, '1'), cell(1, filler(60))))],
});

/** Puts the upper edge of a text so many millimetres from that of the page as it is read. */
const topAt = (down: number) => (item: PlacedText) => ({ ...item, y: mm(down) + emBox.ascent * item.size });

const letter = fixtureDocuments('forms').find(({ id }) => id === '信函');
if (letter === undefined) throw new Error('no letter');

/** Rules about pages and what stands on all of them. */
export const pageCases: readonly Case[] = [
  {
    rule: typeArea,
    says: ['“一、总体要求”伸出版心左边 1.1 毫米'],
    breaks: { edit: texts({ words: '一、' }, (item) => ({ ...item, x: mm(28 - 1.07) })) },
    barely: { edit: texts({ words: '一、' }, (item) => ({ ...item, x: mm(28 - 0.93) })) },
  },
  {
    rule: typeArea,
    says: ['有线条伸出版心右边 1.1 毫米'],
    breaks: { edit: rules('red', (rule) => [{ ...rule, x2: rule.x2 + mm(1.07) }]) },
    barely: { edit: rules('red', (rule) => [{ ...rule, x2: rule.x2 + mm(0.93) }]) },
  },
  {
    rule: typeArea,
    says: ['“1”伸出版心上边 1.1 毫米'],
    breaks: { document: turned, edit: texts({ words: '1' }, topAt(28 - 1.07)) },
    barely: { document: turned, edit: texts({ words: '1' }, topAt(28 - 0.93)) },
  },
  {
    rule: gridOfText,
    says: ['行距 29.9 磅，一面排 21 行'],
    breaks: {
      document: portrait(paragraph(filler(50))),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, y: item.y + (item.x < 80 ? 0.33 : 0) })),
    },
    barely: {
      document: portrait(paragraph(filler(50))),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, y: item.y + (item.x < 80 ? 0.27 : 0) })),
    },
  },
  {
    rule: gridOfText,
    says: ['没有排满'],
    breaks: {
      document: notice({ text: [paragraph(filler(80))] }),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, width: item.width - 8.3 })),
    },
    barely: {
      document: notice({ text: [paragraph(filler(80))] }),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, width: item.width - 7.5 })),
    },
  },
  {
    rule: typeFaces,
    says: ['应当用黑体', '应当用黑体'],
    breaks: {
      edit: texts({ words: '、' }, (item) => ({
        ...item,
        face: item.face === 'heiti' ? 'fangsong' : item.face,
      })),
    },
    barely: {
      edit: texts({ words: '、' }, (item) => ({
        ...item,
        face: item.face === 'heiti' ? 'heiti+1' : item.face,
      })),
    },
  },
  {
    rule: typeFaces,
    says: ['“1”应当用黑体'],
    breaks: {
      edit: texts({ kind: 'attachment-label' }, (item) => ({
        ...item,
        face: item.text === '1' ? 'western' : item.face,
      })),
    },
    barely: {
      edit: texts({ kind: 'attachment-label' }, (item) => ({
        ...item,
        face: item.text === '1' ? 'heiti+1' : item.face,
      })),
    },
  },
  {
    rule: typeFaces,
    says: ['“各行政村：”是4号字，应当是3号字'],
    breaks: { edit: texts({ kind: 'addressee' }, (item) => ({ ...item, size: 14 })) },
    // The standard gives titles of attachments no size.
    barely: {
      edit: texts({ kind: 'title' }, (item) => (item.text === '任务清单' ? { ...item, size: 18 } : item)),
    },
  },
  {
    rule: pageNumber,
    says: ['双页码没有居左空一字'],
    breaks: { edit: numbers((item, page) => (page === 1 ? { ...item, x: item.x + mm(0.53) } : item)) },
    barely: { edit: numbers((item, page) => (page === 1 ? { ...item, x: item.x + mm(0.47) } : item)) },
  },
  {
    rule: pageNumber,
    says: ['页码的一字线距版心下边缘 6.8 毫米，应当是 7.0 毫米'],
    breaks: { edit: numbers((item, page) => (page === 0 ? { ...item, y: item.y - mm(0.2) } : item)) },
    barely: { edit: numbers((item, page) => (page === 0 ? { ...item, y: item.y - mm(0.09) } : item)) },
  },
  {
    rule: pageNumber,
    says: ['这一页没有页码', '应当是“— 2 —”'],
    breaks: {
      edit: numbers((item, page) =>
        page === 0 ? null : page === 1 ? { ...item, text: item.text.replace('2', '3') } : item,
      ),
    },
    // The first page of a letter has none (§10.1), its second one has 2.
    barely: { document: letter, edit: numbers((item, page) => (page === 0 ? null : item)) },
  },
  {
    rule: pageNumber,
    says: ['空白页和版记页不编页码', '空白页和版记页不编页码'],
    breaks: { document: imprintAlone, edit: blankBeforeLast(true) },
    barely: { document: imprintAlone, edit: blankBeforeLast(false) },
  },
  {
    rule: emptyPage,
    says: ['这一页是空白页'],
    breaks: { edit: blankBeforeLast(true) },
    barely: { document: imprintAlone, edit: blankBeforeLast(false) },
  },
];
