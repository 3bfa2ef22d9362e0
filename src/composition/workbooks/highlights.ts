import type { Findings } from '../../diagnostics/findings.ts';
import type { Highlight } from '../../document/workbook.ts';
import type { SheetDefinition } from '../tables/definition.ts';
import { resolveFormula } from './formula.ts';
import type { SheetLayout } from './sheet-layout.ts';

type HighlightDefinition = SheetDefinition['highlights'][number];

const looks: Readonly<Record<HighlightDefinition['look'], Highlight['look']>> = {
  绿: 'good',
  黄: 'attention',
  红: 'bad',
};

/** Where a sheet shows cells in colour: one rule for each definition and run of data rows. */
export function highlightsOf(
  definitions: readonly HighlightDefinition[],
  site: {
    readonly layout: SheetLayout;
    readonly sheets: readonly SheetLayout[];
    readonly findings: Findings;
  },
): readonly Highlight[] {
  const { layout, findings } = site;
  const columns = layout.grid.columns;
  return definitions.flatMap(({ column: name, condition, look }): readonly Highlight[] => {
    const at = name === null ? null : columns.findIndex((column) => column.name === name);
    if (at === -1) {
      findings.report('template/table', `要突出显示的列「${name}」不在表格里`, layout.grid.place);
      return [];
    }
    return layout.dataRuns.map(({ first, last }) => ({
      range: {
        firstRow: first,
        lastRow: last,
        firstColumn: at === null ? 1 : at + 1,
        lastColumn: at === null ? columns.length : at + 1,
      },
      formula: resolveFormula(condition, { ...site, row: first, column: (at ?? 0) + 1, group: null }),
      look: looks[look],
    }));
  });
}
