import type { Fitting } from '../document/fitting.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { fitPages } from '../typesetting/fit-pages.ts';
import type { TypesetDocument } from '../typesetting/page.ts';
import { typeset } from '../typesetting/typeset.ts';
import { writeDocx } from '../writers/docx/write-docx.ts';
import { writePdf } from '../writers/pdf/write-pdf.ts';
import { processorSeconds } from './measure.ts';
import type { OurTools } from './ours.ts';
import type { VillageLetter } from './village-letter.ts';

/** What each stage takes of the time of Word and PDF together, as lines for the terminal. */
export async function stageShares(
  letters: readonly VillageLetter[],
  { compose, fonts, faces }: OurTools,
): Promise<readonly string[]> {
  // Each stage runs for all documents in turn, so that its share can be told from the others'.
  const documents: OfficialDocument[] = [];
  const fittings: Fitting[] = [];
  const pages: TypesetDocument[] = [];
  const stages: readonly (readonly [string, () => unknown])[] = [
    ['成文', () => documents.push(...letters.map(compose))],
    ['定页', () => fittings.push(...documents.map(fitPages))],
    [
      '写 Word',
      async () => {
        for (const [index, document] of documents.entries())
          await writeDocx(document, fittings[index] as Fitting);
      },
    ],
    [
      '排版',
      () => pages.push(...documents.map((document, index) => typeset(document, faces, fittings[index]))),
    ],
    ['写 PDF', () => pages.forEach((each) => void writePdf(each, fonts))],
  ];
  const taken: number[] = [];
  for (const [, run] of stages) taken.push(await processorSeconds(run));
  const total = taken.reduce((sum, seconds) => sum + seconds, 0);
  return stages.map(([name], index) => {
    const seconds = taken[index] ?? 0;
    const each = ((seconds / letters.length) * 1000).toFixed(2);
    return `  ${name}　${each} 毫秒，占 ${((100 * seconds) / total).toFixed(0)}%`;
  });
}
