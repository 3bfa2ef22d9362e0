import type { PreflightRule } from '../rule.ts';
import { allLines, at, isRunning, type Line } from '../subject.ts';

const isSignature = ({ kind }: Line): boolean => kind === 'signature' || kind === 'stamped-signature';

/** 署名 or 签名章 and 成文日期 do not stand on a page without any of the text. */
export const signatureAlone: PreflightRule = {
  id: 'preflight/signature-alone',
  check(subject, report) {
    for (const line of allLines(subject)) {
      if (!isSignature(line)) continue;
      const page = subject.pages[line.page] ?? [];
      const before = page.slice(0, page.indexOf(line));
      if (before.some((other) => isRunning(other) || other.kind === 'attachment-note')) continue;
      if (before.some(isSignature)) continue;
      report({
        ...at(line),
        message: '署名和成文日期单独在一页上',
        hint: '增减几个字，使正文的末几行与署名在同一页上。',
      });
    }
  },
};
