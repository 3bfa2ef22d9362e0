import type { LineFitting } from '../../document/fitting.ts';
import type { Inline } from '../../document/inline.ts';
import { isWestern } from '../../format/faces.ts';
import type { Format } from '../../format/format.ts';
import { strongRole, type TypeStyle } from '../../format/type-styles.ts';
import { type Points, toTwips } from '../../format/units.ts';
import { escapeXml, tag } from './xml.ts';

type RunTraits = Pick<TypeStyle, 'role' | 'size' | 'tracking' | 'ownFigures'>;

/** What a run of text is set in: the face its styles give it, its size and its tracking. */
export type RunSetting = RunTraits & {
  /** Character style; null for what the paragraph's style says. */
  readonly characterStyle: string | null;
  /** Its tracking is not that of its styles and has to be told. */
  readonly departs: boolean;
  readonly format: Format;
};

export const plainRun = ({ role, size, tracking, ownFigures }: RunTraits, format: Format): RunSetting => ({
  role,
  size,
  tracking,
  ownFigures,
  characterStyle: null,
  departs: false,
  format,
});

/** A run with what its paragraph's fitting adds after every character. */
export const tracked = (setting: RunSetting, { tracking }: LineFitting): RunSetting =>
  tracking === 0 ? setting : { ...setting, tracking: setting.tracking + tracking, departs: true };

const latinEnd = 0x24f;
const cjkStart = 0x2e80;

/**
 * A Chinese character that programs may take for a Western one: quotes, dashes, ellipses, · and × . LibreOffice
 * gives such a mark the face of what stands before it, and Latin-1 marks and spaces the Western face always.
 */
function needsOwnFace(codePoint: number, afterWestern: boolean): boolean {
  if (isWestern(codePoint) || codePoint >= cjkStart) return false;
  return codePoint <= latinEnd || afterWestern;
}

/** Text cut where a mark has to be told its face. */
function* segments(text: string): Generator<{ readonly words: string; readonly own: boolean }> {
  let words = '';
  let own = false;
  // A paragraph or run that opens with a quote has nothing before it to follow.
  let afterWestern = true;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const needs = needsOwnFace(codePoint, afterWestern);
    if (needs !== own && words !== '') {
      yield { words, own };
      words = '';
    }
    own = needs;
    words += character;
    if (isWestern(codePoint)) afterWestern = true;
    else if (codePoint >= cjkStart) afterWestern = false;
  }
  if (words !== '') yield { words, own };
}

const hint = tag('rFonts', { hint: 'eastAsia' });
const ownFaces = (name: string): string =>
  tag('rFonts', { hint: 'eastAsia', ascii: name, hAnsi: name, eastAsia: name, cs: name });

const onlyWestern = /^[\u{21}-\u{7E}]*$/u;

/** A space at an end would be dropped unless it is said to stay. */
const hasEdgeSpace = (text: string): boolean => text.trim() !== text;

/** `<w:r>` around text, with its properties in the order of the schema. */
function run(style: string | null, faces: string, after: string, text: string): string {
  const properties = (style === null ? '' : tag('rStyle', { val: style })) + faces + after;
  const open = properties === '' ? '<w:r>' : `<w:r><w:rPr>${properties}</w:rPr>`;
  const space = hasEdgeSpace(text) ? ' xml:space="preserve"' : '';
  return `${open}<w:t${space}>${escapeXml(text)}</w:t></w:r>`;
}

/** Chinese and Western characters no program takes for the other: they need no hint. */
const unmistakable = /^[!-~\u2E80-\uFFFF]*$/;

/** What stands around words of which nothing has to be told but their tracking, where it departs from that of their styles. */
export const plainRunOpening = (tracking: Points | null): string =>
  tracking === null ? '<w:r><w:t>' : `<w:r><w:rPr>${tag('spacing', { val: toTwips(tracking) })}</w:rPr><w:t>`;
export const plainRunClosing = '</w:t></w:r>';

/** Words of which nothing has to be told or escaped: unmistakable characters without marks of XML and wide spaces. */
const plain = /^[!#-%'-;=?-~\u2E80-\u2FFF\u3001-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]+$/;

/** The words of inlines that are one plain run, as most cells are; null for any others. */
export function plainWords(inlines: readonly Inline[], setting: RunSetting): string | null {
  const { characterStyle, ownFigures, format } = setting;
  const only = inlines[0];
  if (only?.kind !== 'text' || inlines.length > 1 || characterStyle !== null) return null;
  return ownFigures || format.ownFigures || !plain.test(only.text) ? null : only.text;
}

/** Runs of a text; `after` are properties that follow the faces. */
export function textRuns(text: string, setting: RunSetting, after = ''): string {
  const { role, ownFigures, characterStyle, format } = setting;
  if (text === '') return '';
  if (ownFigures || format.ownFigures) return run(characterStyle, hint, after, text);
  if (unmistakable.test(text)) return run(characterStyle, '', after, text);
  let xml = '';
  for (const { words, own } of segments(text)) {
    const faces = own ? ownFaces(format.faceNames[role]) : onlyWestern.test(words) ? '' : hint;
    xml += run(characterStyle, faces, after, words);
  }
  return xml;
}

/** A text spread over whole characters by tracking on all but its last one, so that it stays one word. */
export function spreadRuns(text: string, width: number, setting: RunSetting, after = ''): string {
  const all = [...text];
  const last = all.at(-1) ?? '';
  const { size, tracking } = setting;
  const natural = all.reduce(
    (sum, one) => sum + (isWestern(one.codePointAt(0) ?? 0) ? size / 2 : size) + tracking,
    0,
  );
  const extra = (width * (size + tracking) - natural) / Math.max(1, all.length - 1);
  if (extra <= 0 || all.length < 2) return textRuns(text, setting, after);
  // Rounded down: a name spread to the width of its cell must not turn the line.
  const spacing = tag('spacing', { val: Math.floor(toTwips(1) * (tracking + extra)) });
  return textRuns(all.slice(0, -1).join(''), setting, spacing + after) + textRuns(last, setting, after);
}

/** A whole Chinese space: as wide as a character in every Chinese face. */
const ideographicSpace = '\u{3000}';

/** Runs of inlines. */
export function inlineRuns(inlines: readonly Inline[], setting: RunSetting): string {
  const told = setting.departs ? tag('spacing', { val: toTwips(setting.tracking) }) : '';
  let xml = '';
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
        xml += textRuns(inline.text, setting, told);
        break;
      case 'strong':
        xml += textRuns(inline.text, { ...setting, role: strongRole, characterStyle: 'SetApart' }, told);
        break;
      case 'spread':
        xml += spreadRuns(inline.text, inline.width, setting);
        break;
      case 'blank':
        xml += textRuns(ideographicSpace.repeat(inline.width), setting, told + tag('u', { val: 'single' }));
        break;
      case 'line-break':
        xml += lineBreak;
        break;
    }
  }
  return xml;
}

/** A forced new line. */
export const lineBreak = '<w:r><w:br/></w:r>';

/** To the next tab stop. */
export const tabRun = '<w:r><w:tab/></w:r>';
