import { strToU8 } from 'fflate';
import type { Fitting } from '../../document/fitting.ts';
import type { OfficialDocument } from '../../document/official-document.ts';
import { formatOf } from '../../format/format.ts';
import { noShelf, type Shelf } from '../../keeping/shelf.ts';
import { pack, packPart } from '../../packaging/pack.ts';
import { coreProperties } from './properties.ts';
import { type Shell, shell } from './shell.ts';
import { writeSections } from './write-sections.ts';

/**
 * Writes an official document, fitted as every writer fits it, as a Word file (Office Open XML, for Word, WPS and LibreOffice). The parts that are
 * the same in every file of a form and profile (styles, settings, page numbers) are made once and kept on the shelf; the same document gives the same bytes.
 */
export async function writeDocx(
  document: OfficialDocument,
  fitting: Fitting,
  shelf: Shelf = noShelf,
): Promise<Uint8Array> {
  const format = formatOf(document.profile);
  const kind = document.header?.form === 'letter' ? 'letter' : 'plain';
  const { parts, head, foot, references }: Shell = await shell(kind, format, shelf);
  const body = head + writeSections(document, fitting, format, references) + foot;
  return pack([
    ...parts,
    packPart('word/document.xml', strToU8(body)),
    packPart('docProps/core.xml', strToU8(coreProperties(document.metadata))),
  ]);
}
