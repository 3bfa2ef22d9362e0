import { Findings } from '../../diagnostics/findings.ts';
import { formatPlace, type Place } from '../../diagnostics/place.ts';
import type { DataFile } from '../loading/data-files.ts';
import type { LoadedPlan } from '../loading/read-plan.ts';
import { readYaml } from '../loading/yaml-file.ts';
import { below, textOf } from './reading.ts';

/** A plan among others, with the findings it is to be reported in. */
export interface PlanAmongOthers {
  readonly plan: LoadedPlan['plan'];
  readonly placeOf: LoadedPlan['placeOf'];
  readonly findings: Findings;
}

/** The document number of a plan, and where it stands. */
export interface OwnedNumber {
  /** How the clerk knows the plan: its title, or the name of its folder. */
  readonly owner: string;
  readonly number: string;
  readonly place: Place;
}

const path = ['公文', '发文字号'];

/**
 * The document number in the files of a plan that is not read as a whole; null where there is none. What else the files
 * hold is not looked at.
 */
export function numberIn(owner: string, files: ReadonlyMap<string, DataFile>): OwnedNumber | null {
  for (const [file, text] of files) {
    if (typeof text !== 'string' || !/\.ya?ml$/i.test(file) || !text.includes('发文字号')) continue;
    const found = textOf(below(readYaml(file, text, new Findings()), ...path));
    if (found !== null) return { owner, number: found.value, place: found.place };
  }
  return null;
}

/**
 * Each plan has a document number of its own; both of two that share one are told. `elsewhere` are those of plans that
 * are not at hand.
 */
export function checkNumbers(
  plans: readonly PlanAmongOthers[],
  elsewhere: readonly OwnedNumber[] = [],
): void {
  const owned = plans.map(({ plan, placeOf }) => ({
    owner: plan.scheme.title,
    number: plan.notice.documentNumber,
    place: placeOf(path),
  }));
  const all: readonly OwnedNumber[] = [...owned, ...elsewhere];
  for (const [index, { findings }] of plans.entries()) {
    const own = all[index];
    const other = all.find((each) => each !== own && each.number === own?.number);
    if (own === undefined || other === undefined) continue;
    const message = `发文字号“${own.number}”与“${other.owner}”的相同`;
    findings.report('data/number-twice', message, own.place, {
      actual: own.number,
      hint: `另一个在 ${formatPlace(other.place)}`,
    });
  }
}
