import type { Finding } from '../diagnostics/finding.ts';

/** A plan after a build, with what was found about it. */
interface AfterBuild {
  readonly name: string;
  readonly findings: readonly Finding[];
}

const quoted = (plans: readonly AfterBuild[]): string => plans.map(({ name }) => `“${name}”`).join('、');

/** Whether some files of a plan are new and others not yet. */
export const isHalfPlaced = ({ findings }: Pick<AfterBuild, 'findings'>): boolean =>
  findings.some(({ rule }) => rule === 'delivery/half-placed');

/** What a build that had errors says at its end: of the plans it wrote nothing of, and of those it wrote in part. `wrote` tells that another plan was written. */
export function failedWords(plans: readonly AfterBuild[], wrote: boolean): string {
  const half = plans.filter(isHalfPlaced);
  const faulty = plans.filter(
    (plan) => !isHalfPlaced(plan) && plan.findings.some(({ severity }) => severity === 'error'),
  );
  const untouched =
    half.length === 0 && !wrote
      ? '没有写出任何文件。改好后请再运行一次。'
      : `${quoted(faulty)}有错误，没有写出，原有的文件没有变。改好后请再运行一次。`;
  return [
    ...(half.length > 0
      ? [`${quoted(half)}的文件只换好了一部分。照提示处理后请再运行一次，就会换完；在这之前不要印发。`]
      : []),
    ...(faulty.length > 0 || half.length === 0 ? [untouched] : []),
  ].join('\n');
}
