import type { Plan } from './schema.ts';

/** Kinds of recipients, as the data writes them. */
export const recipientKinds = ['村', '部门', '领导', '存档', '其他'] as const;

/** Kind of a recipient. */
export type RecipientKind = (typeof recipientKinds)[number];

/** How copies go out. */
export const media = ['纸质', '电子邮件'] as const;

/** A document somebody gets. */
export type Enclosure =
  | { readonly kind: 'notice' }
  /** `number` counts from 1. */
  | { readonly kind: 'attachment'; readonly number: number }
  | { readonly kind: 'task-sheet' | 'evaluation-form'; readonly village: string }
  | { readonly kind: 'task-ledger' | 'evaluation-summary' };

/** What the names of villages, units and persons in a distribution list are held against. */
export interface Registers {
  readonly villages: readonly string[];
  /** 责任单位, by the names they are registered under, with the other names they go by. */
  readonly units: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  /** Offices outside the register that the notice is addressed or copied to. */
  readonly otherUnits: readonly string[];
  /** 工作专班: roles with those who hold them. */
  readonly taskForce: readonly { readonly role: string; readonly members: readonly string[] }[];
  readonly attachments: number;
}

/** Somebody who gets documents. */
export interface Recipient {
  readonly name: string;
  readonly kind: RecipientKind;
  readonly enclosures: readonly Enclosure[];
  /** How many copies of every document. */
  readonly copies: number;
  readonly medium: (typeof media)[number];
  readonly remark: string | null;
  /** Index of the entry of 分发 it comes from; null where the plan has no list. */
  readonly entry: number | null;
}

/** Stands for every village; for every unit of the register. */
export const everyVillage = '各村';
export const everyUnit = '各责任单位';

/** What each kind of recipient gets where the data names no documents. */
const usualDocuments: Readonly<Record<RecipientKind, readonly string[]>> = {
  村: ['通知', '本村任务书', '本村评价表'],
  部门: ['通知'],
  领导: ['通知'],
  存档: ['通知', '各村任务书', '各村评价表'],
  其他: ['通知'],
};

/** The names of documents a distribution list may use, but for the numbered attachments. */
export const documentNames = [
  '通知',
  '附件',
  '本村任务书',
  '本村评价表',
  '各村任务书',
  '各村评价表',
  '任务台账',
  '评价汇总表',
] as const;

/** Documents that are workbooks only: nothing of them can be printed. */
export const workbooksOnly: readonly string[] = ['任务台账', '评价汇总表'];

/** Documents that only a village has. */
export const ownDocuments: readonly string[] = ['本村任务书', '本村评价表'];

/** A distribution list without one: every village its own documents, two sets for the archive. */
const usualList: Plan['distribution'] = [
  { recipient: everyVillage, kind: '村', documents: [], copies: 1, medium: '纸质', remark: null },
  { recipient: '存档', kind: '存档', documents: [], copies: 2, medium: '纸质', remark: null },
];

/**
 * The recipients of a plan in the order of its list, collective entries unfolded. A village or unit with an entry of
 * its own, by whichever of its names, is left out of the collective one.
 */
export function recipientsOf(plan: Plan): readonly Recipient[] {
  const registers = registersOf(plan);
  const isUsual = plan.distribution.length === 0;
  const list = isUsual ? usualList : plan.distribution;
  const named = new Set(list.map(({ recipient }) => recipient));
  return list.flatMap((entry, index) =>
    namesOf(entry, registers, named).map((name) => ({
      name,
      kind: entry.kind,
      enclosures: enclosuresOf(documentsOf(entry), name, registers),
      copies: entry.copies,
      medium: entry.medium,
      remark: entry.remark,
      entry: isUsual ? null : index,
    })),
  );
}

/** Whom a plan's documents go to, as its list names them: collective names stay. */
export const entryNames = ({ distribution }: Plan): readonly string[] =>
  (distribution.length === 0 ? usualList : distribution).map(({ recipient }) => recipient);

/** The documents an entry names, or those its kind usually gets. */
export const documentsOf = ({
  kind,
  documents,
}: {
  readonly kind: RecipientKind;
  readonly documents: readonly string[];
}): readonly string[] => (documents.length === 0 ? usualDocuments[kind] : documents);

/** Who is meant by an entry: everybody of a collective name that has no entry of its own, else the one it names. */
export function namesOf(
  { recipient, kind }: { readonly recipient: string; readonly kind: RecipientKind },
  { villages, units, taskForce }: Pick<Registers, 'villages' | 'units' | 'taskForce'>,
  named: ReadonlySet<string>,
): readonly string[] {
  const others = (names: readonly string[]): readonly string[] => names.filter((name) => !named.has(name));
  if (kind === '村' && recipient === everyVillage) return others(villages);
  if (kind === '部门' && recipient === everyUnit) {
    return units.flatMap(({ name, aliases }) =>
      [name, ...aliases].some((each) => named.has(each)) ? [] : [name],
    );
  }
  const group = kind === '领导' ? taskForce.find(({ role }) => role === recipient) : undefined;
  return group === undefined ? [recipient] : others(group.members);
}

function registersOf({ villages, units, notice, taskForce, attachments }: Plan): Registers {
  return {
    villages: villages.map(({ name }) => name),
    units,
    otherUnits: [...notice.addressees, ...notice.copyTo],
    taskForce: taskForce.map(({ role, members }) => ({ role, members: members.map(({ name }) => name) })),
    attachments: attachments.length,
  };
}

/** The documents of a recipient, each once, in the order of the list. */
function enclosuresOf(
  documents: readonly string[],
  recipient: string,
  { villages, attachments }: Registers,
): readonly Enclosure[] {
  const enclosures = documents.flatMap((document): readonly Enclosure[] => {
    switch (document) {
      case '通知':
        return [{ kind: 'notice' }];
      case '附件':
        return Array.from({ length: attachments }, (_, index) => ({ kind: 'attachment', number: index + 1 }));
      case '本村任务书':
        return [{ kind: 'task-sheet', village: recipient }];
      case '本村评价表':
        return [{ kind: 'evaluation-form', village: recipient }];
      case '各村任务书':
        return villages.map((village) => ({ kind: 'task-sheet', village }));
      case '各村评价表':
        return villages.map((village) => ({ kind: 'evaluation-form', village }));
      case '任务台账':
        return [{ kind: 'task-ledger' }];
      case '评价汇总表':
        return [{ kind: 'evaluation-summary' }];
    }
    const number = attachmentNumber(document);
    return number === null ? [] : [{ kind: 'attachment', number }];
  });
  const seen = new Set<string>();
  return enclosures.filter((enclosure) => {
    const key = JSON.stringify(enclosure);
    return !seen.has(key) && seen.add(key);
  });
}

/** `附件2` → 2; null for anything else. */
export function attachmentNumber(document: string): number | null {
  const digits = /^附件([1-9]\d?)$/.exec(document)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** 份号 of a run of copies: first and last number. */
export interface CopyNumbers {
  readonly first: number;
  readonly last: number;
}

const copyNumberRange = /^(\d{6})—(\d{6})$/;

/** The run of numbers a 份号 asks for, as `000001—000030`; null where it is none or one number for all. */
export function copyNumbersOf(copyNumber: string | null): CopyNumbers | null {
  const [, first, last] = copyNumberRange.exec(copyNumber ?? '') ?? [];
  return first === undefined || last === undefined ? null : { first: Number(first), last: Number(last) };
}
