import { Findings } from '../diagnostics/findings.ts';
import type { FaceRole } from '../format/faces.ts';
import { roleNames } from '../format/faces.ts';
import { planCharacters } from '../making/plan-characters.ts';
import { openPlan } from '../open-plan.ts';
import { choosePlans, readPlanFiles, readTemplates } from '../workspace.ts';
import type { Setting } from './setting.ts';

/** Lines that say, for each plan, which of its own characters the face of a role lacks. */
export function planCoverage({ root, faces }: Setting): readonly string[] {
  const templates = readTemplates(root);
  return (choosePlans(root, [], new Findings()) ?? []).flatMap((name) => {
    const findings = new Findings();
    const open = openPlan(readPlanFiles(root, name, findings), templates, findings);
    if (open === null) return [`“${name}”的用字：数据有错误，先运行 npm run build:docs`, ''];
    const documents = open.jobs.flatMap((job) => job.document?.() ?? []);
    const { roles, missing } = planCharacters(documents, faces());
    const lines = (Object.keys(roleNames) as FaceRole[]).flatMap((role) => {
      const used = roles.get(role);
      if (used === undefined) return [];
      const head = `  ${roleNames[role]}：用到 ${used.all.size} 个字符`;
      if (used.fallbacks.size === 0) return [`${head}，都有`];
      const lacking = [...used.fallbacks].map(
        ([face, characters]) => `    缺 ${characters.size} 个，用“${face}”代替：${[...characters].join(' ')}`,
      );
      return [head, ...lacking];
    });
    const none = missing.size === 0 ? [] : [`  所有字体都没有的字：${[...missing].join(' ')}`];
    return [`“${name}”的用字`, ...lines, ...none, ''];
  });
}
