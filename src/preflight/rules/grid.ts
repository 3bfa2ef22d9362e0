import { characterWidth, page as paper } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import { near, quoted } from '../measure.ts';
import type { PreflightRule, Report } from '../rule.ts';
import { at, byElement, type Line, linesOfKind } from '../subject.ts';

const { grid, typeArea, bodySize, bindingMargin } = paper;

/** Lines a page holds at a pitch: the last one needs only its type. */
const linesAt = (pitch: number): number =>
  Math.floor((typeArea.value.height - bodySize.value) / pitch + 0.02) + 1;

/** A character that takes a place of the grid whole. */
const whole = /^[\p{sc=Han}\u3000-\u303F\uFF00-\uFFEF]+$/u;

/** Pitches nearer than this are one. */
const samePitch: Points = 0.3;

function pitchFaults(lines: readonly Line[], chosen: Points, report: Report): void {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || next.page !== line.page) continue;
    const pitch = next.baseline - line.baseline;
    const held = linesAt(pitch);
    // A pitch the office chose is its own affair.
    if (held === grid.value.lines || near(pitch, chosen, samePitch)) continue;
    const message = `行距 ${pitch.toFixed(1)} 磅，一面排 ${held} 行，应当排 ${grid.value.lines} 行并撑满版心`;
    report({ ...at(next), message, actual: String(held), expected: String(grid.value.lines) });
    return;
  }
}

function characterFaults(lines: readonly Line[], report: Report): void {
  const right = bindingMargin.value + typeArea.value.width;
  for (const [index, line] of lines.entries()) {
    const count = [...line.words].length;
    const full = index < lines.length - 1 && whole.test(line.words);
    if (!full || line.left > bindingMargin.value + 1) continue;
    // Prohibition rules may take a character or two over to the next line.
    const { characters } = grid.value;
    const fills = right - line.right < characterWidth / 2;
    if (count <= characters && count >= characters - 3 && fills) continue;
    const message = `${quoted(line.words)}这一行排 ${count} 字${fills ? '' : '，没有排满'}，应当每行 ${characters} 字`;
    report({ ...at(line), message, actual: String(count), expected: String(characters) });
    return;
  }
}

/** Running text stands in the grid: 22 lines a page, 28 characters a line, filling the type area. */
export const gridOfText: PreflightRule = {
  id: 'preflight/grid',
  check(subject, report) {
    for (const lines of byElement(linesOfKind(subject, 'paragraph'))) {
      pitchFaults(lines, subject.document.profile.linePitch, report);
      characterFaults(lines, report);
    }
  },
};
