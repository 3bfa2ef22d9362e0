import type { Page, PlacedItem, TypesetDocument } from '../../../src/typesetting/page.ts';
import { texts } from '../example.ts';

/** Texts that hold the words, so much further on and down, in points. */
export const moved = (words: string, across: number, down = 0) =>
  texts({ words }, (item) => ({ ...item, x: item.x + across, y: item.y + down }));

/** Takes what is meant to a page of its own behind that on which it stands: text by its kind and words, rules by `null`. */
export const apart =
  (isApart: (kind: string | null, words: string) => boolean) =>
  (pages: TypesetDocument): TypesetDocument => ({
    ...pages,
    pages: pages.pages.flatMap((page): Page[] => {
      const kindOf = (item: PlacedItem) =>
        item.kind === 'rule' ? null : (pages.structure[item.element ?? -1]?.origin.kind ?? '');
      const isMeant = (item: PlacedItem) =>
        !(item.kind === 'rule' && item.colour === 'red') &&
        isApart(kindOf(item), item.kind === 'text' ? item.text : '');
      if (!page.body.some((item) => item.kind === 'text' && isMeant(item))) return [page];
      return [
        { ...page, body: page.body.filter((item) => !isMeant(item)) },
        { ...page, body: page.body.filter(isMeant) },
      ];
    }),
  });
