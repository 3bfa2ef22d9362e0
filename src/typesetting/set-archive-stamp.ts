import { archiveStampLeft, archiveStamp as rules } from '../format/archive-stamp.ts';
import { emBox } from '../format/page.ts';
import { type FaceMetrics, Typecase, widthOf } from './glyph.ts';
import type { PlacedItem, TypesetDocument } from './page.ts';
import { placeLine } from './place-line.ts';

/** The fields of a 归档章 as they are stamped: 全宗号, 年度, 件号; 机构（问题）, 保管期限, 页数. */
export type ArchiveStamp = readonly [
  readonly [fonds: string, year: string, item: string],
  readonly [organ: string, retention: string, pages: string],
];

/** A document with a 归档章 on its first page; the stamp is no part of what is read. */
export function withArchiveStamp(
  document: TypesetDocument,
  stamp: ArchiveStamp,
  faces: FaceMetrics,
  ownFigures: boolean,
): TypesetDocument {
  const items = setStamp(stamp, Typecase.of(faces, ownFigures));
  const pages = document.pages.map((page, index) =>
    index === 0 ? { ...page, furniture: [...page.furniture, ...items] } : page,
  );
  return { ...document, pages };
}

function setStamp(stamp: ArchiveStamp, typecase: Typecase): PlacedItem[] {
  const { columns, rows, size, role } = rules;
  const [top, width, height] = [rules.top.value, rules.width.value / columns, rules.height.value / rows];
  const rule = { kind: 'rule', weight: rules.ruleWeight.value, colour: 'red' } as const;
  const right = archiveStampLeft + rules.width.value;
  const bottom = top + rules.height.value;
  const items: PlacedItem[] = [];
  for (let row = 0; row <= rows; row++) {
    const y = top + row * height;
    items.push({ ...rule, x1: archiveStampLeft, y1: y, x2: right, y2: y });
  }
  for (let column = 0; column <= columns; column++) {
    const x = archiveStampLeft + column * width;
    items.push({ ...rule, x1: x, y1: top, x2: x, y2: bottom });
  }
  const look = { role, tracking: 0, bold: false, ownFigures: true };
  for (const [row, fields] of stamp.entries()) {
    for (const [column, words] of fields.entries()) {
      const natural = widthOf(typecase.text(words, { ...look, size }));
      // A field wider than its cell is set smaller.
      const fitted = Math.min(size, (size * width * 0.92) / Math.max(natural, 1));
      const glyphs = typecase.text(words, { ...look, size: fitted });
      const middle = top + (row + 0.5) * height;
      items.push(
        ...placeLine(glyphs, 0, glyphs.length, {
          x: archiveStampLeft + column * width,
          width,
          y: middle + ((emBox.ascent - emBox.descent) / 2) * fitted,
          align: 'center',
          last: true,
          colour: 'red',
          element: null,
        }),
      );
    }
  }
  return items;
}
