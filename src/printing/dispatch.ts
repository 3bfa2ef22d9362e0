import { type CopyNumbers, copyNumbersOf, type Enclosure, type Recipient } from '../plan/distribution.ts';
import type { PageRun } from './arrangement.ts';

/** A document of the build as it is to be printed. */
export interface PrintedDocument extends PageRun {
  /** Job id. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** The village it is about; null for what concerns all. */
  readonly village: string | null;
}

/** What one recipient gets. */
export interface Consignment {
  readonly recipient: Recipient;
  /** Its place among all recipients, from 1. */
  readonly number: number;
  readonly documents: readonly PrintedDocument[];
  /** The 份号 of its copies of the notice, first to last; null where copies are not numbered. */
  readonly copyNumbers: CopyNumbers | null;
}

/** A document with how many copies of it go out on paper. */
export interface PrintRun {
  readonly document: PrintedDocument;
  readonly copies: number;
}

/** Everything that goes out: to whom, and how often each document is printed. */
export interface Dispatch {
  readonly onPaper: readonly Consignment[];
  readonly byMail: readonly Consignment[];
  /** Documents on paper in the order of the build. */
  readonly runs: readonly PrintRun[];
  /** The 份号 that were given out, first to last; null where copies are not numbered. */
  readonly copyNumbers: CopyNumbers | null;
}

/** The job that makes an enclosure. */
export function jobIdOf(enclosure: Enclosure): string {
  switch (enclosure.kind) {
    case 'attachment':
      return `${enclosure.kind}/${enclosure.number}`;
    case 'task-sheet':
    case 'evaluation-form':
      return `${enclosure.kind}/${enclosure.village}`;
    case 'notice':
    case 'task-ledger':
    case 'evaluation-summary':
      return enclosure.kind;
  }
}

/**
 * Puts recipients and documents together. `documents` holds, in the order of the build, every document that somebody
 * gets. 份号 are given out in the order of the list.
 */
export function planDispatch(
  recipients: readonly Recipient[],
  documents: ReadonlyMap<string, PrintedDocument>,
  copyNumber: string | null,
): Dispatch {
  const numbers = copyNumbersOf(copyNumber);
  let nextNumber = numbers?.first ?? 0;
  const consignments = recipients.map((recipient, index): Consignment => {
    const own = recipient.enclosures.flatMap((enclosure) => documents.get(jobIdOf(enclosure)) ?? []);
    const isNumbered =
      numbers !== null && recipient.medium === '纸质' && own.some(({ kind }) => kind === 'notice');
    const copyNumbers = isNumbered ? { first: nextNumber, last: nextNumber + recipient.copies - 1 } : null;
    if (copyNumbers !== null) nextNumber = copyNumbers.last + 1;
    return { recipient, number: index + 1, documents: own, copyNumbers };
  });
  const onPaper = consignments.filter(({ recipient }) => recipient.medium === '纸质');
  const copies = new Map<string, number>();
  for (const { recipient, documents: own } of onPaper) {
    for (const { id } of own) copies.set(id, (copies.get(id) ?? 0) + recipient.copies);
  }
  const used = numbers !== null && nextNumber > numbers.first;
  return {
    copyNumbers: used ? { first: numbers.first, last: nextNumber - 1 } : null,
    onPaper,
    byMail: consignments.filter(({ recipient }) => recipient.medium !== '纸质'),
    runs: [...documents.values()].flatMap((document) => {
      const count = copies.get(document.id) ?? 0;
      return count === 0 ? [] : [{ document, copies: count }];
    }),
  };
}

/** A 份号 as it stands on a copy: six digits (§7.2.1). */
export const copyNumberText = (number: number): string => String(number).padStart(6, '0');

/** `000001`, `000002—000004`; empty where copies are not numbered. */
export function copyNumbersText(numbers: CopyNumbers | null): string {
  if (numbers === null) return '';
  const first = copyNumberText(numbers.first);
  return numbers.first === numbers.last ? first : `${first}—${copyNumberText(numbers.last)}`;
}
