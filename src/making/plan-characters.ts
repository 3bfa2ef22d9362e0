import type { OfficialDocument } from '../document/official-document.ts';
import { type FaceSet, isFallback } from '../fonts/face-set.ts';
import type { FaceRole } from '../format/faces.ts';
import type { PlacedText, TypesetDocument } from '../typesetting/page.ts';
import { typeset } from '../typesetting/typeset.ts';

/** Characters that documents draw in a role. */
export interface RoleCharacters {
  readonly all: ReadonlySet<string>;
  /** Those the role's own face lacks, by the name of the face that draws them. */
  readonly fallbacks: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a set of documents draws. */
export interface PlanCharacters {
  readonly roles: ReadonlyMap<FaceRole, RoleCharacters>;
  /** Those no face of this machine has. */
  readonly missing: ReadonlySet<string>;
}

/** All texts of a document. */
function* textsOf({ pages }: TypesetDocument): Generator<PlacedText> {
  for (const { body, furniture } of pages) {
    for (const item of [...body, ...furniture]) if (item.kind === 'text') yield item;
  }
}

/** The characters of documents by the role that draws them, and which of them the faces of this machine lack. */
export function planCharacters(documents: Iterable<OfficialDocument>, faces: FaceSet): PlanCharacters {
  const roles = new Map<FaceRole, { all: Set<string>; fallbacks: Map<string, Set<string>> }>();
  const missing = new Set<string>();
  for (const document of documents) {
    for (const { face: id, text } of textsOf(typeset(document, faces))) {
      if (id === null) for (const character of text) missing.add(character);
      else {
        const face = faces.face(id);
        const role = roles.get(face.role) ?? { all: new Set<string>(), fallbacks: new Map() };
        roles.set(face.role, role);
        const fallback = isFallback(id) ? (role.fallbacks.get(face.name) ?? new Set<string>()) : null;
        if (fallback !== null) role.fallbacks.set(face.name, fallback);
        for (const character of text) {
          role.all.add(character);
          fallback?.add(character);
        }
      }
    }
  }
  return { roles, missing };
}
