import { createHash } from 'node:crypto';
import type { Format } from '../../format/format.ts';
import type { Shelf } from '../../keeping/shelf.ts';
import { ArchiveSeries, type PackedPart } from '../../packaging/pack.ts';
import { PieceDeflater } from '../../packaging/piece-deflater.ts';
import { type Markup, single } from './markup.ts';
import { documentCodes } from './part-codes.ts';
import type { FurnitureReferences } from './write-sections.ts';

/** Letters have headers and footers no other document has. */
export type ShellKind = 'plain' | 'letter';

/** What is the same in every Word file of a kind we write. */
export interface Shell {
  /** All parts but the document itself and its properties, the content types first. */
  readonly parts: readonly PackedPart[];
  /** `word/document.xml` up to and including `<w:body>`, and from `</w:body>` on. */
  readonly head: string;
  readonly foot: string;
  readonly references: FurnitureReferences;
}

/** A shell to write files with. */
export interface OpenShell {
  /** Files that begin with the parts that are the same in all. */
  readonly archives: ArchiveSeries;
  /** `word/document.xml` with markup in its body. */
  readonly body: (matter: readonly Markup[]) => PackedPart;
  readonly references: FurnitureReferences;
}

const shells: Readonly<Record<ShellKind, Map<Format, Promise<OpenShell>>>> = {
  plain: new Map(),
  letter: new Map(),
};

/** The shell of a kind and format, made at first need and shared by all its files. */
export function shell(kind: ShellKind, format: Format, shelf: Shelf): Promise<OpenShell> {
  const opened = shells[kind].get(format) ?? keptOrMade(kind, format, shelf).then(open);
  shells[kind].set(format, opened);
  return opened;
}

function open({ parts, head, foot, references }: Shell): OpenShell {
  const deflater = new PieceDeflater(documentCodes, head);
  const closing = single(foot);
  return {
    archives: new ArchiveSeries(parts),
    body: (matter) => deflater.part('word/document.xml', [...matter, closing]),
    references,
  };
}

/** `docx`, which takes long to load, is loaded only where no earlier run has kept the shell. */
async function keptOrMade(kind: ShellKind, format: Format, shelf: Shelf): Promise<Shell> {
  const name = `${kind}-${digest(JSON.stringify(Object.entries(format.profile).sort())).slice(0, 24)}.shell`;
  const kept = shelf.read(name);
  const known = kept === null ? null : fromText(new TextDecoder().decode(kept));
  if (known !== null) return known;
  const { makeShell } = await import('./make-shell.ts');
  const made = await makeShell(kind, format);
  shelf.write(name, new TextEncoder().encode(toText(made)));
  return made;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A digest, and on the next line the shell as JSON, bytes in base 64. */
function toText(made: Shell): string {
  const text = JSON.stringify(made, (_, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
  return `${digest(text)}\n${text}`;
}

/** Null where a text is not what `toText` gave. */
function fromText(text: string): Shell | null {
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  if (end < 0 || digest(content) !== text.slice(0, end)) return null;
  return JSON.parse(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'base64' in value
      ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
      : value,
  );
}
