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
import type { Plan, Village } from './plan/schema.ts';

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

/** Jobs that every village has: what is said of each is worded when it is asked for, of many thousand nothing else is held. */
interface VillageJobs {
  readonly kind: JobKind;
  readonly folder: string;
  readonly id: (village: Village) => string;
  readonly title: (village: Village) => string;
  readonly document: (village: Village) => OfficialDocument | null;
  readonly workbook: ((village: Village) => Workbook | null) | null;
}

class VillageJob implements Job {
  readonly #all: VillageJobs;
  readonly #villages: readonly Village[];
  readonly #index: number;

  constructor(all: VillageJobs, villages: readonly Village[], index: number) {
    this.#all = all;
    this.#villages = villages;
    this.#index = index;
  }

  get #about(): Village {
    const village = this.#villages[this.#index];
    if (village === undefined) throw new RangeError(`no village ${this.#index}`);
    return village;
  }

  get id(): string {
    return this.#all.id(this.#about);
  }

  get kind(): JobKind {
    return this.#all.kind;
  }

  get title(): string {
    return this.#all.title(this.#about);
  }

  get village(): string {
    return this.#about.name;
  }

  get path(): string {
    const digits = Math.max(2, String(this.#villages.length).length);
    const order = String(this.#index + 1).padStart(digits, '0');
    return inFolder(this.#all.folder, `${order} ${this.title}`);
  }

  get document(): Job['document'] {
    return () => this.#all.document(this.#about);
  }

  get workbook(): Job['workbook'] {
    const { workbook } = this.#all;
    return workbook === null ? null : () => workbook(this.#about);
  }
}

const inFolder = (folder: string, name: string): string => `${folder}/${fileName(name)}`;

/** All jobs of a plan, in the order of use; each document that is composed for one is told to `read`. */
export function planJobs(
  plan: Plan,
  source: { readonly composition: Composition; readonly workbooks: WorkbookSource },
  read: (document: OfficialDocument) => void = () => undefined,
): readonly Job[] {
  const { composition, workbooks } = source;
  const { notice, scheme, attachments, villages, yearlyTasks } = plan;
  const ofVillages = (all: VillageJobs) => villages.map((_, index) => new VillageJob(all, villages, index));
  const reading = (document: OfficialDocument | null): OfficialDocument | null => {
    if (document !== null) read(document);
    return document;
  };

  return [
    {
      id: noticeId,
      kind: 'notice',
      title: `关于印发《${scheme.title}》的通知`,
      village: null,
      path: inFolder(folders.notice, `${notice.documentNumber} 关于印发《${scheme.title}》的通知`),
      document: () => reading(composeNotice(composition)),
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
        document: () => reading(composeAttachment(composition, number)),
        workbook: isTabular(workbooks, number) ? () => composeAttachmentWorkbook(workbooks, number) : null,
      };
    }),
    ...ofVillages({
      kind: 'task-sheet',
      folder: folders.tasks,
      id: taskSheetId,
      title: ({ name }) => `${name}${yearlyTasks.year}年任务书`,
      document: (village) => reading(composeTaskSheet(composition, village)),
      workbook: null,
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
    ...ofVillages({
      kind: 'evaluation-form',
      folder: folders.evaluation,
      id: evaluationFormId,
      title: ({ name }) => `${name}评价表`,
      document: (village) => reading(composeEvaluationForm(composition, village)),
      workbook: (village) => evaluationFormWorkbook(workbooks, village),
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
