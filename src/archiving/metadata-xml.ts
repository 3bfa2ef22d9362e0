import { retentions } from '../plan/archive-codes.ts';
import { itemNumber } from './archive-number.ts';
import type { ArchiveRecord, RecordFile } from './record.ts';

/** An element with its text or its children; a null text leaves it out. */
type Element = readonly [name: string, content: string | number | null | readonly Element[]];

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark,
  );

function write([name, content]: Element, depth: number): string {
  const indent = '  '.repeat(depth);
  if (content === null) return '';
  if (typeof content !== 'object') return `${indent}<${name}>${escaped(String(content))}</${name}>\n`;
  return `${indent}<${name}>\n${content.map((child) => write(child, depth + 1)).join('')}${indent}</${name}>\n`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `20220524`, as lists of records write days. */
export const compactDate = ({ year, month, day }: ArchiveRecord['dateOfIssue']): string =>
  `${year}${two(month)}${two(day)}`;

const formatNames = { pdf: 'PDF/A-1b（GB/T 23286.1-2009）', docx: 'DOCX', xlsx: 'XLSX' } as const;

const fileElement = ({ path, format, bytes, sha256, pages, edited }: RecordFile): Element => [
  '电子文件',
  [
    ['计算机文件名', path],
    ['格式信息', formatNames[format]],
    ['计算机文件大小', bytes],
    ['页数', pages],
    [
      '数字摘要',
      [
        ['算法', 'SHA-256'],
        ['摘要值', sha256],
      ],
    ],
    ['附注', edited ? '生成后经人工修改，经认可归档' : null],
  ],
];

/**
 * Metadata of a record in XML, elements named as DA/T 46-2009 names them as far as that could be confirmed; the
 * comment at its head says what could not.
 */
export function metadataXml(record: ArchiveRecord): string {
  const { codes } = record;
  const root: Element = [
    '文书类电子文件元数据',
    [
      ['聚合层次', '件'],
      [
        '来源',
        [
          ['全宗名称', record.fondsName],
          ['立档单位名称', record.fondsName],
        ],
      ],
      [
        '档号',
        [
          ['档号值', record.number],
          ['全宗号', codes.fonds],
          ['档案门类代码', codes.category],
          ['年度', codes.year],
          ['保管期限代码', retentions[codes.retention]],
          ['机构或问题', codes.organ],
          ['件号', itemNumber(codes.item)],
        ],
      ],
      [
        '内容描述',
        [
          ['题名', record.title],
          ['文件编号', record.documentNumber],
          ['责任者', record.responsible],
          ['日期', compactDate(record.dateOfIssue)],
          ['文种', '通知'],
          ['密级', record.classification],
        ],
      ],
      [
        '形式特征',
        [
          ['页数', record.pages],
          ['语种', '汉语'],
        ],
      ],
      ['保管期限', codes.retention],
      [
        '归档',
        [
          ['归档日期', compactDate(record.closedOn)],
          ['版本', record.version],
        ],
      ],
      ['电子属性', record.files.map(fileElement)],
    ],
  ];
  const remark =
    '元素名称取自 DA/T 46-2009 能够核实的部分；其必填项、元数据编号没有逐条核实，“版本”“附注”和电子文件的“页数”是本项目自定的，未作一致性声明。';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${remark} -->\n${write(root, 0)}`;
}
