import { isoDate } from '../document/calendar-date.ts';
import { compactDate } from './metadata-xml.ts';
import type { ArchiveRecord } from './record.ts';

const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A record's line of 归档文件目录. */
const lineOf = (record: ArchiveRecord) => ({
  档号: record.number,
  文号: record.documentNumber,
  责任者: record.responsible,
  题名: record.title,
  日期: compactDate(record.dateOfIssue),
  密级: record.classification ?? '',
  页数: record.pages,
  备注: record.remark ?? '',
});

/** What records filed together have in common. */
const filingOf = ({ codes, fondsName, organName }: ArchiveRecord) => ({
  全宗号: codes.fonds,
  全宗名称: fondsName,
  年度: codes.year,
  保管期限: codes.retention,
  机构: organName ?? codes.organ ?? '',
});

/** What templates see of a record under 归档. */
export function recordView(record: ArchiveRecord): Readonly<Record<string, unknown>> {
  const { files, fallbacks, substitutes } = record;
  const count = (format: string) => files.filter((file) => file.format === format).length;
  const edited = files.filter((file) => file.edited).map(({ path }) => fileNameOf(path));
  return {
    ...lineOf(record),
    ...filingOf(record),
    件号: record.codes.item,
    成文日期: isoDate(record.dateOfIssue),
    归档日期: isoDate(record.closedOn),
    版本: record.version,
    是新版: record.version > 1,
    程序版本: record.program.version,
    字体: record.faces.map(({ role, name }) => `${role}（${name}）`),
    代用字体: substitutes.length === 0 ? null : substitutes,
    代用的字: fallbacks.length === 0 ? null : fallbacks,
    文件数: files.length,
    PDF数: count('pdf'),
    Word数: count('docx'),
    Excel数: count('xlsx'),
    修改过的: edited.length === 0 ? null : edited,
    件: [lineOf(record)],
  };
}

/** What the list of several records sees under 归档; they are of one year, retention and organ, and at least one. */
export function catalogueView(records: readonly ArchiveRecord[]): Readonly<Record<string, unknown>> {
  const [first] = records;
  if (first === undefined) throw new RangeError('no records');
  const lines = records.map((record) => {
    const line = lineOf(record);
    if (record.version === 1) return line;
    const version = `第${record.version}版`;
    return { ...line, 备注: line.备注 === '' ? version : `${line.备注}；${version}` };
  });
  return { ...filingOf(first), 件: lines };
}
