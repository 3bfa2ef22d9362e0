import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { standardProfile } from '../../../src/document/profile.ts';
import { addressee as addresseeRule } from '../../../src/preflight/rules/addressee.ts';
import { addresseeMoved } from '../../../src/preflight/rules/addressee-moved.ts';
import { documentNumber } from '../../../src/preflight/rules/document-number.ts';
import { firstPageBody } from '../../../src/preflight/rules/first-page-body.ts';
import { issuerMark } from '../../../src/preflight/rules/issuer-mark.ts';
import { letterRules } from '../../../src/preflight/rules/letter-rules.ts';
import { markSize } from '../../../src/preflight/rules/mark-size.ts';
import { markings } from '../../../src/preflight/rules/markings.ts';
import { redRule } from '../../../src/preflight/rules/red-rule.ts';
import { signatories } from '../../../src/preflight/rules/signatories.ts';
import { titleGenre } from '../../../src/preflight/rules/title-genre.ts';
import { titleLines } from '../../../src/preflight/rules/title-lines.ts';
import { titlePunctuation } from '../../../src/preflight/rules/title-punctuation.ts';
import { fixtureDocuments } from '../../fixture-documents.ts';
import { paragraph, set } from '../../typesetting/example.ts';
import { addressee, type Case, filler, mm, notice, noticeTitle, rules, texts, title } from '../example.ts';

const numbered = (number: string) => ({ document: notice({ head: { documentNumber: number } }) });
const titled = (words: string) => ({
  document: notice({ text: [title(words), addressee('各行政村：'), paragraph(filler(60))] }),
});
const addressed = (words: string) => ({
  document: notice({ text: [title(noticeTitle), addressee(words), paragraph(filler(60))] }),
});
const manyVillages = (count: number): string => `${'各行政村，'.repeat(count)}各社区：`;

const formed = (id: string): OfficialDocument => {
  const document = fixtureDocuments('forms').find((each) => each.id === id);
  if (document === undefined) throw new Error(`no ${id}`);
  return document;
};
const onPaperWithHead = { ...notice(), profile: { ...standardProfile, preprinted: true } };
const joint = notice({ head: { issuerMark: ['中共三管镇委员会', '三管镇人民政府'] } });
const letter = formed('信函');
const order = formed('命令');

