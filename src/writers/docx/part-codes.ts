import { knownCodes } from '../../packaging/known-codes.ts';

/**
 * Codes for the parts that differ from file to file: the best ones for those of all documents of the shipped plan together. Codes
 * of its own would make a file two hundredths shorter, and finding them would take longer than writing it.
 */

/** `word/document.xml`. */
export const documentCodes = knownCodes(
  'ffffffffffffffffffffffffffffffff8f7ffcfffffffba887898889897f978bfbbabfabbaffbaceafbaacccfffffffd' +
    'f787769887ba78777f77699789bfffff67887787777868877788888889777788879887878b9998687898798977776887' +
    'ffffffffffffffffffffffffffffffffff87645667fffff7fffffffffffffeeece67467687887788a7879898a87ab7',
  'bb9a78676756454445544444454655',
);

/** `docProps/core.xml`. */
export const propertyCodes = knownCodes(
  'dddddddddddddddddddddddddddddddd6d5dddddddddd6656668999d9d5d5668dd989d8ddddd989d8dd979d99d9ddddd' +
    'd5c5548675c866655d555886679dddddbddda8c998accccbc8dc99cdcdb899ccd8dcdcacaddddc9a99dcadda89779cd9' +
    'ddddddddddddddddddddddddddddddddddcb767999ddddd9dddddddddddddddd9d66d876778999ddddd9dddddddddd',
  'bb6bbbb5542324445aaaaaaaaaaaaa',
);
