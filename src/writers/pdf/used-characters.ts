import type { FaceId } from '../../fonts/face-set.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';

/** Code points by face. */
export type UsedCharacters = ReadonlyMap<FaceId, ReadonlySet<number>>;

/** The characters that a batch of documents draws with each face: what its faces are subset to. */
export function usedCharacters(documents: Iterable<TypesetDocument>): UsedCharacters {
  const used = new Map<FaceId, Set<number>>();
  for (const document of documents) {
    for (const { body, furniture } of document.pages) {
      for (const items of [body, furniture]) {
        for (const item of items) {
          if (item.kind === 'text' && item.face !== null) addCharacters(used, item.face, item.text);
        }
      }
    }
  }
  return used;
}

function addCharacters(used: Map<FaceId, Set<number>>, face: FaceId, text: string): void {
  let codePoints = used.get(face);
  if (codePoints === undefined) {
    codePoints = new Set();
    used.set(face, codePoints);
  }
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    codePoints.add(codePoint);
    if (codePoint > 0xffff) index++;
  }
}
