import { type FileHeader, type Form, formNames, type Header } from '../../document/header.ts';
import type { Imprint, PrintedImprint } from '../../document/official-document.ts';

/** What a manuscript said of its head, whatever its form. */
export interface HeaderDraft extends Omit<FileHeader, 'form'> {
  readonly form: Form;
}

/** What it said of its imprint. */
export type ImprintDraft = Omit<PrintedImprint, 'kind'>;

/** Reports a fault of the template as a whole. */
type Report = (message: string, hint: string | null) => void;

/** Words an order's and minutes' mark ends with. */
const markEnds: Readonly<Record<Form, RegExp | null>> = {
  file: null,
  letter: null,
  order: /令$/u,
  minutes: /纪要$/u,
};

function checkMark({ form, issuerMark, withFileWord, signatories }: HeaderDraft, report: Report): void {
  if (form === 'file') return;
  const name = formNames[form];
  if (issuerMark.length > 1) report(`${name}只有一个标志`, '联合行文只写主办机关');
  if (withFileWord || issuerMark.some((mark) => mark.endsWith('文件')))
    report(`${name}的标志不加“文件”`, null);
  if (signatories.length > 0) report(`${name}不标签发人`, '上行文用“文件”版式');
  const end = markEnds[form];
  if (end !== null && issuerMark[0] !== undefined && !end.test(issuerMark[0])) {
    report(
      `${name}的标志应当以“${form === 'order' ? '令' : name}”结尾`,
      form === 'order' ? '写作 ::发文机关标志[×××人民政府令]' : '写作 ::发文机关标志[×××会议纪要]',
    );
  }
}

/** The head of a document from what was said of it; null where there is none. What its form does not allow is reported. */
export function finishHeader(draft: HeaderDraft, report: Report): Header | null {
  const { form, copyNumber, classification, urgency, issuerMark, documentNumber, places } = draft;
  const [mark] = issuerMark;
  if (mark === undefined) {
    if (documentNumber !== '') report('有发文字号而没有发文机关标志', null);
    if (form !== 'file') report(`${formNames[form]}没有发文机关标志`, '写作 ::发文机关标志[…]');
    return null;
  }
  if (documentNumber === '' && form !== 'minutes') report('有发文机关标志而没有发文字号', null);
  checkMark(draft, report);
  const markings = { copyNumber, classification, urgency, places };
  switch (form) {
    case 'file': {
      const { withFileWord, signatories } = draft;
      return { form, ...markings, issuerMark, withFileWord, documentNumber, signatories };
    }
    case 'letter':
      return { form, ...markings, mark, documentNumber };
    case 'order':
      if (copyNumber !== null || classification !== null || urgency !== null)
        report('命令不标份号、密级和紧急程度', null);
      return { form, mark, documentNumber, places };
    case 'minutes':
      return { form, ...markings, mark, documentNumber: documentNumber === '' ? null : documentNumber };
  }
}

/** The imprint from what was said of it; null where there is none. */
export function finishImprint(
  { copyTo, printedBy, printedOn, printRun, places }: ImprintDraft,
  form: Form,
  report: Report,
): Imprint | null {
  if (form === 'letter') {
    if (printedBy !== '') report('信函的版记不加印发机关和印发日期', '删去 ::印发[…]');
    return copyTo === null ? null : { kind: 'copies', copyTo, places };
  }
  if (printedBy !== '') return { kind: 'printed', copyTo, printedBy, printedOn, printRun, places };
  const issued = '写作 ::印发[机关]{日期=…}';
  if (copyTo !== null) report('有抄送机关而没有印发机关', issued);
  if (printRun !== null) report('有共印份数而没有印发机关', issued);
  return null;
}
