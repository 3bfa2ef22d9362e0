/**
 * Where something stands, so that a clerk can go there.
 * Lines and columns count from 1; columns count characters (code points), so a Chinese character is one.
 */
export type Place =
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: 'cell'; readonly file: string; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'nowhere' };

/** Where something stands on paper. */
export interface PaperPlace {
  /** Job id of the document: `task-sheet/东姚庄`. */
  readonly document: string;
  /** What the document is called in front of the clerk. */
  readonly title: string;
  /** Counts from 1; null for the document as a whole. */
  readonly page: number | null;
}

/** `“东姚庄2022年任务书”第3页`. */
export const formatPaper = ({ title, page }: PaperPlace): string =>
  `“${title}”${page === null ? '' : `第${page}页`}`;

/** For what has no place of its own: a finding about the machine, a block a test made. */
export const nowhere: Place = { kind: 'nowhere' };

/** `data/x/方案.yaml:12:5`, `数据.xlsx[村庄]!C17`; empty for nowhere. */
export function formatPlace(place: Place): string {
  switch (place.kind) {
    case 'file':
      return `${place.file}:${place.line}:${place.column}`;
    case 'cell':
      return `${place.file}[${place.sheet}]!${place.cell}`;
    case 'nowhere':
      return '';
  }
}

/** What places are ordered by: file and sheet, line or row, column; A1 before B1 before AA1. */
function orderOf(place: Place): [string, number, number] {
  switch (place.kind) {
    case 'file':
      return [place.file, place.line, place.column];
    case 'cell': {
      const letters = place.cell.replace(/\d+$/, '');
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      return [`${place.file}[${place.sheet}]`, Number(place.cell.slice(letters.length)), column];
    }
    case 'nowhere':
      return ['', 0, 0];
  }
}

/** Order in which findings are shown: by file, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  const [fileA, lineA, columnA] = orderOf(a);
  const [fileB, lineB, columnB] = orderOf(b);
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return lineA - lineB || columnA - columnB;
}
