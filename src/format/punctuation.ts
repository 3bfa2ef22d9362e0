/**
 * 行首行尾禁则 (GB/T 15834 and custom): what may not begin or end a line. Word files carry the same two lists,
 * so that every program breaks alike.
 */
export const notAtLineStart =
  '!),.:;?]}¢°·ˇˉ―‖’”•…‰′″℃、。々〉》」』】〕〗〞﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠%—';
export const notAtLineEnd = '$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';

const start = new Set([...notAtLineStart].map((character) => character.codePointAt(0)));
const end = new Set([...notAtLineEnd].map((character) => character.codePointAt(0)));

/** Whether a line may not begin with the character. */
export const isForbiddenAtStart = (codePoint: number): boolean => start.has(codePoint);

/** Whether a line may not end with the character. */
export const isForbiddenAtEnd = (codePoint: number): boolean => end.has(codePoint);
