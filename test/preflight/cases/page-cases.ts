import { emptyPage } from '../../../src/preflight/rules/empty-page.ts';
import { gridOfText } from '../../../src/preflight/rules/grid.ts';
import { pageNumber } from '../../../src/preflight/rules/page-number.ts';
import { typeArea } from '../../../src/preflight/rules/type-area.ts';
import { typeFaces } from '../../../src/preflight/rules/type-faces.ts';
import type { TypesetDocument } from '../../../src/typesetting/page.ts';
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

/** Rules about pages and what stands on all of them. */
export const pageCases: readonly Case[] = [
  {
    rule: typeArea,
    says: ['“一、总体要求”伸出版心左边 7.8 毫米'],
    breaks: { edit: texts({ words: '一、' }, (item) => ({ ...item, x: item.x - mm(18.9) })) },
    barely: { edit: texts({ words: '一、' }, (item) => ({ ...item, x: item.x - mm(12) })) },
  },
  {
    rule: typeArea,
    says: ['有线条伸出版心右边 1.2 毫米'],
    breaks: { edit: rules('red', (rule) => [{ ...rule, x2: rule.x2 + mm(1.2) }]) },
    barely: { edit: rules('red', (rule) => [{ ...rule, x2: rule.x2 + mm(0.8) }]) },
  },
  {
    rule: typeArea,
    says: ['“1”伸出版心上边'],
    breaks: { document: turned, edit: texts({ words: '1' }, (item) => ({ ...item, y: item.y - mm(20) })) },
    barely: { document: turned },
  },
  {
    rule: gridOfText,
    says: ['行距 31.6 磅，一面排 20 行'],
    breaks: {
      document: portrait(paragraph(filler(50))),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, y: item.y + (item.x < 80 ? 2 : 0) })),
    },
    barely: {
      document: portrait(paragraph(filler(50))),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, y: item.y - (item.x < 80 ? 0.8 : 0) })),
    },
  },
  {
    rule: gridOfText,
    says: ['没有排满'],
    breaks: {
      document: notice({ text: [paragraph(filler(80))] }),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, width: item.width - 10 })),
    },
    barely: {
      document: notice({ text: [paragraph(filler(80))] }),
      edit: texts({ kind: 'paragraph' }, (item) => ({ ...item, width: item.width - 7 })),
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
    barely: {},
  },
  {
    rule: typeFaces,
    says: ['“各行政村：”是4号字，应当是3号字'],
    breaks: { edit: texts({ kind: 'addressee' }, (item) => ({ ...item, size: 14 })) },
    barely: { edit: texts({ kind: 'roster' }, (item) => ({ ...item, size: 14 })) },
  },
  {
    rule: pageNumber,
    says: ['双页码没有居左空一字'],
    breaks: { edit: numbers((item, page) => (page === 1 ? { ...item, x: item.x + mm(0.6) } : item)) },
    barely: { edit: numbers((item, page) => (page === 1 ? { ...item, x: item.x + mm(0.4) } : item)) },
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
    barely: {},
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
