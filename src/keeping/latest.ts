/**
 * A function that gives again what it gave last when it is asked the same: documents of many villages share a table and are made
 * one after another, and both files of a document are made from one. Arguments are the same by identity; of what came earlier
 * nothing is kept.
 */
export function latest<Asked extends readonly unknown[], Given extends object>(
  make: (...asked: Asked) => Given,
): (...asked: Asked) => Given {
  let last: { readonly asked: Asked; readonly given: Given } | null = null;
  return (...asked) => {
    if (last === null || asked.some((each, index) => each !== last?.asked[index]))
      last = { asked, given: make(...asked) };
    return last.given;
  };
}
