import type { Place } from '../../diagnostics/place.ts';
import type { View } from '../wording.ts';
import type { ColumnDefinition } from './definition.ts';
import { asView, type Filling, listAt, rootScope } from './filling.ts';

/** A column of the table at hand: dynamic ones unfolded, those of the other medium left out. */
export interface Column {
  readonly definition: ColumnDefinition;
  readonly name: string;
  /** What it is about: `@列`; null in a column that is not dynamic. */
  readonly item: View | null;
  /** Place of a part of its definition. */
  placeOf(key: string): Place;
}

/** The columns, in order. */
export function unfoldColumns(filling: Filling): readonly Column[] {
  const { loaded, medium } = filling;
  return loaded.definition.columns.flatMap((definition, index): readonly Column[] => {
    if (definition.medium !== null && definition.medium !== medium) return [];
    const placeOf = placesOfColumn(loaded, index);
    const name = definition.name ?? definition.head.replaceAll('\n', '');
    return itemsOf(filling, definition, placeOf).map((item) => ({ definition, name, item, placeOf }));
  });
}

/** Places of the parts of a column's definition, each looked for once: every cell of the column asks. */
function placesOfColumn(loaded: Filling['loaded'], index: number): Column['placeOf'] {
  const places = new Map<string, Place>();
  return (key) => {
    let place = places.get(key);
    if (place === undefined) {
      place = loaded.placeOf('列', index, key);
      places.set(key, place);
    }
    return place;
  };
}

interface Repeated {
  readonly each: string | null;
  readonly eachChoice: string | null;
}

/** The items a column or cell is repeated for; one null where it is not repeated. */
export function itemsOf(
  filling: Filling,
  { each, eachChoice }: Repeated,
  placeOf: (key: string) => Place,
): readonly (View | null)[] {
  if (each !== null) {
    return listAt(filling, each, rootScope(filling), placeOf('每')).map(asView);
  }
  if (eachChoice === null) return [null];
  const choices = filling.choicesOf(eachChoice);
  if (choices === null) {
    const place = placeOf('每个选项');
    filling.findings.report('template/table', `没有「${eachChoice}」这样一列选项`, place);
  }
  return (choices ?? []).map((choice, index) => ({ 名称: choice, 首: index === 0 }));
}
