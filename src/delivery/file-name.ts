/** Names Windows keeps for devices, whatever the extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Longest name, in characters: leaves room for folders within Windows' 260. */
const longest = 80;

/** Separators and characters Windows refuses, control characters and what hides in text; each becomes a full-width dash. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unfit = /[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/gu;

/** A text as the name of a file or folder on Windows, Linux and macOS alike, without extension. */
export function fileName(text: string): string {
  const cleaned = [...text.replace(unfit, '－').trim()]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/u, '');
  if (cleaned === '' || /^\.+$/u.test(cleaned)) return '未命名';
  return reserved.test(cleaned.split('.')[0] ?? '') ? `${cleaned}－` : cleaned;
}
