import type { BlockCodes } from '../../packaging/deflate.ts';
import { knownCodes } from '../../packaging/known-codes.ts';

/**
 * Codes by which all outlines of a kind are deflated, so that a glyph is deflated once for all files. They are the best for
 * the glyphs of every 37th Chinese character and for Western letters in the open and packaged faces; programs deflated with
 * codes of their own are shorter by one to two hundredths (bytes of charstrings and descriptions are much alike in all faces).
 */
export const outlineCodes = {
  cff: knownCodes(
    'abaab4bb4bbbbb9bbbbbb7bbbbbbbbbbbbaabaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa9999999999999999999999' +
      '998898888888888888887777777777777777666666656666666666777777777788888888888888888898998999999999' +
      '99999a99aaaaaaaaaaaaaaaaaaaaaabbbabbabbabbbbbbbbbbbbbbb689d69bddee9cdeeeeeeeeeeeeeeeeeeeeeeeed',
    'c86ccc4443344433457ccccccccccb',
  ),
  truetype: knownCodes(
    '55556655666666666676666677777667767687658888888878778676899888799899999999999999999999a99aaaaaaa' +
      '9aaaa9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaababaaabaaaaaaaaabaaaaaaaaaaabbbabbbaa' +
      'ababbabbbbbbbabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbabbbbbbbbbbbbbbb9868ee7899aabcdddceeeeeeeeeeeeeeee',
    '87755434343334579ddddddddddccc',
  ),
} as const satisfies Readonly<Record<string, BlockCodes>>;
