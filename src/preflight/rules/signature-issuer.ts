import type { Header } from '../../document/header.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { blocksOfKind, linesOfKind } from '../subject.ts';

/** A mark may be the short form of an issuer's name, never another office's. */
const sameOffice = (mark: string, issuer: string): boolean => {
  const full = issuer.replace(/党委$/u, '委员会');
  const letters = [...mark.replace(/文件$/u, '').replace(/党委$/u, '委员会')];
  let from = 0;
  // Every character of the short form stands in the full name, in order.
  for (const letter of letters) {
    const found = full.indexOf(letter, from);
    if (found < 0) return false;
    from = found + letter.length;
  }
  return true;
};

/** Offices that stand on the red head: a letter has the host's alone, orders and minutes are not signed so. */
function marksOf(header: Header): readonly string[] {
  switch (header.form) {
    case 'file':
      return header.issuerMark;
    case 'letter':
      return [header.mark];
    case 'order':
    case 'minutes':
      return [];
  }
}

/** 署名 names the offices of the red head, in their order. */
export const signatureIssuer: PreflightRule = {
  id: 'preflight/signature-issuer',
  check(subject, report) {
    const { header } = subject.document;
    const [signature] = blocksOfKind(subject.document, 'signature');
    const issuerMark = header === null ? [] : marksOf(header);
    if (issuerMark.length === 0 || signature === undefined) return;
    const line = linesOfKind(subject, 'signature')[0];
    const place = { element: line?.element ?? null, page: line?.page ?? null };
    const issuers = header?.form === 'letter' ? signature.issuers.slice(0, 1) : signature.issuers;
    if (issuers.length !== issuerMark.length) {
      report({
        ...place,
        message: `红头上有 ${issuerMark.length} 个发文机关，署名有 ${issuers.length} 个`,
        actual: issuers.join('、'),
        expected: issuerMark.join('、'),
      });
      return;
    }
    for (const [index, mark] of issuerMark.entries()) {
      const issuer = issuers[index] ?? '';
      if (sameOffice(mark, issuer) || sameOffice(issuer, mark)) continue;
      report({
        ...place,
        message: `署名${quoted(issuer)}与红头上的发文机关${quoted(mark)}不一致`,
        actual: issuer,
        expected: mark,
      });
    }
  },
};
