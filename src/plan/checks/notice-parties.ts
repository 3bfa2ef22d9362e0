import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf, textOf, textsOf } from './reading.ts';

/** Who issues, who receives: a body is written to or copied to, not both; all carry the township's name. */
export function checkParties(root: SourceMap, findings: Findings): void {
  const notice = below(root, '公文');
  const addressees = new Set(textsOf(below(notice, '主送机关')).map(({ value }) => value));
  for (const copy of textsOf(below(notice, '抄送机关'))) {
    if (!addressees.has(copy.value)) continue;
    findings.report('data/copied-addressee', `“${copy.value}”已经是主送机关，又写在抄送里`, copy.place, {
      actual: copy.value,
      hint: '删去其中一处',
    });
  }
  const issuers = textsOf(below(notice, '发文机关'));
  for (const [index, mark] of textsOf(below(notice, '发文机关标志')).entries()) {
    const issuer = issuers[index]?.value;
    const name = mark.value.replace(/文件$/u, '');
    if (issuer === undefined || issuer.includes(name) || name.includes(issuer)) continue;
    const message = `发文机关标志“${mark.value}”与发文机关“${issuer}”不一致`;
    findings.report('data/issuer-name', message, mark.place, { actual: mark.value, expected: issuer });
  }
  const township = textOf(below(root, '方案', '乡镇'));
  const printedBy = textOf(below(notice, '印发机关'));
  for (const body of [...issuers, ...(printedBy === null ? [] : [printedBy])]) {
    if (township === null || body.value.includes(township.value)) continue;
    const message = `“${body.value}”里没有乡镇名称“${township.value}”`;
    findings.report('data/issuer-name', message, body.place, { actual: body.value });
  }
}

/** 密级、份号、附注 agree. */
export function checkSecrecy(root: SourceMap, findings: Findings): void {
  const notice = below(root, '公文');
  const classification = textOf(below(notice, '密级和保密期限'));
  if (classification === null || classification.value === '') return;
  const note = textOf(below(notice, '附注'));
  if (note !== null && /公开(?:发布|印发)/u.test(note.value)) {
    const message = `密级是“${classification.value}”，附注又写“${note.value}”`;
    findings.report('data/secret-made-public', message, note.place, { actual: note.value });
  }
  if (textOf(below(notice, '份号')) === null) {
    findings.report('data/secret-without-copy-number', '标了密级，没有写份号', classification.place, {
      hint: '在“公文”里加一行 份号: "000001"',
    });
  }
}

/** Titles carry the township, the work and the years that the data say. */
export function checkTitles(root: SourceMap, findings: Findings): void {
  const title = textOf(below(root, '方案', '标题'));
  if (title !== null) {
    for (const key of ['乡镇', '工作名称']) {
      const part = textOf(below(root, '方案', key));
      if (part === null || title.value.includes(part.value)) continue;
      findings.report('data/title-parts', `标题里没有${key}“${part.value}”`, title.place, {
        actual: title.value,
        expected: part.value,
      });
    }
  }
  const year = numberOf(below(root, '年度任务', '年度'));
  const first = numberOf(below(root, '方案', '起始年度'))?.value ?? -Infinity;
  const last = numberOf(below(root, '方案', '截止年度'))?.value ?? Infinity;
  // A year outside the plan is reported where it stands.
  const targets = itemsOf(below(root, '村居'))
    .flatMap((village) => numberOf(below(village, '达标年度'))?.value ?? [])
    .filter((own) => own >= first && own <= last);
  for (const attachment of itemsOf(below(root, '附件'))) {
    const name = textOf(below(attachment, '标题'));
    const content = textOf(below(attachment, '内容'))?.value;
    if (name === null) continue;
    const years = [...name.value.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([found]) => Number(found));
    if (years.length === 0) continue;
    const wanted =
      content === '任务清单' && year !== null
        ? [year.value]
        : content === '任务分解表' && targets.length > 0
          ? [...new Set([least(targets), greatest(targets)])]
          : null;
    if (wanted === null || wanted.join() === years.join()) continue;
    findings.report('data/title-parts', `“${name.value}”里的年份与数据不一致`, name.place, {
      actual: years.join('—'),
      expected: wanted.join('—'),
    });
  }
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const greatest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
