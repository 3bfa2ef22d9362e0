import type { PreflightRule } from '../rule.ts';
import { at, isRunning, linesOfKind } from '../subject.ts';

/** 署名 and 成文日期 do not stand on a page without any of the text. */
export const signatureAlone: PreflightRule = {
  id: 'preflight/signature-alone',
  *check(subject) {
    const signed = linesOfKind(subject, 'signature');
    for (const line of signed) {
      const page = subject.pages[line.page] ?? [];
      const before = page.slice(0, page.indexOf(line));
      if (before.some((other) => isRunning(other) || other.kind === 'attachment-note')) continue;
      if (before.some((other) => other.kind === 'signature')) continue;
      yield {
        ...at(line),
        message: '署名和成文日期单独在一页上',
        hint: '增减几个字，使正文的末几行与署名在同一页上。',
      };
    }
  },
};
