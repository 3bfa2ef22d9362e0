import { Findings } from '../../src/diagnostics/findings.ts';
import { formatPlace } from '../../src/diagnostics/place.ts';
import type { DataFile } from '../../src/plan/loading/data-files.ts';
import { type LoadedPlan, readPlan } from '../../src/plan/loading/read-plan.ts';

/** A whole plan, as small as the schema allows, in two files. */
export const noticeFile = `公文:
  发文机关: [青石镇人民政府]
  发文机关标志: [青石镇人民政府]
  发文字号: 青政发〔2023〕3号
  主送机关: [各村]
  成文日期: 2023-03-01
  印发机关: 青石镇人民政府
  印发日期: 2023-03-02
方案:
  标题: 青石镇护林防火工作方案
  工作名称: 护林防火
  乡镇: 青石镇
  起始年度: 2023
  截止年度: 2024
  引言: 为做好护林防火工作，制定本方案。
  章:
    - { 标题: 主要任务, 内容: 工作任务 }
年度目标:
  - { 年度: 2023, 累计比例: 50%, 表述: 2023年达到50% }
  - { 年度: 2024, 累计比例: 100%, 表述: 2024年达到100% }
实施步骤:
  - { 名称: 启动阶段, 起: 2023-03, 止: 2023-12, 内容: 动员。 }
  - { 名称: 巩固阶段, 起: 2024-01, 止: 2024-12, 内容: 巩固。 }
`;

export const workFile = `责任单位:
  - { 名称: 林业, 别名: [林业站] }
  - { 名称: 应急 }
工作领域:
  - 名称: 管好火源
    任务:
      - { 名称: 设卡值守, 内容: 在入山路口设卡。, 责任单位: [林业站, 应急] }
工作专班:
  - { 职务: 组长, 人员: [{ 姓名: 石磊, 职务: 镇长 }] }
年度任务:
  年度: 2023
  重点任务:
    - 工作领域: 管好火源
      名称: 清明值守
      责任单位: [应急]
      措施:
        - { 内容: [分片包干。], 完成时限: [4月底前] }
      村级落实: 安排专人值守。
      村级时限: 4月底前
村居:
  - { 名称: 上庄, 达标年度: 2023 }
  - { 名称: 下庄, 达标年度: 2024 }
评价:
  标题: 护林防火评价表
  说明: 可以调整。
  满分: 10
  达标分数: 8
  领域:
    - 名称: 管好火源
      指标:
        - { 名称: 值守, 标准: 有人值守。, 评价方法: 查看, 分值: 10 }
  签字: [村主任]
`;

/** A change to the small plan: what stands there, and what to put instead. */
export type Edit = readonly [from: string, to: string];

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((result, [from, to]) => result.replace(from, to), text);
}

/** Reads the small plan with some edits. */
export function readEdited(...edits: readonly Edit[]): { loaded: LoadedPlan | null; findings: Findings } {
  for (const [from] of edits) {
    if (!`${noticeFile}${workFile}`.includes(from)) throw new Error(`not in the plan: ${from}`);
  }
  return readFiles({ '公文.yaml': edited(noticeFile, edits), '工作.yaml': edited(workFile, edits) });
}

/** Reads data files. */
export function readFiles(files: Readonly<Record<string, DataFile>>): {
  loaded: LoadedPlan | null;
  findings: Findings;
} {
  const findings = new Findings();
  return { loaded: readPlan(new Map(Object.entries(files)), findings), findings };
}

/** The findings of an edited plan, as `rule place message`. */
export const faultsAfter = (...edits: readonly Edit[]): readonly string[] =>
  lines(readEdited(...edits).findings);

export const lines = (findings: Findings): readonly string[] =>
  findings.sorted().map(({ rule, place, message }) => `${rule} ${formatPlace(place)} ${message}`);

/** The small plan without some of its top-level keys, and with files instead. */
export function readWithout(keys: readonly string[], files: Readonly<Record<string, DataFile>>) {
  const without = (text: string): string =>
    keys.reduce((rest, key) => rest.replace(new RegExp(`^${key}:\\n(?:[ #].*\\n)*`, 'mu'), ''), text);
  return readFiles({ '公文.yaml': without(noticeFile), '工作.yaml': without(workFile), ...files });
}
