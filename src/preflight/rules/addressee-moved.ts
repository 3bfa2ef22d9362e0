import type { PreflightRule } from '../rule.ts';
import { at, linesOfKind } from '../subject.ts';

/** 主送机关 that went to 版记, because the first page had no room for text beside them: worth a look. */
export const addresseeMoved: PreflightRule = {
  id: 'preflight/addressee-moved',
  check(subject, report) {
    const moved = linesOfKind(subject, 'addressee').find(({ words }) => words.startsWith('主送：'));
    if (moved === undefined) return;
    report({ ...at(moved), message: '主送机关太多，首页排不下正文，已移到版记里、抄送机关的上面' });
  },
};
