import { isoDate } from '../document/calendar-date.ts';
import { compactDate } from './metadata-xml.ts';
import type { ArchiveRecord } from './record.ts';

const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What templates see of a record under 归档. */
export function recordView(record: ArchiveRecord): Readonly<Record<string, unknown>> {
  const { codes, files } = record;
  const count = (format: string) => files.filter((file) => file.format === format).length;
  const own = {
    档号: record.number,
    文号: record.documentNumber,
    责任者: record.responsible,
    题名: record.title,
    日期: compactDate(record.dateOfIssue),
    密级: record.classification ?? '',
    页数: record.pages,
    备注: record.remark ?? '',
  };
  const edited = files.filter((file) => file.edited).map(({ path }) => fileNameOf(path));
  return {
    ...own,
    全宗号: codes.fonds,
    全宗名称: record.fondsName,
    年度: codes.year,
    保管期限: codes.retention,
    机构: record.organName ?? codes.organ ?? '',
    件号: codes.item,
    成文日期: isoDate(record.dateOfIssue),
    归档日期: isoDate(record.closedOn),
    版本: record.version,
    是新版: record.version > 1,
    程序版本: record.program.version,
    字体: record.faces.map(({ role, name }) => `${role}（${name}）`),
    文件数: files.length,
    PDF数: count('pdf'),
    Word数: count('docx'),
    Excel数: count('xlsx'),
    修改过的: edited.length === 0 ? null : edited,
    件: [own],
  };
}
