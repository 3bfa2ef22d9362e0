import { createWording } from '../composition/engine/engine.ts';
import { readManuscript } from '../composition/manuscript/read.ts';
import { createTables } from '../composition/tables/tables.ts';
import { Findings } from '../diagnostics/findings.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { standardProfile } from '../document/profile.ts';
import type { FaceSet } from '../fonts/face-set.ts';
import { fitPages } from '../typesetting/fit-pages.ts';
import { typeset } from '../typesetting/typeset.ts';
import { writeDocx } from '../writers/docx/write-docx.ts';
import type { PdfFonts } from '../writers/pdf/pdf-fonts.ts';
import { writePdf } from '../writers/pdf/write-pdf.ts';
import { letterColumns, letterView, type VillageLetter } from './village-letter.ts';

const template = `::标题[{{标题}}]

{{#each 正文}}
{{this}}

{{/each}}
::表格[提示事项]
`;

const columns = letterColumns.map(
  ({ head, width }) => `  - { 表头: ${head}, 宽: ${width}, 值: "{{${head}}}" }`,
);
const definition = `字号: 小四\n行: 事项\n列:\n${columns.join('\n')}\n`;

/** Composes documents from a template and a table definition, by the same way as a plan's. */
export function composer(): (letter: VillageLetter) => OfficialDocument {
  const findings = new Findings();
  const templates = new Map([
    ['提示函.md', template],
    ['表格/提示事项.yaml', definition],
  ]);
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings);
  return (letter) => {
    const view = letterView(letter);
    const manuscript = wording.manuscript('提示函', view);
    if (manuscript === null) throw new Error(JSON.stringify(findings.sorted()));
    const tableOf = (name: string, place: Parameters<typeof tables.composeTable>[2]) =>
      tables.composeTable(name, view, place);
    const { title, sections } = readManuscript(manuscript, tableOf, findings);
    return {
      id: 'bench',
      metadata: {
        title,
        issuer: '三管镇人民政府',
        documentNumber: null,
        date: { year: 2022, month: 5, day: 24 },
        keywords: [],
      },
      names: [],
      profile: standardProfile,
      header: null,
      sections,
      imprint: null,
    };
  };
}

/** What our engines work with, warm. */
export interface OurTools {
  readonly compose: (letter: VillageLetter) => OfficialDocument;
  readonly fonts: PdfFonts;
  readonly faces: FaceSet;
}

/** Makes a letter as Word and as PDF/A. */
export async function makePair(
  letter: VillageLetter,
  { compose, fonts, faces }: OurTools,
): Promise<readonly [docx: Uint8Array, pdf: Uint8Array]> {
  const document = compose(letter);
  const docx = await writeDocx(document, fitPages(document));
  return [docx, writePdf(typeset(document, faces), fonts)];
}
