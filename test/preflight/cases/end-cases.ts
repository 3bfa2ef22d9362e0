import { nowhere } from '../../../src/diagnostics/place.ts';
import type { Block } from '../../../src/document/block.ts';
import { text } from '../../../src/document/inline.ts';
import { attachmentNames } from '../../../src/preflight/rules/attachment-names.ts';
import { attachmentPage } from '../../../src/preflight/rules/attachment-page.ts';
import { attachments } from '../../../src/preflight/rules/attachments.ts';
import { dateFormat } from '../../../src/preflight/rules/date-format.ts';
import { sealRoom } from '../../../src/preflight/rules/seal-room.ts';
import { signatureAlone } from '../../../src/preflight/rules/signature-alone.ts';
import { signatureIssuer } from '../../../src/preflight/rules/signature-issuer.ts';
import { signaturePlace } from '../../../src/preflight/rules/signature-place.ts';
import { paragraph } from '../../typesetting/example.ts';
import { type Case, filler, label, mm, note, notice, signature, texts, title } from '../example.ts';
import { apart, moved } from './edits.ts';

const noting = (...titles: string[]) => ({ document: notice({ end: [note(...titles), signature()] }) });
const signed = (traits: Parameters<typeof signature>[0]) => ({
  document: notice({ end: [signature(traits)], attachments: [] }),
});
const stamp: Block = {
  kind: 'stamped-signature',
  posts: ['镇长'],
  date: '2022年5月24日',
  place: nowhere,
};
/** The signature so much further down. */
const lower = (points: number) => texts({ kind: 'signature' }, (item) => ({ ...item, y: item.y + points }));
const crowded = notice({
  end: [signature()],
  attachments: [],
  foot: { copyTo: '县委办公室，县政府办公室，县纪委监委，县委组织部' },
});
const annotated = notice({
  end: [signature(), { kind: 'annotation', inlines: [text('（联系人：王宁）')], place: nowhere }],
  attachments: [],
});
/** Rules about what stands after the text: attachments, signature. */
export const endCases: readonly Case[] = [
  {
    rule: attachments,
    says: ['附件说明列了 1 个附件，后面附了 2 个'],
    breaks: noting('任务清单'),
    barely: noting('任务清单', '名单'),
  },
  {
    rule: attachments,
    says: ['附件说明里的“名单”与附件1的标题“任务清单”不一致', '附件2'],
    breaks: noting('名单', '任务清单'),
    // Names may have brackets, as the titles have them.
    barely: {
      document: notice({
        end: [note('任务清单（试行）', '名单（2022年）'), signature()],
        attachments: [
          [label('附件1'), title('任务清单（试行）', 'attachment'), paragraph('一段。')],
          [label('附件2'), title('名单（2022年）', 'attachment'), paragraph('一段。')],
        ],
      }),
    },
  },
  {
    rule: attachments,
    says: ['正文后面没有附件说明'],
    breaks: { document: notice({ end: [signature()] }) },
    // An attachment that goes out by itself has no text that could name it.
    barely: { document: { ...notice({ end: [signature()] }), header: null } },
  },
  {
    rule: attachments,
    says: ['附件的顺序号是“附件3”，应当是“附件2”'],
    breaks: {
      document: notice({
        attachments: [
          [label('附件1'), title('任务清单', 'attachment'), paragraph('一段。')],
          [label('附件3'), title('名单', 'attachment'), paragraph('一段。')],
        ],
      }),
    },
    barely: {
      document: notice({
        end: [note('名单'), signature()],
        attachments: [[label('附件'), title('名单', 'attachment'), paragraph('一段。')]],
      }),
    },
  },
  {
    rule: attachmentNames,
    says: ['附件名称“任务清单；”末尾不加“；”'],
    breaks: noting('任务清单；', '名单'),
    barely: noting('任务清单《村居卷》', '名单（试行）'),
  },
  {
    rule: attachmentPage,
    says: ['附件没有另面编排'],
    breaks: {
      document: notice({ attachments: [[paragraph('一段。'), label('附件'), title('名单', 'attachment')]] }),
    },
    barely: { document: notice({ attachments: [[label('附件'), title('名单', 'attachment')]] }) },
  },
  {
    rule: attachmentPage,
    says: ['“附件1”没有在版心左上角顶格', '“附件2”没有在版心左上角顶格'],
    breaks: {
      edit: texts({ kind: 'attachment-label' }, (item) => ({
        ...item,
        x: item.x + (item.text === '附件' ? mm(0.53) : 0),
      })),
    },
    barely: {
      edit: texts({ kind: 'attachment-label' }, (item) => ({
        ...item,
        x: item.x + (item.text === '附件' ? mm(0.47) : 0),
      })),
    },
  },
  {
    rule: attachmentPage,
    says: ['附件标题没有居中'],
    breaks: {
      edit: texts({ words: '任务清单' }, (item) => ({ ...item, x: item.x + (item.size === 22 ? 11.5 : 0) })),
    },
    barely: {
      edit: texts({ words: '任务清单' }, (item) => ({ ...item, x: item.x + (item.size === 22 ? 10.5 : 0) })),
    },
  },
  {
    rule: attachmentPage,
    says: ['附件标题在版心第 3.1 行，应当在第三行'],
    breaks: {
      edit: texts({ words: '任务清单' }, (item) => ({ ...item, y: item.y + (item.size === 22 ? 1.56 : 0) })),
    },
    barely: {
      edit: texts({ words: '任务清单' }, (item) => ({ ...item, y: item.y + (item.size === 22 ? 1.4 : 0) })),
    },
  },
  {
    rule: signatureIssuer,
    says: ['署名“三管乡人民政府”与红头上的发文机关“三管镇人民政府”不一致'],
    breaks: signed({ issuers: ['三管乡人民政府'] }),
    barely: signed({ issuers: ['灵璧县三管镇人民政府'] }),
  },
  {
    rule: signatureIssuer,
    says: ['红头上有 1 个发文机关，署名有 2 个'],
    breaks: signed({ issuers: ['中共三管镇委员会', '三管镇人民政府'] }),
    barely: {
      document: notice({
        head: { issuerMark: ['三管镇党委', '三管镇政府', '灵璧县党委'] },
        end: [signature({ issuers: ['中共三管镇委员会', '三管镇人民政府', '灵璧县党委'] })],
        attachments: [],
      }),
    },
  },
  {
    rule: signaturePlace,
    says: ['署名没有以成文日期为准居中'],
    breaks: { ...signed({}), edit: moved('三管镇人民政府', 6) },
    barely: { ...signed({}), edit: moved('三管镇人民政府', 3) },
  },
  {
    rule: signaturePlace,
    says: ['成文日期右空 3.7 字，应当右空 4 字'],
    breaks: { ...signed({}), edit: texts({ kind: 'signature' }, (item) => ({ ...item, x: item.x + 5 })) },
    barely: { ...signed({}), edit: texts({ kind: 'signature' }, (item) => ({ ...item, x: item.x + 3 })) },
  },
  {
    rule: signaturePlace,
    says: ['成文日期首字比署名首字右移 1.3 字，应当右移 2 字'],
    breaks: {
      ...signed({ sealed: false, issuers: ['三管镇清廉村居创建领导小组'] }),
      edit: texts({ words: '2022' }, (item) => ({ ...item, x: item.x - 10 })),
    },
    barely: signed({ sealed: false, issuers: ['三管镇清廉村居创建领导小组'] }),
  },
  {
    rule: signatureAlone,
    says: ['署名和成文日期单独在一页上'],
    breaks: {
      document: notice({ text: [paragraph(filler(28 * 8))], end: [signature()], attachments: [] }),
      edit: apart((kind) => kind === 'signature'),
    },
    // One line of the text goes with it.
    barely: {
      document: notice({
        text: [paragraph(filler(28 * 2)), paragraph('一段。')],
        end: [signature()],
        attachments: [],
      }),
      edit: apart((kind, words) => kind === 'signature' || words === '一段。'),
    },
  },
  {
    rule: signatureAlone,
    says: ['署名和成文日期单独在一页上'],
    breaks: { document: notice({ text: [], end: [stamp], attachments: [] }) },
    barely: { document: notice({ end: [stamp], attachments: [] }) },
  },
  {
    rule: sealRoom,
    says: ['印章会盖住“（联系人：王宁）”'],
    breaks: { document: annotated, edit: moved('联系人', mm(44)) },
    barely: { document: annotated, edit: moved('联系人', mm(42)) },
  },
  {
    rule: sealRoom,
    says: ['印章会盖住“抄送：', '版记的分隔线'],
    breaks: { document: crowded, edit: lower(268) },
    barely: { document: crowded, edit: lower(246) },
  },
  {
    rule: dateFormat,
    says: ['成文日期“二〇二二年五月二十四日”写法不对：用阿拉伯数字'],
    breaks: signed({ date: '二〇二二年五月二十四日' }),
    barely: signed({ date: '2022年12月31日' }),
  },
  {
    rule: dateFormat,
    says: ['不编虚位'],
    breaks: signed({ date: '2022年05月24日' }),
    barely: signed({ date: '2022年10月20日' }),
  },
  {
    rule: dateFormat,
    says: ['要写全'],
    breaks: signed({ date: '2022年5月' }),
    barely: signed({ date: '2024年2月29日' }),
  },
  {
    rule: dateFormat,
    says: ['没有这一天'],
    breaks: signed({ date: '2022年2月29日' }),
    barely: signed({ date: '2024年2月29日' }),
  },
  {
    rule: dateFormat,
    says: ['印发日期“22年5月24日”写法不对：年份要写四位'],
    breaks: { document: notice({ foot: { printedOn: '22年5月24日' } }) },
    barely: { document: notice({ foot: { printedOn: '2022年5月4日' } }) },
  },
];
