import type { Signature } from '../document/block.ts';
import { characterWidth } from '../format/page.ts';
import { signatureLines } from '../format/signature.ts';
import type { GalleyItem, Row } from './galley.ts';
import { placeLine } from './place-line.ts';
import { element, type Setter, space } from './set-block.ts';
import { baselineOf } from './set-text.ts';

/** 署名 and 成文日期: the lines of a signature stay on one page. */
export const setSignature: Setter<Signature> = (signature, setting) => {
  const { typecase, frame, format } = setting;
  const { body } = format.styles;
  const lines = signatureLines(signature);
  return lines.flatMap(({ above, texts }, index): GalleyItem[] => {
    const items = texts.flatMap(({ words, spread, right }) => {
      const glyphs = typecase.inlines(
        [spread === null ? { kind: 'text', text: words } : { kind: 'spread', text: words, width: spread }],
        body,
      );
      return placeLine(glyphs, 0, glyphs.length, {
        x: 0,
        width: frame.width - right * characterWidth,
        y: baselineOf(body.pitch),
        align: 'right',
        last: true,
        colour: 'black',
        element: element(setting, 'P'),
      });
    });
    const keepWithNext = index < lines.length - 1;
    const row: Row = { kind: 'row', height: body.pitch, items, keepWithNext, bookmark: null };
    return above === 0 ? [row] : [space(format.line(above), true), row];
  });
};