/** Rules about the head of a document, its title and those it goes to. */
export const headCases: readonly Case[] = [
  {
    rule: documentNumber,
    says: ['用六角括号'],
    breaks: numbered('三政发[2022]6号'),
    barely: numbered('三政发〔2022〕106号'),
  },
  {
    rule: documentNumber,
    says: ['不加“第”字'],
    breaks: numbered('三政发〔2022〕第6号'),
    barely: numbered('三管第一小学发〔2022〕6号'),
  },
  {
    rule: documentNumber,
    says: ['不编虚位'],
    breaks: numbered('三政发〔2022〕06号'),
    barely: numbered('三政发〔2022〕60号'),
  },
  {
    rule: documentNumber,
    says: ['四位'],
    breaks: numbered('三政发〔22〕6号'),
    barely: numbered('三政发〔2022〕22号'),
  },
  {
    rule: documentNumber,
    says: ['“号”字'],
    breaks: numbered('三政发〔2022〕6'),
    barely: numbered('三政发〔2022〕1号'),
  },
  {
    rule: documentNumber,
    says: ['与成文日期（2022年）不一致'],
    breaks: numbered('三政发〔2021〕6号'),
    barely: numbered('三政办发〔2022〕6号'),
  },
  {
    rule: redRule,
    says: ['红色分隔线宽 155.5 毫米'],
    breaks: { edit: rules('red', (rule) => [{ ...rule, x2: rule.x2 - mm(0.53) }]) },
    barely: { edit: rules('red', (rule) => [{ ...rule, x2: rule.x2 - mm(0.47) }]) },
  },
  {
    rule: redRule,
    says: ['红色分隔线在发文字号下 4.5 毫米'],
    breaks: { edit: rules('red', (rule) => [{ ...rule, y1: rule.y1 + mm(0.53), y2: rule.y2 + mm(0.53) }]) },
    barely: { edit: rules('red', (rule) => [{ ...rule, y1: rule.y1 + mm(0.47), y2: rule.y2 + mm(0.47) }]) },
  },
  {
    rule: issuerMark,
    says: ['发文机关标志上边缘距纸张上边 72.5 毫米，应当是 72.0 毫米'],
    breaks: { edit: texts({ kind: 'issuer-mark' }, (item) => ({ ...item, y: item.y + mm(0.53) })) },
    barely: { edit: texts({ kind: 'issuer-mark' }, (item) => ({ ...item, y: item.y + mm(0.47) })) },
  },
  {
    rule: issuerMark,
    says: ['应当是 30.0 毫米'],
    breaks: {
      document: letter,
      edit: texts({ kind: 'issuer-mark' }, (item) => ({ ...item, y: item.y + mm(0.53) })),
    },
    barely: {
      document: letter,
      edit: texts({ kind: 'issuer-mark' }, (item) => ({ ...item, y: item.y + mm(0.47) })),
    },
  },
  {
    rule: issuerMark,
    says: ['发文机关标志不是红色'],
    breaks: { edit: texts({ kind: 'issuer-mark' }, (item) => ({ ...item, colour: 'black' })) },
    barely: { document: order },
  },
  {
    rule: letterRules,
    says: ['上面的红色双线长 169.5 毫米，应当居中，长 170.0 毫米'],
    breaks: {
      document: letter,
      edit: rules('red', (rule) => [{ ...rule, x1: rule.x1 + mm(0.265), x2: rule.x2 - mm(0.265) }]),
    },
    barely: {
      document: letter,
      edit: rules('red', (rule) => [{ ...rule, x1: rule.x1 + mm(0.235), x2: rule.x2 - mm(0.235) }]),
    },
  },
  {
    rule: letterRules,
    says: ['上面的红色双线应当上粗下细'],
    breaks: { document: letter, edit: rules('red', (rule) => [{ ...rule, weight: 0.75 }]) },
    barely: {
      document: letter,
      edit: rules('red', (rule) => [{ ...rule, weight: rule.weight > 0.75 ? 0.8 : 0.75 }]),
    },
  },
  {
    rule: letterRules,
    says: ['在发文机关标志下 4.5 毫米'],
    breaks: {
      document: letter,
      edit: rules('red', (rule) => [{ ...rule, y1: rule.y1 + mm(0.53), y2: rule.y2 + mm(0.53) }]),
    },
    barely: {
      document: letter,
      edit: rules('red', (rule) => [{ ...rule, y1: rule.y1 + mm(0.47), y2: rule.y2 + mm(0.47) }]),
    },
  },
  {
    rule: documentNumber,
    says: ['令号“3号”写法不对'],
    breaks: {
      document:
        order?.header?.form === 'order'
          ? { ...order, header: { ...order.header, documentNumber: '3号' } }
          : order,
    },
    barely: { document: order },
  },
  {
    rule: redRule,
    says: ['有 0 条红色分隔线'],
    breaks: { edit: rules('red', () => []) },
    barely: { document: order },
  },
  {
    rule: redRule,
    says: ['套打的公文不印红色分隔线'],
    breaks: { document: onPaperWithHead, edit: rules('black', (rule) => [{ ...rule, colour: 'red' }]) },
    barely: { document: onPaperWithHead },
  },
  {
    rule: issuerMark,
    says: ['套打的公文不印发文机关标志'],
    breaks: { document: onPaperWithHead, edit: () => set(notice()) },
    barely: { document: onPaperWithHead },
  },
  {
    rule: markSize,
    says: ['发文机关标志由 41 磅缩小到 40.5 磅'],
    breaks: {
      document: joint,
      edit: texts({ kind: 'issuer-mark' }, (item) => ({ ...item, size: 40.5 })),
    },
    barely: {
      document: joint,
      edit: texts({ kind: 'issuer-mark' }, (item) => ({ ...item, size: 40.55 })),
    },
  },
  {
    rule: addresseeMoved,
    says: ['已移到版记里'],
    breaks: {
      edit: texts({ kind: 'addressee' }, (item) => ({ ...item, text: `主送：${item.text}` })),
    },
    barely: {
      edit: texts({ kind: 'addressee' }, (item) => ({ ...item, text: `主送${item.text}` })),
    },
  },
  {
    rule: firstPageBody,
    says: ['公文首页没有正文'],
    breaks: addressed(manyVillages(39)),
    barely: addressed(manyVillages(38)),
  },
  {
    rule: markings,
    says: ['份号“12”', '“机密1年”写法不对'],
    breaks: { document: notice({ head: { copyNumber: '12', classification: '机密1年' } }) },
    barely: { document: notice({ head: { copyNumber: '000012', classification: '机密★1年' } }) },
  },
  {
    rule: markings,
    says: ['涉密公文应当标注份号'],
    breaks: { document: notice({ head: { classification: '秘密' } }) },
    barely: { document: notice({ head: { copyNumber: '000001', classification: '秘密' } }) },
  },
  {
    rule: signatories,
    says: ['请示是上行文'],
    breaks: titled('三管镇人民政府关于修路的请示'),
    barely: {
      document: notice({
        head: { signatories: ['王宁'] },
        text: [title('三管镇人民政府关于修路的请示'), paragraph(filler(60))],
      }),
    },
  },
  {
    rule: titleGenre,
    says: ['没有以文种收尾'],
    breaks: titled('三管镇人民政府清廉村居创建实施方案'),
    barely: titled('三管镇人民政府关于清廉村居创建实施方案的意见（试行）'),
  },
  {
    rule: titleGenre,
    says: ['文种重复：“通知的通知”'],
    breaks: titled('三管镇人民政府转发县政府关于春耕的通知的通知'),
    barely: titled('三管镇人民政府关于转发《县政府关于春耕的通知》的通知'),
  },
  {
    rule: titlePunctuation,
    says: ['末尾不加标点'],
    breaks: titled(`${noticeTitle}。`),
    barely: titled('关于印发《三管镇规划、建设、管理办法》的通知（试行）'),
  },
  {
    rule: titlePunctuation,
    says: ['《》没有成对'],
    breaks: titled('关于印发《三管镇创建方案的通知'),
    barely: titled('关于印发《三管镇创建方案》的通知'),
  },
  {
    rule: titleLines,
    says: ['标题回行把“的”放在了行首'],
    breaks: {
      edit: texts({ kind: 'title' }, (item) => ({
        ...item,
        text: item.text.startsWith('三管镇') ? item.text : `的${item.text}`,
      })),
      ...titled(noticeTitle),
    },
    barely: {
      edit: texts({ kind: 'title' }, (item) => ({
        ...item,
        text: item.text.startsWith('三管镇') ? item.text : `目的${item.text}`,
      })),
      ...titled(noticeTitle),
    },
  },
  {
    rule: addresseeRule,
    says: ['末尾要用一个全角冒号'],
    breaks: addressed('各行政村:'),
    barely: addressed('各行政村，各社区：'),
  },
  {
    rule: addresseeRule,
    says: ['主送机关没有居左顶格'],
    breaks: { edit: texts({ kind: 'addressee' }, (item) => ({ ...item, x: item.x + mm(0.53) })) },
    barely: { edit: texts({ kind: 'addressee' }, (item) => ({ ...item, x: item.x + mm(0.47) })) },
  },
];
