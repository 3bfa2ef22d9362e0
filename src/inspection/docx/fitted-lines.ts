import type { Fitting, LineFitting } from '../../document/fitting.ts';

/** All that was decided of lines of a document, wherever they stand. */
export const fittedLines = ({ sections, copies }: Fitting): readonly LineFitting[] => [
  ...sections.flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts)),
  copies.copyTo,
  copies.mainTo,
];

/** How many boxes leave room at the foot of a page. */
export const footRooms = ({ sections }: Fitting): number =>
  sections.flatMap(({ blocks }) => blocks).filter(({ footRoom }) => footRoom !== null).length;
