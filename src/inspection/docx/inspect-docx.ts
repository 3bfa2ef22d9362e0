import type { Fitting } from '../../document/fitting.ts';
import type { OfficialDocument } from '../../document/official-document.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { type Deviation, foldDeviations } from '../deviation.ts';
import { bare, firstDifference, type WrittenFault } from '../fault.ts';
import { pageCharacters } from '../page-characters.ts';
import { lineFaults } from './line-faults.ts';
import { match } from './match.ts';
import { numberFaults } from './number-faults.ts';
import { expectedSections } from './page-frames.ts';
import { imprintRuleFaults, redRuleFaults } from './rule-faults.ts';
import { runFaults } from './run-faults.ts';
import { sectionFaults } from './section-faults.ts';
import { tableFaults } from './table-faults.ts';
import { readDocx, type WrittenDocx } from './written-docx.ts';

/**
 * What a Word file has against the document it should hold and against the standard's page. Looks are compared by what
 * styles and direct properties come to, so that it does not matter which program saved the file.
 */
export function* inspectDocx(
  bytes: Uint8Array,
  document: OfficialDocument,
  typeset: TypesetDocument,
  fitting: Fitting,
): Generator<WrittenFault> {
  const written = readOrNull(bytes);
  if (written === null) {
    yield { rule: 'written/unreadable', message: '文件已经损坏，不是 Word 文件', page: null };
    return;
  }
  const actual = written.paragraphs.map(({ words }) => words).join('');
  const expected = pageCharacters(typeset)
    .map(({ character }) => character)
    .join('');
  const difference = firstDifference(actual, expected);
  if (difference !== null)
    yield { rule: 'written/differs', message: '文字与现在的数据不一致', page: null, ...difference };
  if (bare(written.title) !== bare(document.metadata.title)) {
    const [is, should] = [written.title, document.metadata.title];
    yield {
      rule: 'written/differs',
      message: '文件属性里的标题与现在的数据不一致',
      page: null,
      actual: is,
      expected: should,
    };
  }
  yield* foldDeviations(layoutFaults(written, document, typeset, fitting));
}

function readOrNull(bytes: Uint8Array): WrittenDocx | null {
  try {
    return readDocx(bytes);
  } catch {
    return null;
  }
}

/** Pages, type, lines, rules and tables. */
function* layoutFaults(
  written: WrittenDocx,
  document: OfficialDocument,
  typeset: TypesetDocument,
  fitting: Fitting,
): Generator<Deviation> {
  const { sections } = written;
  const expected = expectedSections(document, fitting);
  const matched = match(written.paragraphs, typeset);
  yield* sectionFaults(sections, expected);
  yield* numberFaults(written, matched, { document, typeset, expected });
  yield* runFaults(matched, document, typeset, fitting);
  yield* lineFaults(matched, { document, typeset, sections, expected });
  yield* redRuleFaults(written, matched, expected, typeset, fitting);
  yield* imprintRuleFaults(matched, typeset);
  yield* tableFaults(matched, document, typeset, fitting);
}
