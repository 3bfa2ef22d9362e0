import type { Fitting } from '../../document/fitting.ts';
import type { OfficialDocument } from '../../document/official-document.ts';
import { formatOf } from '../../format/format.ts';
import { noShelf, type Shelf } from '../../keeping/shelf.ts';
import { corePropertiesPart } from './properties.ts';
import { shell } from './shell.ts';
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
  const { archives, body, references } = await shell(kind, format, shelf);
  return archives.archive([
    body(writeSections(document, fitting, format, references)),
    corePropertiesPart(document.metadata),
  ]);
}
