import { beforeAll, describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { notAtLineEnd, notAtLineStart } from '../../../src/format/punctuation.ts';
import { notice } from './examples.ts';
import { documentOfFile, faultsIn, partOf, type WordFiles, write, writeExamples } from './written.ts';

let written: WordFiles = {};
beforeAll(async () => {
  written = await writeExamples();
});

describe('styles and settings', () => {
  test('carry the prohibition lists the typesetter uses', () => {
    const settings = partOf(written.notice, 'word/settings.xml');
    const list = (name: string) =>
      new RegExp(`<w:${name} w:lang="zh-CN" w:val="([^"]*)"/>`).exec(settings)?.[1]?.replace('&quot;', '"');
    expect(list('noLineBreaksBefore')).toBe(notAtLineStart);
    expect(list('noLineBreaksAfter')).toBe(notAtLineEnd);
    expect(settings).toContain('<w:characterSpacingControl w:val="doNotCompress"/>');
    expect(settings).toContain('<w:evenAndOddHeaders/>');
    const styles = partOf(written.notice, 'word/styles.xml');
    expect(styles).toContain('<w:autoSpaceDE w:val="1"/><w:autoSpaceDN w:val="1"/>');
  });

  test('every style used is defined, and no coloured heading is left', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    const defined = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
    for (const file of Object.values(written)) {
      const used = [...documentOfFile(file).matchAll(/<w:[pr]Style w:val="([^"]*)"\/>/g)].map(([, id]) => id);
      expect(used.filter((id) => !defined.has(id))).toEqual([]);
    }
    expect([...styles.matchAll(/<w:color w:val="([^"]*)"/g)].map(([, colour]) => colour)).toEqual(['FF0000']);
  });

  test('figures are 黑体 where the standard names a face for them, Western in text, headings and heads of tables', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    const faceOfFigures = (id: string) =>
      new RegExp(`w:styleId="${id}"(?:(?!</w:style>).)*?<w:rFonts[^>]*w:ascii="([^"]*)"`).exec(styles)?.[1];
    expect(['AttachmentLabel', 'Classification'].map(faceOfFigures)).toEqual(['黑体', '黑体']);
    for (const id of ['Heading1', 'Lead1', 'CopyNumber', 'SetApart']) {
      expect(faceOfFigures(id), id).toBe('Times New Roman');
    }
  });

  test('headings are known to the navigation pane', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    const levelOf = (id: string) =>
      new RegExp(`w:styleId="${id}".*?<w:outlineLvl w:val="(\\d)"/>`).exec(styles)?.[1];
    expect(['Heading1', 'Heading2', 'Heading3', 'Heading4', 'PartTitle'].map(levelOf)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '0',
    ]);
    expect(styles).toContain('<w:name w:val="heading 1"/><w:aliases w:val="一级标题"/>');
  });
});

describe('what an office varies', () => {
  const varied: OfficialDocument = {
    ...notice,
    profile: {
      linePitch: 28.8,
      pageNumber: 'centre',
      boldSecondLevel: true,
      westernFace: 'own',
      titleFace: '华文中宋',
      faceNames: 'Windows',
      duplex: false,
      preprinted: false,
    },
  };

  test('goes into the styles, once for all files', async () => {
    const file = await write(varied);
    const styles = partOf(file, 'word/styles.xml');
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0];
    expect(style('BodyText')).toContain('w:line="576"');
    expect(style('BodyText')).toContain('w:ascii="仿宋"');
    expect(style('Heading2')).toContain('<w:b/>');
    expect(style('Heading1')).not.toContain('<w:b/>');
    expect(style('DocumentTitle')).toContain('w:eastAsia="华文中宋"');
    expect(style('PageNumberOdd')).toContain('<w:jc w:val="center"/>');
    expect(`${styles}${documentOfFile(file)}`).not.toMatch(/GB2312|Times New Roman/);
    expect(await faultsIn({ varied: file })).toEqual([]);
  });

  test('the standard is not touched by it', () => {
    const styles = partOf(written.notice, 'word/styles.xml');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).not.toContain('<w:b/>');
  });
});
