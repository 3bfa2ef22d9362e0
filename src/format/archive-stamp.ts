import { page } from './page.ts';
import { local } from './standard.ts';
import { sizes } from './type-styles.ts';
import { mm, type Points } from './units.ts';

/**
 * 归档章 of DA/T 22-2015: six fields in two rows, red, at the middle of the first page's head margin. The rule gives
 * fields and place; 45 × 16 mm is the size of its edition of 2000, which stamps in use still have.
 */
export const archiveStamp = {
  width: local(mm(45)),
  height: local(mm(16)),
  columns: 3,
  rows: 2,
  /** From the paper's upper edge. */
  top: local(mm(11)),
  ruleWeight: local<Points>(1),
  size: sizes.五号,
  role: 'songti',
} as const;

/** Left edge of the stamp: centred on the paper. */
export const archiveStampLeft: Points = (page.paper.value.width - archiveStamp.width.value) / 2;
