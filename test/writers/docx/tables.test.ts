import { beforeAll, describe, expect, test } from 'vitest';
import { nowhere } from '../../../src/diagnostics/place.ts';
import type { Block } from '../../../src/document/block.ts';
import { text } from '../../../src/document/inline.ts';
import { cell, row, table } from '../../typesetting/example.ts';
import { documentOf, upright } from './blocks.ts';
import { documentOfFile, faultsIn, type WordFiles, write, writeExamples } from './written.ts';

let written: WordFiles = {};
beforeAll(async () => {
  written = await writeExamples();
});

describe('a table', () => {
  const rowsOf = (name: string) => documentOfFile(written[name]).match(/<w:tr>.*?<\/w:tr>/g) ?? [];

  test('is as wide as its frame', () => {
    const grids = documentOfFile(written.taskList).match(/<w:tblGrid>.*?<\/w:tblGrid>/g) ?? [];
    const widths = [...(grids[0] ?? '').matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(12_756);
  });

  test('repeats its head, keeps short rows whole and every column filled', () => {
    const [head, ...body] = rowsOf('taskList');
    expect(head).toContain('<w:tblHeader/>');
    for (const row of body) {
      expect(row).not.toContain('<w:tblHeader/>');
      expect(row).toContain('<w:cantSplit/>');
      expect(row.match(/<w:tc>/g)).toHaveLength(5);
    }
  });

  test('merges downwards: each continued cell has a beginning above it', () => {
    const column = rowsOf('taskList').map((row) => row.match(/<w:tc>.*?<\/w:tc>/g)?.[0] ?? '');
    const begun = column.filter((cell) => cell.includes('<w:vMerge w:val="restart"/>'));
    const continued = column.filter((cell) => cell.includes('<w:vMerge/>'));
    expect(begun).toHaveLength(4);
    expect(begun.length + continued.length).toBe(column.length - 1);
  });

  test('keeps its last rows together, and a signature below with them', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => row(cell(0, `${at}`), cell(1, '任务')));
    const line = (words: string): Block => ({
      kind: 'paragraph',
      lead: null,
      inlines: [text(words)],
      indent: 'none',
      place: nowhere,
    });
    const signed = documentOf([upright(table(['序号', '任务'], ...rows), line('签字：'), line('日期：'))]);
    const file = await write(signed);
    const keeping = (documentOfFile(file).match(/<w:tr>.*?<\/w:tr>/g) ?? []).map((xml) =>
      xml.includes('<w:keepNext/>'),
    );
    expect(keeping.slice(-2)).toEqual([true, true]);
    expect(keeping.slice(0, 5)).toEqual(Array(5).fill(false));
    const [first, second] = ['签字：', '日期：'].map(
      (words) =>
        new RegExp(`<w:p><w:pPr>((?:(?!</w:pPr>).)*)</w:pPr>(?:(?!</w:p>).)*${words}`).exec(
          documentOfFile(file),
        )?.[1],
    );
    expect(first).toContain('<w:keepNext/><w:spacing w:before="120"/>');
    expect(second).not.toContain('<w:keepNext/>');
    expect(await faultsIn({ signed: file })).toEqual([]);
  });
});
