import { emBox } from '../../format/page.ts';
import { toMillimetres } from '../../format/units.ts';
import type { Page, PlacedItem, PlacedRule, PlacedText, TypesetDocument } from '../../typesetting/page.ts';
import { clustersOf } from './cluster.ts';

/** Names a face for a reader of the proof, as `仿宋`. */
export type FaceName = (face: NonNullable<PlacedText['face']>) => string;

/**
 * Writes a document as 校样: the pages as text, a row for what stands together on a line: upper edge and left edge in
 * millimetres from the paper's, face and size, words. Two proofs of a document are compared as text.
 */
export function writeProof({ id, metadata, pages }: TypesetDocument, faceName: FaceName): string {
  const head = [`${id}：${metadata.title}`, `共 ${pages.length} 面；上、左为毫米，自纸边量起；字号为磅。`];
  return `${[...head, ...pages.flatMap((page, index) => writePage(page, index + 1, faceName))].join('\n')}\n`;
}

function writePage({ body, furniture, turned }: Page, number: number, faceName: FaceName): string[] {
  const title = `—— 第 ${number} 面${turned ? '（横排：纸逆时针转过来看）' : ''} ——`;
  return [
    '',
    title,
    ...writeItems(body, faceName),
    ...writeItems(furniture, faceName).map((row) => `${row}  ［版心外］`),
  ];
}

const isText = (item: PlacedItem): item is PlacedText => item.kind === 'text';
const isRule = (item: PlacedItem): item is PlacedRule => item.kind === 'rule';

/** A row of the proof at its height. */
interface ProofRow {
  readonly top: number;
  readonly left: number;
  readonly words: string;
}

function writeItems(items: readonly PlacedItem[], faceName: FaceName): string[] {
  const rules = items.filter(isRule);
  const isGrid = rules.length > mostSingleRules;
  const rows = [
    ...clustersOf(items.filter(isText)).map((cluster) => textRow(cluster, faceName)),
    ...(isGrid ? [] : rules.map(ruleRow)),
  ].toSorted((a, b) => a.top - b.top || a.left - b.left);
  return [
    ...rows.map(({ top, left, words }) => `${place(top)} ${place(left)}  ${words}`),
    ...(isGrid ? gridRows(rules) : []),
  ];
}

const place = (points: number): string => toMillimetres(points).toFixed(1).padStart(6);
const size = (points: number): string => String(Math.round(points * 100) / 100);

function textRow(cluster: readonly PlacedText[], faceName: FaceName): ProofRow {
  const [first] = cluster;
  if (first === undefined) throw new RangeError('a cluster has no text');
  const faces = new Set(cluster.map(({ face }) => (face === null ? '缺字' : faceName(face))));
  // Digits inside Chinese text are no news: only what stands alone in the Western face is called so.
  if (faces.size > 1) faces.delete('西文');
  const looks = `${[...faces].join('＋')}${size(first.size)}${first.bold ? '粗' : ''}${first.colour === 'red' ? '红' : ''}`;
  const words = cluster.map(({ text }) => text).join('');
  return { top: first.y - emBox.ascent * first.size, left: first.x, words: `${looks}  ${words}` };
}

function ruleRow({ x1, y1, x2, y2, weight, colour }: PlacedRule): ProofRow {
  const name = `${colour === 'red' ? '红' : ''}线${size(weight)}`;
  const [width, height] = [toMillimetres(x2 - x1), toMillimetres(y2 - y1)];
  const extent = width > height ? `长 ${width.toFixed(1)}` : `高 ${height.toFixed(1)}`;
  return { top: width > height ? y1 - weight / 2 : y1, left: x1, words: `${name}  ${extent}` };
}

/** More rules on a page than this belong to a table and are told by where they stand. */
const mostSingleRules = 8;

/** The rules of tables: heights of the horizontal ones, left edges of the vertical ones. */
function gridRows(rules: readonly PlacedRule[]): string[] {
  const isHorizontal = ({ y1, y2 }: PlacedRule) => y1 === y2;
  const at = (values: readonly number[]) =>
    [...new Set(values.map((value) => toMillimetres(value).toFixed(1)))]
      .toSorted((a, b) => Number(a) - Number(b))
      .join(' ');
  return [
    `  横线 ${at(rules.filter(isHorizontal).map(({ y1 }) => y1))}`,
    `  竖线 ${at(rules.filter((rule) => !isHorizontal(rule)).map(({ x1 }) => x1))}`,
  ];
}
