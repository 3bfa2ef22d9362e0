/**
 * Where something stands, so that a clerk can go there.
 * Lines and columns count from 1; columns count characters (code points), so a Chinese character is one.
 */
export type Place =
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: 'cell'; readonly file: string; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'document'; readonly document: string; readonly page: number | null }
  | { readonly kind: 'nowhere' };

/** For what has no place of its own: a finding about the machine, a block a test made. */
export const nowhere: Place = { kind: 'nowhere' };

/** `data/x/方案.yaml:12:5`, `数据.xlsx[村庄]!C17`, `通知 第3页`; empty for nowhere. */
export function formatPlace(place: Place): string {
  switch (place.kind) {
    case 'file':
      return `${place.file}:${place.line}:${place.column}`;
    case 'cell':
      return `${place.file}[${place.sheet}]!${place.cell}`;
    case 'document':
      return place.page === null ? place.document : `${place.document} 第${place.page}页`;
    case 'nowhere':
      return '';
  }
}

/** Order in which findings are shown: by file, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  const key = (place: Place): [string, number, number] =>
    place.kind === 'file'
      ? [place.file, place.line, place.column]
      : place.kind === 'document'
        ? [place.document, place.page ?? 0, 0]
        : [formatPlace(place), 0, 0];
  const [fileA, lineA, columnA] = key(a);
  const [fileB, lineB, columnB] = key(b);
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return lineA - lineB || columnA - columnB;
}
