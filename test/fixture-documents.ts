import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWording } from '../src/composition/engine/engine.ts';
import { readManuscript } from '../src/composition/manuscript/read.ts';
import { Findings } from '../src/diagnostics/findings.ts';
import type { Header } from '../src/document/header.ts';
import type { OfficialDocument } from '../src/document/official-document.ts';
import { standardProfile } from '../src/document/profile.ts';
import type { Table } from '../src/document/table.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

const numberOf = (header: Header | null): string | null => (header === null ? null : header.documentNumber);

/** A document from the text of a template that needs no data; tables come from `tableOf`. */
export function documentOfManuscript(
  id: string,
  source: string,
  tableOf: (name: string) => Table | null = () => null,
): OfficialDocument {
  const findings = new Findings();
  const manuscript = createWording(new Map([[`${id}.md`, source]]), findings).manuscript(id, {});
  if (manuscript === null) throw new Error(JSON.stringify(findings.sorted()));
  const { title, header, sections, imprint } = readManuscript(manuscript, tableOf, findings);
  if (findings.sorted().length > 0) throw new Error(JSON.stringify(findings.sorted()));
  return {
    id,
    metadata: {
      title,
      issuer: '三管镇人民政府',
      documentNumber: numberOf(header),
      date: { year: 2022, month: 6, day: 20 },
      keywords: ['三管镇'],
    },
    names: [],
    profile: standardProfile,
    header,
    sections,
    imprint,
  };
}

/** The documents of a folder of manuscripts under `test/fixtures`, by the names of their files. */
export const fixtureDocuments = (folder: string): readonly OfficialDocument[] =>
  readdirSync(join(fixtures, folder))
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) =>
      documentOfManuscript(file.replace(/\.md$/u, ''), readFileSync(join(fixtures, folder, file), 'utf8')),
    );
