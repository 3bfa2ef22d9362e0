import type { Place } from '../diagnostics/place.ts';

/** All places that something composed carries. */
export function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(placesIn);
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'place' && item !== null ? [item as Place] : placesIn(item),
  );
}
