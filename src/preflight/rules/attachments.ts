import { attachmentLabel } from '../../document/numbering.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule, Report } from '../rule.ts';
import { blocksOfKind, byElement, type Line, linesOfKind, type Subject } from '../subject.ts';

const placeOf = (lines: readonly Line[] | undefined) => ({
  element: lines?.[0]?.element ?? null,
  page: lines?.[0]?.page ?? null,
});

/** What the attachment pages have against the note: how many, in which order, under which titles. */
function compare(
  subject: Subject,
  noted: readonly string[],
  titles: readonly string[],
  report: Report,
): void {
  const note = placeOf(linesOfKind(subject, 'attachment-note').slice(0, 1));
  if (noted.length !== titles.length) {
    const message = `附件说明列了 ${noted.length} 个附件，后面附了 ${titles.length} 个`;
    report({ ...note, message, actual: String(noted.length), expected: String(titles.length) });
    return;
  }
  for (const [index, title] of titles.entries()) {
    const name = noted[index] ?? '';
    if (name === title) continue;
    const label = attachmentLabel(index + 1, titles.length);
    report({
      ...note,
      message: `附件说明里的${quoted(name)}与${label}的标题${quoted(title)}不一致`,
      actual: name,
      expected: title,
    });
  }
}

/** Attachments stand behind the text as its note lists them: as many, in order, under the same titles. */
export const attachments: PreflightRule = {
  id: 'preflight/attachments',
  check(subject, report) {
    const { document } = subject;
    const notes = blocksOfKind(document, 'attachment-note');
    const labels = blocksOfKind(document, 'attachment-label');
    const titles = blocksOfKind(document, 'title').filter(({ role }) => role === 'attachment');
    if (document.header === null && notes.length === 0) return;
    const [note] = notes;
    if (note === undefined) {
      if (labels.length === 0) return;
      const first = placeOf(linesOfKind(subject, 'attachment-label'));
      const message = '有附件，正文后面没有附件说明';
      report({ ...first, message, hint: '在正文下空一行写“附件：”和附件的名称。' });
      return;
    }
    compare(
      subject,
      note.titles,
      titles.map(({ text }) => text),
      report,
    );
    const set = byElement(linesOfKind(subject, 'attachment-label'));
    for (const [index, { text }] of labels.entries()) {
      const expected = attachmentLabel(index + 1, labels.length);
      if (text === expected) continue;
      const message = `附件的顺序号是“${text}”，应当是“${expected}”`;
      report({ ...placeOf(set[index]), message, actual: text, expected });
    }
  },
};
