import { expect, test } from 'vitest';
import { SharedStrings } from '../../../src/writers/xlsx/shared-strings.ts';
import { rowsOf } from '../../../src/writers/xlsx/sheet-data.ts';
import { cell, sheet } from './examples.ts';

const heights = [20, 20, 20];
/** Rows with the look of a cell told by its role. */
function rows(...args: Parameters<typeof sheet>): {
  readonly rows: readonly string[];
  readonly texts: string;
} {
  const strings = new SharedStrings();
  const shown = sheet(...args);
  const styleOf = (number: number): number => (shown.rows.cells[number]?.role === 'head' ? 1 : 2);
  const written = [...rowsOf(shown, { heights, styleOf, strings })];
  return { rows: written, texts: [...strings.part()].join('') };
}

test('a text stands once, however often cells show it, and markup in it is text', () => {
  const { rows: written, texts } = rows([[cell('甲<&>"\u0001'), cell('乙'), cell('甲<&>"\u0001')]]);
  expect(written[0]).toContain('<c r="C1" s="2" t="s"><v>0</v></c>');
  expect(texts).toContain(
    'count="3" uniqueCount="2"><si><t>甲&lt;&amp;&gt;&quot;</t></si><si><t>乙</t></si></sst>',
  );
});

test('cells that a merge covers look as the one that covers them and hold nothing', () => {
  const merges = [{ firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 2 }];
  const { rows: written } = rows(
    [
      [cell('头', { role: 'head' }), cell('丢')],
      [cell(5), cell(6)],
    ],
    { merges },
  );
  expect(written[0]).toContain('<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>');
  expect(written[1]).toContain('<c r="A2" s="1"/><c r="B2" s="1"/></row>');
});

test('empty ground is not written, a formula brings its result', () => {
  const formula = { kind: 'formula', formula: 'IF(A1<1,"是","否")', result: '是' } as const;
  const { rows: written } = rows([
    [cell('', { role: 'none' }), cell(formula), cell({ ...formula, result: 2 })],
  ]);
  expect(written[0]).toBe(
    '<row r="1" ht="20" customHeight="1" spans="2:3" x14ac:dyDescent="0.25">' +
      '<c r="B1" s="2" t="str"><f>IF(A1&lt;1,&quot;是&quot;,&quot;否&quot;)</f><v>是</v></c>' +
      '<c r="C1" s="2"><f>IF(A1&lt;1,&quot;是&quot;,&quot;否&quot;)</f><v>2</v></c></row>',
  );
});
