import type { Findings } from '../diagnostics/findings.ts';
import { nowhere } from '../diagnostics/place.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { type FaceId, type FaceSet, isFallback } from '../fonts/face-set.ts';
import { roleNames } from '../format/faces.ts';
import type { PlacedText, TypesetDocument } from '../typesetting/page.ts';

/** A text drawn, and its page from 0. */
interface Drawn {
  readonly item: PlacedText;
  readonly page: number;
}

/** Enters the characters of a text that a fallback drew, with their face, where they are new. */
function addCharacters(item: PlacedText, page: number, lacking: Map<string, Drawn>): void {
  for (const character of item.text) {
    const key = `${item.face} ${character}`;
    if (!lacking.has(key)) lacking.set(key, { item, page });
  }
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Says which faces of a document stand in for the proper ones, and which characters the face of their role lacks and
 * another one drew: each character once a document, at the first place where it stands.
 */
export function reportFaces(
  document: OfficialDocument,
  typeset: TypesetDocument,
  faces: FaceSet,
  findings: Findings,
): void {
  const used = new Set<FaceId>();
  const lacking = new Map<string, Drawn>();
  for (const [page, { body, furniture }] of typeset.pages.entries()) {
    for (const items of [body, furniture]) {
      for (const item of items) {
        if (item.kind !== 'text' || item.face === null) continue;
        used.add(item.face);
        if (isFallback(item.face)) addCharacters(item, page, lacking);
      }
    }
  }
  faces.reportSubstitutes(used, findings);
  for (const [key, { item, page }] of lacking) {
    const [id = '', character = ''] = key.split(' ');
    const { role, name } = faces.face(id);
    const proper = faces.primary(role)?.name ?? roleNames[role];
    const place =
      (item.element === null ? undefined : typeset.structure[item.element]?.origin.place) ?? nowhere;
    findings.report(
      'fonts/fallback',
      `“${character}”（${codeOf(character)}）：${roleNames[role]}字体“${proper}”没有这个字，PDF 用“${name}”的字代替`,
      place,
      {
        actual: character,
        hint: `对照原字核对字形；装上有这个字的${roleNames[role]}字体再生成，字形就一致`,
        paper: { document: document.id, title: document.metadata.title, page: page + 1 },
      },
    );
  }
}
