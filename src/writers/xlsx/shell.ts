import { rowCount } from '../../document/sheet-rows.ts';
import type { Workbook } from '../../document/workbook.ts';
import { remember, remembered } from '../../keeping/recall.ts';
import type { Shelf } from '../../keeping/shelf.ts';
import { ArchiveSeries, type PackedPart } from '../../packaging/pack.ts';
import type { Look } from './looks.ts';

/** A workbook without its rows: what `exceljs` makes. */
export interface Shell {
  /** All parts but the sheets and their texts, the content types first. */
  readonly parts: readonly PackedPart[];
  readonly sheets: readonly SheetShell[];
}

/** A sheet before and behind its rows, which are still without merges. */
export interface SheetShell {
  readonly head: string;
  readonly rest: string;
  /** Numbers of the styles of its looks. */
  readonly styles: readonly number[];
}

/** A shell to write files with. */
export interface OpenShell {
  /** Files that begin with the parts that are the same in all. */
  readonly archives: ArchiveSeries;
  readonly sheets: readonly SheetShell[];
}

/** Shells under way and made, by what they are made from: those of a plan are few, and those used last are enough. */
const shells = new Map<string, Promise<OpenShell>>();
const mostShells = 16;

/** The shell of a workbook whose sheets have these looks, made at first need and shared by all that differ in their rows only. */
export function shell(
  workbook: Workbook,
  looks: readonly (readonly Look[])[],
  shelf: Shelf,
): Promise<OpenShell> {
  const basis = basisOf(workbook, looks);
  const opened = shells.get(basis) ?? keptOrMade(workbook, looks, basis, shelf).then(open);
  shells.delete(basis);
  shells.set(basis, opened);
  const [oldest] = shells.keys();
  if (shells.size > mostShells && oldest !== undefined) shells.delete(oldest);
  return opened;
}

const open = ({ parts, sheets }: Shell): OpenShell => ({ archives: new ArchiveSeries(parts), sheets });

/** All that a shell is made from: everything but the rows, of which only their number and looks count, and the merges. */
function basisOf({ metadata, profile, sheets }: Workbook, looks: readonly (readonly Look[])[]): string {
  const shown = sheets.map(({ rows, merges: _, ...rest }, index) => [rest, rowCount({ rows }), looks[index]]);
  return JSON.stringify([metadata, profile, shown]);
}

/** `exceljs`, which takes long to load, is loaded only where no earlier run has kept the shell. */
async function keptOrMade(
  workbook: Workbook,
  looks: readonly (readonly Look[])[],
  basis: string,
  shelf: Shelf,
): Promise<Shell> {
  const names = workbook.sheets.map((sheet) => sheet.name).join('/');
  const name = `workbook ${workbook.metadata.documentNumber} ${names}`;
  const kept = remembered<Stored>(shelf, name, basis);
  if (kept !== null) return { ...kept.value, parts: kept.value.parts.map(partOf) };
  const { makeShell } = await import('./make-shell.ts');
  const made = await makeShell(workbook, looks);
  const stored: Stored = { ...made, parts: made.parts.map(storedPart) };
  remember(shelf, name, basis, stored);
  return made;
}

/** A shell as plain data: bytes in base 64. */
interface Stored extends Pick<Shell, 'sheets'> {
  readonly parts: readonly (Omit<PackedPart, 'deflated'> & { readonly deflated: string })[];
}

const storedPart = (part: PackedPart): Stored['parts'][number] => ({
  ...part,
  deflated: Buffer.from(part.deflated).toString('base64'),
});

const partOf = (part: Stored['parts'][number]): PackedPart => ({
  ...part,
  deflated: new Uint8Array(Buffer.from(part.deflated, 'base64')),
});
