/** Characters XML cannot hold, and those with a meaning of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[<>&'"\u007f\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&apos;',
  '"': '&quot;',
};

/** Text as XML holds it; characters it cannot hold are left out. */
export const markup = (text: string): string =>
  text.replace(special, (character) => entities[character] ?? '');
