import type { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { formatPlace } from '../../diagnostics/place.ts';
import {
  attachmentNumber,
  copyNumbersOf,
  documentNames,
  documentsOf,
  everyUnit,
  everyVillage,
  namesOf,
  ownDocuments,
  type RecipientKind,
  type Registers,
  recipientKinds,
  workbooksOnly,
} from '../distribution.ts';
import type { SourceMap, SourceNode } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf, type Placed, textOf, textsOf } from './reading.ts';

/** An entry of 分发 as far as it can be read. */
interface Entry {
  readonly recipient: Placed<string>;
  readonly kind: RecipientKind;
  readonly documents: readonly Placed<string>[];
  readonly copies: number;
  readonly medium: Placed<string> | null;
}

/** Recipients stand in their registers and once, their documents are there to be sent, and the 份号 suffice. */
export function checkDistribution(root: SourceMap, findings: Findings): void {
  const registers = registersIn(root);
  const entries = itemsOf(below(root, '分发')).flatMap((node) => entryOf(node) ?? []);
  for (const entry of entries) {
    checkRecipient(entry, registers, findings);
    checkDocuments(entry, registers, findings);
  }
  checkTwice(entries, registers, findings);
  checkSecrecy(root, entries, findings);
  checkCopyNumbers(root, entries, registers, findings);
}

function registersIn(root: SourceMap): Registers {
  const namesIn = (list: string, key: string): readonly string[] =>
    itemsOf(below(root, list)).flatMap((item) => textOf(below(item, key))?.value ?? []);
  const values = (...path: readonly string[]): readonly string[] =>
    textsOf(below(root, ...path)).map(({ value }) => value);
  const units = itemsOf(below(root, '责任单位')).map((unit) => ({
    name: textOf(below(unit, '名称'))?.value ?? '',
    aliases: textsOf(below(unit, '别名')).map(({ value }) => value),
  }));
  return {
    villages: namesIn('村居', '名称'),
    units,
    otherUnits: [...values('公文', '主送机关'), ...values('公文', '抄送机关')],
    taskForce: itemsOf(below(root, '工作专班')).map((group) => ({
      role: textOf(below(group, '职务'))?.value ?? '',
      members: itemsOf(below(group, '人员')).flatMap((member) => textOf(below(member, '姓名'))?.value ?? []),
    })),
    attachments: itemsOf(below(root, '附件')).length,
  };
}

function entryOf(node: SourceNode): Entry | null {
  const recipient = textOf(below(node, '收文单位'));
  const kind = recipientKinds.find((known) => known === textOf(below(node, '类别'))?.value);
  if (recipient === null || kind === undefined) return null;
  return {
    recipient,
    kind,
    documents: textsOf(below(node, '文件')),
    copies: numberOf(below(node, '份数'))?.value ?? 1,
    medium: textOf(below(node, '方式')),
  };
}

function checkRecipient({ recipient, kind }: Entry, registers: Registers, findings: Findings): void {
  const known = knownRecipients(kind, registers);
  if (known === null || known.names.length === 0 || known.names.includes(recipient.value)) return;
  const message = `“${recipient.value}”没有写在${known.where}里`;
  const meant = didYouMean(recipient.value, known.names);
  findings.report('data/unknown-recipient', message, recipient.place, {
    actual: recipient.value,
    hint: meant ?? `照名册写；要发给名册以外的，类别写“其他”`,
  });
}

/** The names a kind of recipient may have, and where they stand; null where any name will do. */
function knownRecipients(
  kind: RecipientKind,
  { villages, units, otherUnits, taskForce }: Registers,
): { readonly names: readonly string[]; readonly where: string } | null {
  switch (kind) {
    case '村':
      return { names: villages.length === 0 ? [] : [everyVillage, ...villages], where: '“村居”' };
    case '部门':
      return {
        names: [everyUnit, ...units.flatMap(({ name, aliases }) => [name, ...aliases]), ...otherUnits],
        where: '“责任单位”、主送机关和抄送机关',
      };
    case '领导':
      return { names: taskForce.flatMap(({ role, members }) => [role, ...members]), where: '“工作专班”' };
    case '存档':
    case '其他':
      return null;
  }
}

