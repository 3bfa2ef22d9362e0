import { describe, expect, test } from 'vitest';
import { writeProof } from '../../../src/writers/proof/write-proof.ts';
import {
  cell,
  documentOf,
  heading,
  paragraph,
  portrait,
  row,
  set,
  table,
} from '../../typesetting/example.ts';
import { faceName } from '../../typesetting/fixed-faces.ts';

const proof = (document: Parameters<typeof set>[0]) => writeProof(set(document), faceName).split('\n');

describe('校样', () => {
  test('a row tells where a line stands, what it is set in and its words', () => {
    expect(proof(portrait(heading(1, '一、', '总体要求'), paragraph('到2022年底完成。')))).toEqual([
      'example：例',
      '共 1 面；上、左为毫米，自纸边量起；字号为磅。',
      '',
      '—— 第 1 面 ——',
      '  37.0   39.1  黑体16  一、总体要求',
      '  47.4   39.1  仿宋16  到2022年底完成。',
      ' 266.2  161.8  宋体14  — 1 —  ［版心外］',
      '',
    ]);
  });

  test('a run-in heading and its text are elements of their own: two rows at one height', () => {
    const lead = {
      level: 2 as const,
      number: '（一）',
      inlines: [{ kind: 'text' as const, text: '责任。' }],
    };
    const block = { ...paragraph('要落实。'), lead };
    const rows = proof(portrait(block as Parameters<typeof portrait>[0])).slice(4, 6);
    expect(rows).toEqual(['  37.0   39.1  楷体16  （一）责任。', '  37.0   72.5  仿宋16  要落实。']);
  });

  test('cells stand apart; the rules of a table are told once', () => {
    const body = ['甲', '乙', '丙', '丁', '戊'].map((words, index) =>
      row(cell(0, `${index + 1}`), cell(1, words)),
    );
    const rows = proof(portrait(table(['序号', '任务'], ...body))).slice(4, -2);
    const words = rows.map((line) => line.split(/ {2,}/u).at(-1));
    expect(words.slice(0, -2)).toEqual([
      '序号',
      '任务',
      '1',
      '甲',
      '2',
      '乙',
      '3',
      '丙',
      '4',
      '丁',
      '5',
      '戊',
    ]);
    expect(words.slice(-2).join(' ')).toMatch(/^横线 (?:[\d.]+ ){6}[\d.]+ 竖线 28.0 106.0 184.0$/u);
  });

  test('a turned page is called so', () => {
    const rows = proof(documentOf({ orientation: 'landscape', blocks: [paragraph('附件')] }));
    expect(rows[3]).toBe('—— 第 1 面（横排：纸逆时针转过来看） ——');
  });
});
