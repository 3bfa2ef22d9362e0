import { describe, expect, test } from 'vitest';
import { linesOf, read } from '../example.ts';

describe('a manuscript tells its form', () => {
  test('a letter: mark, markings and number, copies without a printing office', () => {
    const { header, imprint, blocks, faults } = read(`::版式[信函]
::密级[秘密★1年]
::发文机关标志[甲镇人民政府]
::发文字号[甲政函〔2022〕8号]

::标题[甲镇人民政府关于某事的函]

::抄送[县财政局。]
`);
    expect(faults).toEqual([]);
    expect(header).toMatchObject({
      form: 'letter',
      copyNumber: null,
      classification: '秘密★1年',
      urgency: null,
      mark: '甲镇人民政府',
      documentNumber: '甲政函〔2022〕8号',
    });
    expect(imprint).toMatchObject({ kind: 'copies', copyTo: '县财政局' });
    expect(linesOf(blocks)).toEqual(['document: 甲镇人民政府关于某事的函']);
  });

  test('an order: mark and number, which name it, and the stamps of those who sign', () => {
    const { title, header, blocks, faults } = read(`::版式[命令]
::发文机关标志[甲镇人民政府令]
::发文字号[第3号]

现予公布。

::签名章[甲镇人民政府镇长]
::签名章[乙局局长]
::成文日期[2022年6月13日]
`);
    expect(faults).toEqual([]);
    expect(header).toMatchObject({ form: 'order', mark: '甲镇人民政府令', documentNumber: '第3号' });
    expect(title).toBe('甲镇人民政府令（第3号）');
    expect(linesOf(blocks)).toEqual(['现予公布。', '甲镇人民政府镇长 乙局局长 2022年6月13日 签名章']);
  });

  test('minutes: mark, a number if there is one, lists of those present as one block', () => {
    const { header, blocks, faults } = read(`::版式[纪要]
::发文机关标志[镇长办公会议纪要]

::标题[第6次镇长办公会议纪要]

::出席[王宁、姚治广]
::请假[李文海]
::列席[]

::附注[不公开]
`);
    expect(faults).toEqual([]);
    expect(header).toMatchObject({ form: 'minutes', mark: '镇长办公会议纪要', documentNumber: null });
    expect(linesOf(blocks)).toEqual([
      'document: 第6次镇长办公会议纪要',
      '出席：王宁、姚治广 请假：李文海',
      'annotation: （不公开）',
    ]);
  });
});

describe('what a form does not allow is reported', () => {
  const letter = '::版式[信函]\n::发文机关标志[甲镇人民政府]\n::发文字号[甲政函〔2022〕8号]\n';
  const order = '::版式[命令]\n::发文机关标志[甲镇人民政府令]\n::发文字号[第3号]\n';
  test.each([
    ['::版式[公函]\n', 'template/value templates/试.md:1:1 没有“公函”这种版式'],
    ['::版式[信函]\n', 'template/syntax templates/试.md:1:1 信函没有发文机关标志'],
    [
      `${letter}::印发[甲办]{日期=2022年5月1日}\n`,
      'template/syntax templates/试.md:1:1 信函的版记不加印发机关和印发日期',
    ],
    [`${letter}::发文机关标志[乙局]\n`, 'template/syntax templates/试.md:1:1 信函只有一个标志'],
    [`${letter}::签发人[王宁]\n`, 'template/syntax templates/试.md:1:1 信函不标签发人'],
    [letter.replace('府]', '府]{文件=有}'), 'template/syntax templates/试.md:1:1 信函的标志不加“文件”'],
    [letter.replace('府]', '府文件]'), 'template/syntax templates/试.md:1:1 信函的标志不加“文件”'],
    [`${order}::紧急程度[特急]\n`, 'template/syntax templates/试.md:1:1 命令不标份号、密级和紧急程度'],
    [order.replace('府令', '府'), 'template/syntax templates/试.md:1:1 命令的标志应当以“令”结尾'],
    [`${order}::签名章[镇长]\n`, 'template/syntax templates/试.md:1:1 签名章之后没有成文日期'],
    [order.replace('命令', '纪要'), 'template/syntax templates/试.md:1:1 纪要的标志应当以“纪要”结尾'],
    ['甲\n\n::抄送[县委办]\n', 'template/syntax templates/试.md:1:1 有抄送机关而没有印发机关'],
  ])('%j', (template, expected) => {
    expect(read(template).faults).toEqual([expected]);
  });
});
