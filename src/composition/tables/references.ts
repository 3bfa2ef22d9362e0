/**
 * References of formulas, in brackets until it is known which rows and columns of a sheet they mean:
 * `[@列]` the cell of the same row, `[列]` all data cells of the column, `[表名!列]` those of another sheet, `[表头]`
 * the head of the formula's own column;
 * and, made here for sums, a column by its index: `[#3]`, and its part in the group at hand: `[组#3]`.
 */
export const reference = /\[(@|组#|#|(?:[^[\]!@#]+)!)?([^[\]!@#]+)\]/g;

/** All data cells of a column, counted from 0. */
export const wholeReference = (column: number): string => `[#${column}]`;

/** The data cells of a column that belong to the group a subtotal is about. */
export const groupReference = (column: number): string => `[组#${column}]`;

/** What stands for the head of the formula's own column. */
export const ownHead = '表头';
