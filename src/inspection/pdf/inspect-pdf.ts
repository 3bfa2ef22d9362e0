import { page as paper } from '../../format/page.ts';
import { mm } from '../../format/units.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { type Deviation, foldDeviations } from '../deviation.ts';
import { bare, firstDifference, type WrittenFault } from '../fault.ts';
import { type FontNames, markFaults, modelTexts } from './mark-faults.ts';
import { readPdf, type WrittenPage, type WrittenPdf } from './written-pdf.ts';

/**
 * What a PDF file has against the pages it should hold: words, places, sizes, faces, colours and rules. `fontNames`
 * names the font of each face of this machine.
 */
export async function inspectPdf(
  bytes: Uint8Array,
  model: TypesetDocument,
  fontNames: FontNames,
): Promise<readonly WrittenFault[]> {
  const { metadata, pages } = model;
  const written = await readPdf(bytes).catch((): WrittenPdf | null => null);
  if (written === null) {
    return [{ rule: 'written/unreadable', message: '文件已经损坏，不是 PDF 文件', page: null }];
  }
  const faults: WrittenFault[] = [];
  const differs = (message: string, page: number | null, details: Partial<WrittenFault> = {}) =>
    faults.push({ rule: 'written/differs', message, page, ...details });
  if (written.title !== metadata.title || written.author !== metadata.issuer) {
    const [actual, expected] = [written.title, metadata.title];
    differs('文件属性里的标题或作者与现在的数据不一致', null, { actual, expected });
  }
  if (written.pages.length !== pages.length) {
    differs(`文件有 ${written.pages.length} 页，现在的数据排出来是 ${pages.length} 页`, null);
  }
  const parted = written.pages.findIndex((page, index) => wordDifference(page, index, model) !== null);
  const difference = parted < 0 ? null : wordDifference(written.pages[parted], parted, model);
  if (difference !== null) differs(`第${parted + 1}页的文字与现在的数据不一致`, parted, difference);
  faults.push(...foldDeviations(deviations(written, model, fontNames)));
  for (const [page, { strangers }] of written.pages.entries()) {
    if (strangers.length === 0) continue;
    faults.push({
      rule: 'written/fonts',
      message: `第${page + 1}页的字体没有嵌入：${strangers.join('、')}`,
      page,
    });
  }
  return faults;
}

/** Where the words of a page part from the model's; null where they are the same. */
function wordDifference(found: WrittenPage | undefined, page: number, { pages }: TypesetDocument) {
  const model = pages[page];
  if (found === undefined || model === undefined) return null;
  const words = (texts: readonly { readonly text: string }[]) => bare(texts.map(({ text }) => text).join(''));
  return firstDifference(words(found.marks.texts), words(modelTexts(model).map(({ item }) => item)));
}

/** Paper and everything drawn on it. */
function* deviations(
  { pages }: WrittenPdf,
  model: TypesetDocument,
  fontNames: FontNames,
): Generator<Deviation> {
  const { width, height } = paper.paper.value;
  const near = (a: number, b: number) => Math.abs(a - b) <= mm(0.5);
  for (const [page, found] of pages.entries()) {
    const own = { subject: `第${page + 1}页`, sample: '', page } as const;
    const fault = (rule: Deviation['rule'], aspect: string, actual: string, expected: string): Deviation => ({
      ...own,
      rule,
      aspect,
      actual,
      expected,
    });
    if (!near(found.width, width) || !near(found.height, height)) {
      yield fault('written/page-setup', '纸张', `${found.width}×${found.height} 磅`, 'A4');
    }
    const [is, should] = [found.rotation, model.pages[page]?.turned === true ? 90 : 0];
    if (is !== should && model.pages[page] !== undefined) {
      yield fault('written/layout', '方向', `转了 ${is} 度`, `转 ${should} 度`);
    }
    if (found.annotations.length > 0) {
      yield fault('written/layout', '批注和图章', `${found.annotations.length} 个`, '没有');
    }
    yield* markFaults(page, found.marks, model, fontNames);
  }
}
