import { describe, expect, test } from 'vitest';
import { createWording } from '../../../src/composition/engine/engine.ts';
import type { View } from '../../../src/composition/wording.ts';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { formatPlace, nowhere } from '../../../src/diagnostics/place.ts';
import { faults, render, viewOf } from '../example.ts';

describe('templates', () => {
  test('put out data by their Chinese names', () => {
    const data = { 村居: [{ 名称: '李卓' }, { 名称: '新庄' }], 年度: 2022, 加盖印章: true, 附注: null };
    const { text } = render(
      '{{!-- 说明 --}}\n{{#each 村居}}\n{{序号 @index}}{{名称}}（{{@root.年度}}）{{#unless @last}}、{{/unless}}\n{{/each}}\n' +
        '{{加盖印章}}{{#if 附注}}有{{else}}无{{/if}}\n',
      data,
    );
    expect(text).toBe('1李卓（2022）、\n2新庄（2022）\n是无\n');
  });

  test('take in other templates, also by a name in the data', () => {
    const others = { '内容/甲.md': '甲：{{名称}}', '乙.md': '乙：{{名称}}' };
    const { text } = render('{{> 乙}}{{> (模板 "内容" 选用)}}', { 名称: '李卓', 选用: '甲' }, others);
    expect(text).toBe('乙：李卓甲：李卓');
  });

  test('block parameters and outer levels are seen', () => {
    const { text } = render('{{#each 甲 as |乙|}}{{乙.丙}}{{../丁}}{{/each}}', {
      甲: [{ 丙: '一' }],
      丁: '二',
    });
    expect(text).toBe('一二');
  });
});

describe('what the data lack is an error at its place in the template', () => {
  test('all of a template at once, in text, in arguments, in blocks and below lists', () => {
    const { text, faults: found } = render(
      '第一行\n甲{{公文.文号}}\n{{日期 公文.日期}}\n{{#each 公文.机关}}x{{/each}}\n{{#if 公文.有无}}x{{/if}}\n' +
        '{{#each 村居}}{{名字}}{{/each}}',
      { 公文: { 发文字号: '三政发' }, 村居: [{ 名称: '李卓' }] },
    );
    expect(text).toBeNull();
    expect(found).toEqual([
      'template/missing-field templates/试.md:2:4 数据里没有“公文.文号”',
      'template/missing-field templates/试.md:3:6 数据里没有“公文.日期”',
      'template/missing-field templates/试.md:4:9 数据里没有“公文.机关”',
      'template/missing-field templates/试.md:5:7 数据里没有“公文.有无”',
      'template/missing-field templates/试.md:6:15 数据里没有“名字”',
    ]);
  });

  test('the nearest name there is comes with it', () => {
    const { findings } = render('{{公文.发文字好}}', { 公文: { 发文字号: '三政发', 份号: '1' } });
    expect(findings.sorted()[0]?.hint).toBe('是不是“发文字号”？');
  });

  test('a field that is not filled in is no empty place', () => {
    const { faults: found } = render('附注：{{附注}}', { 附注: null });
    expect(found).toEqual(['template/missing-field templates/试.md:1:4 “附注”没有填写']);
  });

  test('a list or a group of data is not put out whole', () => {
    const { faults: found } = render('{{村居}}{{公文}}', { 村居: ['甲'], 公文: {} });
    expect(found).toEqual([
      'template/value templates/试.md:1:1 “村居”是列表，不能直接印出来',
      'template/value templates/试.md:1:7 “公文”是一组数据，不能直接印出来',
    ]);
  });

  test('nothing comes from prototypes', () => {
    const names = [
      'constructor',
      'toString',
      '名称.length',
      '名称.text',
      '表.map',
      '__proto__',
      '@constructor',
    ];
    for (const name of names) {
      const { text, faults: found } = render(`{{${name}}}`, { 名称: '李卓', 表: [] });
      expect(text, name).toBeNull();
      expect(found[0], name).toContain('template/missing-field');
    }
  });

  test('a text of the data that looks like a template is text', () => {
    expect(render('{{名称}}', { 名称: '{{公文}}' }).text).toBe('&#123;&#123;公文&#125;&#125;');
  });
});

