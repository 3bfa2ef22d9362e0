import { type ClosedRecord, latestRecords } from './closed-records.ts';
import { composeNotice } from './composition/documents.ts';
import { composeRegister, composeRegisterWorkbook } from './composition/printed-matter.ts';
import type { Manifest } from './delivery/manifest.ts';
import type { Findings } from './diagnostics/findings.ts';
import type { Place } from './diagnostics/place.ts';
import { compareDates } from './document/calendar-date.ts';
import type { OpenComposition } from './open-composition.ts';
import { entryNames, recipientsOf } from './plan/distribution.ts';
import { type Press, setIntoPdf } from './press.ts';
import type { PrintFile } from './printing/print-files.ts';
import { checkNumbers, inRegisterOrder, type RegisterEntry, registerView } from './printing/register.ts';
import { writeXlsx } from './writers/xlsx/write-xlsx.ts';

/** A plan as the register takes it in. */
export interface RegisteredPlan {
  readonly open: OpenComposition;
  /** What the build left; null where it left nothing. */
  readonly manifest: Manifest | null;
}

/** Name of the register: of its files, its template and its table. */
export const registerName = '发文登记簿';

/** The register of all plans, with the numbers of `closed` records, as PDF and workbook; null after findings. */
export async function makeRegister(
  plans: readonly RegisteredPlan[],
  closed: readonly ClosedRecord[],
  press: Press,
): Promise<readonly PrintFile[] | null> {
  const { findings } = press;
  const entries = inRegisterOrder(plans.flatMap((plan) => entryOf(plan, closed, findings) ?? []));
  checkNumbers(entries, findings);
  for (const { documentNumber, pages, place } of entries) {
    if (pages !== null) continue;
    findings.report('printing/register-not-built', `${documentNumber}还没有生成，页数空着`, place, {
      hint: '运行 npm run build:docs 以后再登记一次',
    });
  }
  // The latest plan's date and issuer stand in the file's properties: the same data give the same bytes.
  const latest = plans.toSorted((a, b) => compareDates(dateOf(b), dateOf(a)))[0];
  if (latest === undefined || entries.length < plans.length || findings.hasErrors) return null;
  const { composition, workbooks } = latest.open;
  const view = registerView(entries);
  const document = composeRegister(composition, view);
  const workbook = composeRegisterWorkbook(workbooks, view);
  if (document === null || workbook === null || composition.findings.hasErrors) return null;
  const [pdf] = setIntoPdf([document], press) ?? [];
  if (pdf === undefined) return null;
  return [
    { path: registerName, format: 'pdf', bytes: pdf.bytes, pages: pdf.pages },
    { path: registerName, format: 'xlsx', bytes: await writeXlsx(workbook), pages: null },
  ];
}

const dateOf = ({ open }: RegisteredPlan) => open.loaded.plan.notice.dateOfIssue;

function entryOf(
  { open, manifest }: RegisteredPlan,
  closed: readonly ClosedRecord[],
  findings: Findings,
): RegisterEntry | null {
  const { plan, placeOf } = open.loaded;
  const { notice } = plan;
  const document = composeNotice(open.composition);
  if (document === null) return null;
  // A manifest of another number is of an earlier state of the data.
  const isCurrent = manifest?.plan.documentNumber === notice.documentNumber;
  const job = isCurrent ? manifest?.jobs.find(({ kind }) => kind === 'notice') : undefined;
  const onPaper = recipientsOf(plan).filter(
    ({ medium, enclosures }) => medium === '纸质' && enclosures.some(({ kind }) => kind === 'notice'),
  );
  return {
    documentNumber: notice.documentNumber,
    place: placeOf(['公文', '发文字号']),
    title: document.metadata.title.replaceAll(' ', ''),
    date: notice.dateOfIssue,
    classification: notice.classification,
    pages: job?.files.find(({ format }) => format === 'pdf')?.pages ?? null,
    copies: onPaper.reduce((sum, { copies }) => sum + copies, 0),
    recipients: entryNames(plan),
    archiveNumber: archiveNumberOf(notice.documentNumber, placeOf(['公文', '发文字号']), closed, findings),
  };
}

/** The 档号 a document was closed under, by its latest record; null where it was not. */
function archiveNumberOf(
  documentNumber: string,
  place: Place,
  closed: readonly ClosedRecord[],
  findings: Findings,
): string | null {
  const own = latestRecords(closed)
    .map(({ record }) => record)
    .filter((record) => record.documentNumber === documentNumber)
    .toSorted((a, b) => compareDates(a.closedOn, b.closedOn));
  const last = own.at(-1);
  if (last === undefined) return null;
  if (own.length > 1) {
    const numbers = own.map(({ number }) => number).join('、');
    findings.report('archive/two-numbers', `${documentNumber}归档在 ${numbers} 之下`, place, {
      hint: `登记簿上写的是后归档的 ${last.number}`,
    });
  }
  return last.number;
}
