/** What a sheet of a workbook can hold at most, as Excel's specification has it: a file with more is taken for a damaged one. */
export const sheetLimits = {
  rows: 1_048_576,
  columns: 16_384,
  /** Characters (UTF-16 units) of the text in a cell, and of a formula. */
  text: 32_767,
  formula: 8192,
} as const;
