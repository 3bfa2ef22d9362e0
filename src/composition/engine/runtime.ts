import type { RuleId } from '../../diagnostics/catalogue.ts';
import type { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { nowhere, type Place } from '../../diagnostics/place.ts';
import { datumMark, escapeData, joinLines } from '../marks.ts';
import { Datum } from '../wording.ts';
import type { Site } from './expression.ts';

/** A rendering under way: what it has met so far. */
export interface Rendering {
  readonly kind: 'manuscript' | 'phrase';
  /** Where a phrase stands; templates have sites of their own. */
  readonly place: Place;
  /** Places of the data put out, numbered by the marks. */
  readonly places: Place[];
  firstDatum: Place | null;
  failed: boolean;
}

export const newRendering = (kind: Rendering['kind'], place: Place): Rendering => ({
  kind,
  place,
  places: [],
  firstDatum: null,
  failed: false,
});

const unknownSite: Site = { file: null, line: 1, column: 1, expression: '' };

/** The value of an object's or a list's own key; nothing that a prototype brings. */
export function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Datum) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** What may have been meant by a key that is not there. */
export function hintFor(key: string, value: unknown): string | null {
  if (value instanceof Datum || typeof value !== 'object' || value === null || Array.isArray(value))
    return null;
  const keys = Object.keys(value);
  return didYouMean(key, keys) ?? (keys.length === 0 ? null : `这里有的项：${keys.join('、')}`);
}

/** What rewritten templates call while they run: looking up, putting out, reporting at the template's place. */
export class Runtime {
  readonly #findings: Findings;
  readonly #sites: Site[] = [];
  #rendering: Rendering = newRendering('phrase', nowhere);

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Notes a place of a template and gives its number. */
  addSite(site: Site): number {
    return this.#sites.push(site) - 1;
  }

  /** Where the phrase under way stands. */
  get phrasePlace(): Place {
    return this.#rendering.place;
  }

  /** Does something as part of a rendering. */
  during<T>(rendering: Rendering, action: () => T): T {
    const outer = this.#rendering;
    this.#rendering = rendering;
    try {
      return action();
    } finally {
      this.#rendering = outer;
    }
  }

  placeOf(siteNumber: number): Place {
    const { file, line, column } = this.#sites[siteNumber] ?? unknownSite;
    return file === null ? this.#rendering.place : { kind: 'file', file, line, column };
  }

  expressionAt(siteNumber: number): string {
    return (this.#sites[siteNumber] ?? unknownSite).expression;
  }

  /** Reports a fault of the rendering under way, which then yields nothing. */
  fail(rule: RuleId, message: string, place: Place, hint: string | null = null): void {
    this.#rendering.failed = true;
    this.#findings.report(rule, message, place, hint === null ? {} : { hint });
  }

  /** The value at `keys` below `base`; undefined when there is none, reported once. */
  field(site: number, base: unknown, keys: readonly string[]): unknown {
    if (base === undefined && keys.length === 0) {
      this.fail('template/missing-field', `这里没有“${this.expressionAt(site)}”`, this.placeOf(site));
    }
    let value = base;
    for (const key of keys) {
      // What lies below something missing was reported with it.
      if (value === undefined) return undefined;
      const next = ownValue(value, key);
      if (next === undefined) {
        const message = `数据里没有“${this.expressionAt(site)}”`;
        this.fail('template/missing-field', message, this.placeOf(site), hintFor(key, value));
      }
      value = next;
    }
    return value;
  }

  /** A value as it stands in the text under way. */
  emit(site: number, value: unknown): string {
    const rendering = this.#rendering;
    if (value === undefined) return '';
    if (value === null) {
      if (rendering.kind === 'manuscript') this.#failEmpty(site);
      return '';
    }
    if (value instanceof Datum) {
      rendering.firstDatum ??= value.place;
      if (rendering.kind === 'phrase') return joinLines(value.text);
      return datumMark(rendering.places.push(value.place) - 1) + escapeData(value.text);
    }
    if (typeof value === 'object') {
      this.#failWhole(site, Array.isArray(value));
      return '';
    }
    const text = typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
    return rendering.kind === 'phrase' ? joinLines(text) : escapeData(text);
  }

  #failEmpty(site: number): void {
    const hint = '可以不填的项，用 {{#if …}} 和 {{/if}} 包起来';
    const message = `“${this.expressionAt(site)}”没有填写`;
    this.fail('template/missing-field', message, this.placeOf(site), hint);
  }

  #failWhole(site: number, isList: boolean): void {
    const message = `“${this.expressionAt(site)}”是${isList ? '列表' : '一组数据'}，不能直接印出来`;
    const hint = isList ? '用 {{#each …}} 逐条写，或用 {{顿号 …}} 连起来' : '写明其中哪一项';
    this.fail('template/value', message, this.placeOf(site), hint);
  }
}