function checkDocuments(
  { kind, documents, medium }: Entry,
  { attachments }: Registers,
  findings: Findings,
): void {
  const numbered = Array.from({ length: attachments }, (_, index) => `附件${index + 1}`);
  const known = [...documentNames, ...numbered];
  const seen = new Set<string>();
  for (const { value, place } of documents) {
    const report = (message: string, hint: string): void =>
      findings.report('data/unknown-document', message, place, { actual: value, hint });
    const number = attachmentNumber(value);
    if (number !== null && number > attachments) {
      report(`没有${value}：这套公文只有${attachments}个附件`, '改附件的序号，或者删去');
    } else if (!known.includes(value)) {
      report(`没有“${value}”这种文件`, didYouMean(value, known) ?? `可以写：${known.join('、')}`);
    } else if (ownDocuments.includes(value) && kind !== '村') {
      report(`“${value}”只能发给村`, '要把每个村的都发给它，写“各村任务书”“各村评价表”');
    } else if (workbooksOnly.includes(value) && medium?.value !== '电子邮件') {
      report(`“${value}”只有 Excel，不能打印`, '方式写“电子邮件”，或者删去');
    } else if (seen.has(value)) {
      report(`“${value}”写了两次`, '要多发几份，改份数');
    }
    seen.add(value);
  }
}

/** A unit is the same by whichever of its names it is written. */
function checkTwice(entries: readonly Entry[], { units }: Registers, findings: Findings): void {
  const registered = new Map(units.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])));
  const seen = new Map<string, Placed<string>>();
  for (const { recipient, kind } of entries) {
    const name = (kind === '部门' ? registered.get(recipient.value) : undefined) ?? recipient.value;
    const earlier = seen.get(name);
    if (earlier === undefined) {
      seen.set(name, recipient);
      continue;
    }
    const message =
      earlier.value === recipient.value
        ? `“${recipient.value}”写了两次`
        : `“${recipient.value}”和“${earlier.value}”是同一个单位`;
    findings.report('data/duplicate-recipient', message, recipient.place, {
      actual: recipient.value,
      hint: `第一次在 ${formatPlace(earlier.place)}，合并成一条`,
    });
  }
}

/** What bears a 密级 goes by no mail. */
function checkSecrecy(root: SourceMap, entries: readonly Entry[], findings: Findings): void {
  const secrecy = textOf(below(root, '公文', '密级和保密期限'));
  if (secrecy === null) return;
  for (const { recipient, medium } of entries) {
    if (medium?.value !== '电子邮件') continue;
    const message = `公文标有密级“${secrecy.value}”，不能用电子邮件发给“${recipient.value}”`;
    findings.report('data/secret-by-mail', message, medium.place, { hint: '改成“纸质”' });
  }
}

/** A run of 份号 goes upward and has a number for every copy of the notice on paper. */
function checkCopyNumbers(
  root: SourceMap,
  entries: readonly Entry[],
  registers: Registers,
  findings: Findings,
): void {
  const written = textOf(below(root, '公文', '份号'));
  const numbers = copyNumbersOf(written?.value ?? null);
  if (written === null || numbers === null) return;
  const report = (message: string, hint: string): void =>
    findings.report('data/copy-numbers', message, written.place, { actual: written.value, hint });
  if (numbers.last < numbers.first) {
    report('份号的起号比止号大', '起号写在前面，如"000001—000030"');
    return;
  }
  const named = new Set(entries.map(({ recipient }) => recipient.value));
  const copies = entries
    .filter((entry) => entry.medium?.value !== '电子邮件')
    .filter((entry) => documentsOf(textual(entry)).includes('通知'))
    .reduce((sum, entry) => sum + entry.copies * namesOf(textual(entry), registers, named).length, 0);
  const available = numbers.last - numbers.first + 1;
  if (copies > available) {
    report(`份号只有 ${available} 个，通知要印 ${copies} 份`, '把止号写大，或者减少份数');
  }
}

const textual = ({ recipient, kind, documents }: Entry) => ({
  recipient: recipient.value,
  kind,
  documents: documents.map(({ value }) => value),
});
