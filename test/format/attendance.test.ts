import { describe, expect, test } from 'vitest';
import type { AttendanceList } from '../../src/document/block.ts';
import { plainText, text } from '../../src/document/inline.ts';
import { attendanceWords } from '../../src/format/attendance.ts';

const linesOf = (persons: string, label: AttendanceList['label'] = '列席'): readonly string[] =>
  plainText(attendanceWords({ label, persons: [text(persons)] })).split('\n');

describe('出席名单 §10.3: lines of twenty-three characters behind the label', () => {
  test('a list that fits stays on its line', () => {
    expect(linesOf('周建国、王宁、姚治广、李文海、陈晓东、赵国庆')).toEqual([
      '列席：周建国、王宁、姚治广、李文海、陈晓东、赵国庆',
    ]);
  });

  test('no name is parted at a line’s end, the unit stays with it', () => {
    expect(linesOf('镇党政综合办公室刘敏，镇财政所何静，镇纪委韩冬梅（列席第一、二项议题）')).toEqual([
      '列席：镇党政综合办公室刘敏，镇财政所何静，',
      '镇纪委韩冬梅（列席第一、二项议题）',
    ]);
  });

  test('a mark inside brackets parts nobody', () => {
    const lines = linesOf('周建国、王宁、姚治广、李文海、陈晓东（第一、二、三、四、五项）、赵国庆');
    expect(lines).toEqual([
      '列席：周建国、王宁、姚治广、李文海、',
      '陈晓东（第一、二、三、四、五项）、赵国庆',
    ]);
  });

  test('twenty-three characters fill a line, with the mark at its end', () => {
    const persons = '甲乙、丙丁、戊己、庚辛、壬癸、子丑、寅卯';
    expect(linesOf(`${persons}辰巳、午未`)).toEqual([`列席：${persons}辰巳、`, '午未']);
    expect(linesOf(`${persons}辰巳午、午未`)).toEqual([
      '列席：甲乙、丙丁、戊己、庚辛、壬癸、子丑、',
      '寅卯辰巳午、午未',
    ]);
  });

  test('one longer than a line is left to the program', () => {
    const long = '灵璧县三管镇农业综合服务中心农村集体经济组织经营管理站负责人王宁';
    expect(linesOf(`周建国、${long}`)).toEqual(['列席：周建国、', long]);
  });
});
