import type { Signature } from '../../document/block.ts';
import { characterWidth } from '../../format/page.ts';
import { type SignatureText, signatureLines } from '../../format/signature.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { toTwips } from '../../format/units.ts';
import { annotated, paragraph } from './paragraph.ts';
import { plainRun, type RunSetting, spreadRuns, tabRun, textRuns } from './runs.ts';
import type { BlockWriter } from './write-block.ts';
import { tag } from './xml.ts';

const textOf = ({ words, spread }: SignatureText, body: RunSetting): string =>
  spread === null ? textRuns(words, body) : spreadRuns(words, spread, body);

/** 署名 and 成文日期: lines that end so far from the right edge; names beside one another end at stops. */
export const writeSignature: BlockWriter<Signature> = (signature, { format, frame, below }) => {
  const body = plainRun(bodyRun, format);
  const lines = signatureLines(signature);
  return lines
    .map(({ above, texts }, index) => {
      const isDate = index === lines.length - 1;
      const style = isDate ? 'DateOfIssue' : 'Issuer';
      const keep = isDate ? annotated(below) : '';
      const spacing = above === 0 ? '' : tag('spacing', { before: toTwips(format.line(above)) });
      const [only, ...more] = texts;
      if (only !== undefined && more.length === 0) {
        const indent = tag('ind', { right: toTwips(only.right * characterWidth) });
        return paragraph(style, textOf(only, body), keep + spacing + indent);
      }
      const stops = texts.map(({ right }) =>
        tag('tab', { val: 'right', pos: toTwips(frame.width - right * characterWidth) }),
      );
      const runs = texts.map((text) => tabRun + textOf(text, body)).join('');
      return paragraph(
        style,
        runs,
        `${keep}<w:tabs>${stops.join('')}</w:tabs>${spacing}${tag('jc', { val: 'left' })}`,
      );
    })
    .join('');
};
