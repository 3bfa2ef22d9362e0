import type { BuildRequest } from './arguments.ts';
import {
  attachmentId,
  type Composition,
  composeAttachment,
  composeEvaluationForm,
  composeNotice,
  composeTaskSheet,
  evaluationFormId,
  noticeId,
  taskSheetId,
} from './composition/documents.ts';
import type { WorkbookSource } from './composition/workbooks/compose-workbook.ts';
import {
  composeAttachmentWorkbook,
  composeEvaluationSummary,
  composeTaskLedger,
  composeEvaluationForm as evaluationFormWorkbook,
  isTabular,
} from './composition/workbooks/workbooks.ts';
import { fileName } from './delivery/file-name.ts';
import type { Format, JobKind } from './delivery/manifest.ts';
import type { Findings } from './diagnostics/findings.ts';
import type { Place } from './diagnostics/place.ts';
import { attachmentLabel } from './document/numbering.ts';
import type { OfficialDocument } from './document/official-document.ts';
import type { Workbook } from './document/workbook.ts';
import type { DataPath } from './plan/loading/source-tree.ts';
import type { Plan } from './plan/schema.ts';

/** One thing to make: a document for paper, a workbook, or both. Composing is pure and cheap. */
export interface Job {
  /** Stable between builds: `task-sheet/东姚庄`. */
  readonly id: string;
  readonly kind: JobKind;
  readonly title: string;
  readonly village: string | null;
  /** Where its files go, from the plan's output folder, without extension. */
  readonly path: string;
  /** Composes the document; null where the job has none. */
  readonly document: (() => OfficialDocument | null) | null;
  /** Composes the workbook; null where the job has none. */
  readonly workbook: (() => Workbook | null) | null;
}

/** Folders, numbered in the order of use. */
const folders = {
  notice: '1-印发通知',
  attachments: '2-附件',
  tasks: '3-村任务书',
  evaluation: '4-村评价表',
} as const;

/** Warns of villages whose files cannot be called as they are. */
export function reportUnfitNames(plan: Plan, placeOf: (path: DataPath) => Place, findings: Findings): void {
  plan.villages.forEach(({ name }, index) => {
    const fit = fileName(name);
    if (fit === name) return;
    const shown = [...fit].length > 20 ? `${[...fit].slice(0, 20).join('')}…` : fit;
    findings.report('data/file-name', '这个名称不能原样用作文件名', placeOf(['村居', index, '名称']), {
      actual: name,
      hint: `文件名里写成“${shown}”；正文里不变。看看名称是不是写错了`,
    });
  });
}

/** All jobs of a plan, in the order of use. */
export function planJobs(
  plan: Plan,
  source: { readonly composition: Composition; readonly workbooks: WorkbookSource },
): readonly Job[] {
  const { composition, workbooks } = source;
  const { notice, scheme, attachments, villages, yearlyTasks } = plan;
  const digits = String(villages.length).length;
  const order = (index: number) => String(index + 1).padStart(Math.max(2, digits), '0');
  const inFolder = (folder: string, name: string) => `${folder}/${fileName(name)}`;

  return [
    {
      id: noticeId,
      kind: 'notice',
      title: `关于印发《${scheme.title}》的通知`,
      village: null,
      path: inFolder(folders.notice, `${notice.documentNumber} 关于印发《${scheme.title}》的通知`),
      document: () => composeNotice(composition),
      workbook: null,
    },
    ...attachments.map(({ title }, index): Job => {
      const number = index + 1;
      return {
        id: attachmentId(number),
        kind: 'attachment',
        title,
        village: null,
        path: inFolder(folders.attachments, `${attachmentLabel(number, attachments.length)} ${title}`),
        document: () => composeAttachment(composition, number),
        workbook: isTabular(workbooks, number) ? () => composeAttachmentWorkbook(workbooks, number) : null,
      };
    }),
    ...villages.map((village, index): Job => {
      const title = `${village.name}${yearlyTasks.year}年任务书`;
      return {
        id: taskSheetId(village),
        kind: 'task-sheet',
        title,
        village: village.name,
        path: inFolder(folders.tasks, `${order(index)} ${title}`),
        document: () => composeTaskSheet(composition, village),
        workbook: null,
      };
    }),
    {
      id: 'task-ledger',
      kind: 'task-ledger',
      title: `${yearlyTasks.year}年任务台账`,
      village: null,
      path: inFolder(folders.tasks, `${yearlyTasks.year}年任务台账（全部村居）`),
      document: null,
      workbook: () => composeTaskLedger(workbooks),
    },
    ...villages.map((village, index): Job => {
      const title = `${village.name}评价表`;
      return {
        id: evaluationFormId(village),
        kind: 'evaluation-form',
        title,
        village: village.name,
        path: inFolder(folders.evaluation, `${order(index)} ${title}`),
        document: () => composeEvaluationForm(composition, village),
        workbook: () => evaluationFormWorkbook(workbooks, village),
      };
    }),
    {
      id: 'evaluation-summary',
      kind: 'evaluation-summary',
      title: '评价汇总表',
      village: null,
      path: inFolder(folders.evaluation, '评价汇总表（全部村居）'),
      document: null,
      workbook: () => composeEvaluationSummary(workbooks),
    },
  ];
}

/** Formats of which a job makes a file. */
export const formatsOf = ({ document, workbook }: Job): readonly Format[] => [
  ...(document === null ? [] : (['docx', 'pdf'] as const)),
  ...(workbook === null ? [] : (['xlsx'] as const)),
];

/** Where a file of a job goes, from the plan's output folder. */
export const pathOf = ({ path }: Job, format: Format): string => `${path}.${format}`;

/** The jobs that make something asked for. What concerns no single village is left out where villages are named. */
export function chooseJobs(
  jobs: readonly Job[],
  { kinds, villages, formats }: Pick<BuildRequest, 'kinds' | 'villages' | 'formats'>,
): readonly Job[] {
  return jobs.filter(
    (job) =>
      (kinds.length === 0 || kinds.includes(job.kind)) &&
      (villages.length === 0 || (job.village !== null && villages.includes(job.village))) &&
      formatsOf(job).some((format) => formats.includes(format)),
  );
}
