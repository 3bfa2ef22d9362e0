import { notAtLineEnd, notAtLineStart } from '../../format/punctuation.ts';
import { tag } from './xml.ts';

const chinese = 'zh-CN';

/**
 * Settings `docx` has no option for: prohibition rules as the typesetter has them (行首行尾禁则), no compression of
 * punctuation, the language of the East Asian text.
 */
const prohibition = [
  tag('characterSpacingControl', { val: 'doNotCompress' }),
  tag('noLineBreaksAfter', { lang: chinese, val: notAtLineEnd }),
  tag('noLineBreaksBefore', { lang: chinese, val: notAtLineStart }),
].join('');

const language = tag('themeFontLang', { val: 'en-US', eastAsia: chinese });

/** Completes `word/settings.xml`, keeping the order of the schema. */
export const completeSettings = (xml: string): string =>
  xml
    .replace('<w:displayBackgroundShape/>', '')
    .replace('<w:compat>', `${prohibition}<w:compat>`)
    .replace('</w:compat>', `</w:compat>${language}`);

/**
 * No punctuation hangs in the margin. LibreOffice reads this element the wrong way round, so it is given the
 * opposite, as what a program has to take that does not know Word's name space of 2012.
 */
const nothingHangs =
  `<mc:AlternateContent><mc:Choice Requires="w15">${tag('overflowPunct', { val: 0 })}</mc:Choice>` +
  `<mc:Fallback>${tag('overflowPunct', { val: 1 })}</mc:Fallback></mc:AlternateContent>`;

/**
 * What holds for every paragraph (no line of it alone on a page), said in the style all others are based on (LibreOffice does not hear it in the
 * document's defaults): prohibition rules on, some space between Chinese and Western letters (`format/spacing.ts`), no grid,
 * lines cut where they fall (GB/T 9704-2012 §5.2.3: 22 lines of 28).
 */
export const baseParagraph = `<w:pPr>${[
  tag('widowControl', { val: 1 }),
  tag('kinsoku', { val: 1 }),
  tag('wordWrap', { val: 1 }),
  nothingHangs,
  tag('topLinePunct', { val: 0 }),
  tag('autoSpaceDE', { val: 1 }),
  tag('autoSpaceDN', { val: 1 }),
  tag('adjustRightInd', { val: 0 }),
  tag('snapToGrid', { val: 0 }),
].join('')}</w:pPr>`;
