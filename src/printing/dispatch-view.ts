import { media } from '../plan/distribution.ts';
import { type Consignment, copyNumbersText, type Dispatch } from './dispatch.ts';
import { groupAlike, type RunGroup } from './run-groups.ts';
import { bindingOf, enclosureLines, paperTotal, sheetCount } from './sheet-count.ts';

/** A record as templates see it. */
type Seen = Readonly<Record<string, unknown>>;

/** What templates see of a dispatch under 打印: 收文 (everybody who gets something), 印件 (every document), 合计. */
export function dispatchView(dispatch: Dispatch, withCovers: boolean): Seen {
  const { onPaper, byMail, runs } = dispatch;
  const all = [...onPaper, ...byMail].toSorted((a, b) => a.number - b.number);
  const isNumbered = all.some(({ copyNumbers }) => copyNumbers !== null);
  const total = paperTotal(dispatch, withCovers);
  return {
    收文: all.map(consignmentView),
    印件: groupAlike(runs).map(runView),
    合计: {
      收文单位数: all.length,
      纸质单位数: onPaper.length,
      邮件单位数: byMail.length,
      份数: total.copies,
      张数: total.leaves,
      封面张数: total.covers,
      用纸: total.leaves + total.covers,
      骑马订张数: total.bookletSheets,
      其余张数: total.restLeaves,
    },
    有封面: withCovers,
    逐份编号: isNumbered,
    份号栏: isNumbered ? [{ 名称: '份号' }] : [],
  };
}

/** One recipient with the lines of what it gets. */
export function consignmentView({ recipient, number, documents, copyNumbers }: Consignment): Seen {
  const lines = enclosureLines(documents).map(({ name, kinds, documents: own }, index) => {
    const isNumbered = own.some(({ kind }) => kind === 'notice');
    return {
      序号: index + 1,
      名称: name,
      简称: `${isNumbered ? '通知' : name}${kinds * recipient.copies}份`,
      种数: kinds,
      每种份数: recipient.copies,
      份数: kinds * recipient.copies,
      页数: own.reduce((sum, { pages }) => sum + pages, 0),
      份号: isNumbered ? copyNumbersText(copyNumbers) : '',
    };
  });
  const [paper] = media;
  return {
    序号: number,
    收文单位: recipient.name,
    类别: recipient.kind,
    方式: recipient.medium,
    纸质: recipient.medium === paper,
    份数: recipient.copies,
    文件: lines,
    文件简称: lines.map(({ 简称 }) => 简称),
    份号: copyNumbersText(copyNumbers),
    总份数: lines.reduce((sum, line) => sum + line.份数, 0),
    张数: documents.reduce((sum, document) => sum + recipient.copies * sheetCount(document).leaves, 0),
    备注: recipient.remark ?? '',
  };
}

/** One document, or several of a kind of which the same is printed. */
function runView(group: RunGroup, index: number): Seen {
  const { name, runs } = group;
  const [first] = runs;
  if (first === undefined) throw new RangeError('a group without runs');
  const { document, copies } = first;
  const count = sheetCount(document);
  const { booklet } = count;
  const all = runs.length * copies;
  return {
    序号: index + 1,
    名称: name,
    种数: runs.length,
    面数: document.pages,
    空白面: count.blanks,
    每种份数: copies,
    份数: all,
    每份张数: count.leaves,
    张数: all * count.leaves,
    装订: bindingOf(count),
    骑马订每份张数: booklet === null ? '—' : String(booklet.sheets),
    骑马订张数: booklet === null ? '—' : String(all * booklet.sheets),
  };
}
