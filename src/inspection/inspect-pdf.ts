import { page as paper } from '../format/page.ts';
import { mm } from '../format/units.ts';
import type { Page, TypesetDocument } from '../typesetting/page.ts';
import { bare, firstDifference, type WrittenFault } from './fault.ts';
import type { ShownText } from './pdf-text.ts';
import { readPdf, type WrittenPage, type WrittenPdf } from './written-pdf.ts';

/** How far a text may stand from its place in the page model, in points: what the file's decimals round off. */
const tolerance = 0.05;

const near = (a: number, b: number, far: number = tolerance): boolean => Math.abs(a - b) <= far;

/** What a PDF file has against the pages it should hold. */
export async function inspectPdf(
  bytes: Uint8Array,
  { metadata, pages }: TypesetDocument,
): Promise<readonly WrittenFault[]> {
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
  const parted = pages.findIndex((page, index) => !isSame(page, written.pages[index]));
  const [model, found] = [pages[parted], written.pages[parted]];
  if (model !== undefined && found !== undefined) {
    const words = (texts: readonly ShownText[]) => bare(texts.map(({ text }) => text).join(''));
    const difference = firstDifference(words(found.texts), words(textsOf(model)));
    const what = difference === null ? '版面' : '文字';
    differs(`第${parted + 1}页的${what}与现在的数据不一致`, parted, difference ?? {});
  }
  for (const [page, { width, height, strangers }] of written.pages.entries()) {
    const size = paper.paper.value;
    if (!near(width, size.width, mm(0.5)) || !near(height, size.height, mm(0.5))) {
      faults.push({ rule: 'written/page-setup', message: `第${page + 1}页不是 A4 纸`, page });
    }
    if (strangers.length > 0) {
      const message = `第${page + 1}页的字体没有嵌入：${strangers.join('、')}`;
      faults.push({ rule: 'written/fonts', message, page });
    }
  }
  return faults;
}

/** The texts of a page of the model where they stand on the paper: a turned body reads from the foot upwards. */
function textsOf({ turned, body, furniture }: Page): readonly ShownText[] {
  const { height } = paper.paper.value;
  const texts = (items: Page['body'], turn: boolean): ShownText[] =>
    items.flatMap((item) => {
      if (item.kind !== 'text' || item.text === '') return [];
      const { text, x, y } = item;
      return [turn ? { text, x: y, y: height - x } : { text, x, y }];
    });
  return [...texts(body, turned), ...texts(furniture, false)];
}

function isSame(model: Page, written: WrittenPage | undefined): boolean {
  if (written === undefined) return true;
  const expected = textsOf(model);
  return (
    expected.length === written.texts.length &&
    expected.every((text, index) => {
      const found = written.texts[index];
      return found?.text === text.text && near(found.x, text.x) && near(found.y, text.y);
    })
  );
}