describe('a broken template', () => {
  test.each([
    [
      'a block never closed',
      '甲\n{{#if 名称}}\n',
      'template/syntax templates/试.md:3:1 模板到结尾还没有写完',
    ],
    [
      'blocks that do not match',
      '{{#if 名称}}\n{{/each}}',
      'template/syntax templates/试.md:1:4 {{#if}} 与 {{/each}} 不配对',
    ],
    ['a bracket too many', '甲{{名称 ）) }}', 'template/syntax templates/试.md:1:8 花括号里的写法不对'],
    ['three braces', '{{{名称}}}', 'template/syntax templates/试.md:1:1 不能用三个花括号'],
    ['an unknown block', '{{#for 名称}}{{/for}}', 'template/syntax templates/试.md:1:1 没有 {{#for}} 这种块'],
    ['an unknown helper', '甲{{中文 3}}', 'template/syntax templates/试.md:1:2 没有“中文”这个写法'],
    ['an unknown template', '\n{{> 没有}}', 'template/missing templates/试.md:2:1 没有模板“没有”'],
    [
      'a block of what is no list',
      '{{#each 名称}}x{{/each}}',
      'template/value templates/试.md:1:1 “名称”不是列表',
    ],
    ['templates without end', '{{> 试}}', 'template/syntax templates/试.md:1:1 模板互相套用，没有尽头'],
  ])('%s', (_, template, expected) => {
    const { text, faults: found } = render(template, { 名称: '李卓' });
    expect(text).toBeNull();
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(expected), found[0]).toBe(true);
  });

  test('a name in the data for which there is no template is reported at the data', () => {
    const { faults: found } = render(
      '{{> (模板 "附件" 内容)}}',
      { 内容: '任务清' },
      { '附件/任务清单.md': '' },
    );
    expect(found).toEqual(['template/missing data.内容:1:1 没有模板“附件/任务清”']);
  });

  test('the faults of all templates come at once', () => {
    const found = render('{{#if', {}, { '乙.md': '{{#each 甲}}', '丙.md': '{{{甲}}}' }).faults;
    expect(found.map((fault) => fault.split(':')[0])).toEqual([
      'template/syntax templates/丙.md',
      'template/syntax templates/乙.md',
      'template/syntax templates/试.md',
    ]);
  });

  test('a value in the braces of a directive is told to take quotes', () => {
    const { findings } = render('::印发[甲]{日期={{名称}}}', { 名称: '李卓' });
    expect(findings.sorted()[0]?.hint).toContain('数据要加引号');
  });
});

describe('helpers', () => {
  const data = {
    日: '2022-05-24',
    四月: '2022-04',
    十二月: '2022-12',
    次年: '2024-12',
    单位: ['组织', '民政'],
    数: 16,
    无: [],
  };

  test.each([
    ['{{日期 日}}', '2022年5月24日'],
    ['{{年月 四月}}', '2022年4月'],
    ['{{起止 四月 十二月}}', '2022年4月—12月'],
    ['{{起止 四月 次年}}', '2022年4月—2024年12月'],
    ['{{起止 四月 四月}}', '2022年4月'],
    ['{{顿号 单位}}', '组织、民政'],
    ['{{连接 单位 间隔="，"}}', '组织，民政'],
    ['{{中文数 数}}', '十六'],
    ['{{中文数 (个数 无)}}', '零'],
    ['{{个数 单位}}', '2'],
    ['{{序号 0}} {{序号 1 级=2}}', '1 （二）'],
    ['{{#if (等于 日 "2022-05-24")}}同{{/if}}', '同'],
    ['{{#if (不等于 数 16)}}{{else}}同{{/if}}', '同'],
    ['{{#if (大于 数 15)}}大{{/if}}{{#if (小于 数 15)}}小{{/if}}', '大'],
    ['{{#if (并且 单位 (或者 无 数))}}有{{/if}}', '有'],
  ])('%s is %s', (template, expected) => {
    expect(render(template, data).text).toBe(expected);
  });

  test.each([
    ['{{日期 四月}}', '“日期 四月”：日期应写作 2022-05-24'],
    ['{{顿号 日}}', '“顿号 日”：这里要的是列表'],
    ['{{中文数 日}}', '“中文数 日”：这里要的是数'],
    ['{{起止 四月 日}}', '“起止 四月 日”：年月应写作 2022-04'],
  ])('%s is refused', (template, message) => {
    expect(render(template, data).faults).toEqual([`template/value templates/试.md:1:1 ${message}`]);
  });
});

describe('phrases of table definitions', () => {
  const findings = new Findings();
  const wording = createWording(new Map(), findings);
  const context = viewOf({ 姓名: '王宁', 职务: '监察员', 备注: null }) as View;
  const place = { kind: 'file', file: 'templates/表格/名单.yaml', line: 4, column: 9 } as const;

  test('are plain text with the place of the first datum', () => {
    const phrase = wording.phrase('{{姓名}}（{{职务}}）', context, place);
    expect(phrase?.text).toBe('王宁（监察员）');
    expect(phrase && formatPlace(phrase.place)).toBe('data.姓名:1:1');
  });

  test('see local names', () => {
    expect(wording.phrase('第{{@序号}}名', context, place, { 序号: 3 })?.text).toBe('第3名');
  });

  test('leave an empty field empty: a cell to be filled in', () => {
    expect(wording.phrase('{{备注}}', context, place)?.text).toBe('');
  });

  test('report what is missing at the definition', () => {
    expect(wording.phrase('{{姓民}}', context, place)).toBeNull();
    expect(wording.value('姓名.长', context, nowhere)).toBeUndefined();
    expect(faults(findings)).toEqual([
      'template/missing-field  数据里没有“姓名.长”',
      'template/missing-field templates/表格/名单.yaml:4:9 数据里没有“姓民”',
    ]);
  });

  test('see nothing of prototypes, and what lists have of their own', () => {
    for (const source of ['{{constructor}}', '{{__proto__}}', '{{姓名.text}}', '{{表.map}}', '{{@toString}}'])
      expect(wording.phrase(source, viewOf({ 姓名: '王宁', 表: [] }) as View, place), source).toBeNull();
    expect(wording.phrase('{{表.length}}', viewOf({ 表: ['甲', '乙'] }) as View, place)?.text).toBe('2');
    expect(wording.phrase('{{constructor}}', { constructor: 3 }, place)?.text).toBe('3');
  });
});
