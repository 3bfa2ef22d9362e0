import { describe, expect, test } from 'vitest';
import { standardProfile } from '../../src/document/profile.ts';
import { formatOf } from '../../src/format/format.ts';
import { emBox, page } from '../../src/format/page.ts';
import { mm } from '../../src/format/units.ts';

const upright = { orientation: 'portrait', blocks: [] } as const;

describe('the format of a profile', () => {
  test('profiles of the same values share one', () => {
    expect(formatOf({ ...standardProfile })).toBe(formatOf(standardProfile));
    expect(formatOf({ ...standardProfile, linePitch: 28 })).not.toBe(formatOf(standardProfile));
  });

  test.each([28, 28.8, 29.6, 30])('glyphs fill the type area whatever the pitch: %s pt', (linePitch) => {
    const { frameOf, styles } = formatOf({ ...standardProfile, linePitch });
    const { top, height } = frameOf(upright);
    const { size, pitch } = styles.body;
    const share = page.baselineShare.value;
    expect(top + pitch * share - emBox.ascent * size).toBeCloseTo(mm(37), 0);
    const lastBox = top + height - pitch;
    expect(lastBox + pitch * share + emBox.descent * size).toBeCloseTo(mm(37 + 225), 0);
  });

  test('the standard has 22 lines a page', () => {
    const { frameOf, line } = formatOf(standardProfile);
    expect(Math.floor(frameOf(upright).height / line(1))).toBe(22);
  });

  test('names of faces follow the office', () => {
    expect(formatOf(standardProfile).faceNames).toMatchObject({
      fangsong: '仿宋_GB2312',
      kaiti: '楷体_GB2312',
      xiaobiaosong: '方正小标宋简体',
    });
    expect(
      formatOf({ ...standardProfile, faceNames: 'Windows', titleFace: '华文中宋' }).faceNames,
    ).toMatchObject({ fangsong: '仿宋', kaiti: '楷体', xiaobiaosong: '华文中宋' });
  });
});
