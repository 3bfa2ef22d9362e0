import type { Node } from 'mdast';
import { nowhere, type Place } from '../../diagnostics/place.ts';
import { type FoundMark, firstMark, lastMarkBefore } from '../marks.ts';
import type { Manuscript } from '../wording.ts';

/** Finds the place of a piece of a manuscript: its first datum, else its template line, else the line before it. */
export function placeOfNode(node: Node, manuscript: Manuscript): Place {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const text = manuscript.source.slice(start, end);
  const mark =
    firstMark(text, 'datum') ?? firstMark(text, 'line') ?? lastMarkBefore(manuscript.source, start);
  return mark === null ? nowhere : placeOfMark(mark, manuscript);
}

/** The template line of a piece of a manuscript, for faults of the template itself. */
export function lineOfNode(node: Node, manuscript: Manuscript): Place {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const text = manuscript.source.slice(start, end);
  const mark = firstMark(text, 'line') ?? lastMarkBefore(manuscript.source, start);
  return mark === null ? nowhere : placeOfMark(mark, manuscript);
}

function placeOfMark({ kind, place }: FoundMark, { places, lines }: Manuscript): Place {
  return (kind === 'datum' ? places : lines)[place] ?? nowhere;
}
