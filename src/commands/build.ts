import { type BuildRequest, helpText, readArguments } from '../arguments.ts';
import type { Findings } from '../diagnostics/findings.ts';
import { readAsked } from './asked.ts';
import { failedWords } from './failed-words.ts';
import { type Outcome, unchangedPlans } from './nothing-changed.ts';
import { allFound, exitCodeOf, readTexts, type Texts } from './plan-texts.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/**
 * `npm run build:docs`: opens the wanted plans, makes what is asked for, writes it. Each plan goes by itself: one with
 * errors is not written and does not keep the others from being written. Returns the exit code.
 */
export async function buildDocs(args: readonly string[], setting: Setting): Promise<number> {
  const { terminal, now } = setting;
  const started = now();
  const asked = readAsked(args, readArguments, helpText, setting);
  if (typeof asked === 'number') return asked;
  const { request, names, findings } = asked;
  const texts = readTexts(names, setting);
  const { reports, plans } =
    (request.force ? null : unchangedPlans(texts, request, setting)) ??
    (await make(texts, request, findings, setting));
  const found = allFound(findings, plans);
  showFindings(found, texts.sources, terminal, request.json);
  const code = exitCodeOf(found);
  if (!request.json) {
    for (const report of reports) terminal.say(report);
    if (code === exit.ok) terminal.say(`用时 ${((now() - started) / 1000).toFixed(1)} 秒。`);
    else
      terminal.complain(
        failedWords(
          plans.map((plan) => ({ ...plan, findings: plan.findings.sorted() })),
          reports.length > 0,
        ),
      );
  }
  return code;
}

/** Loads what it takes to make files, and makes them. */
async function make(
  texts: Texts,
  request: BuildRequest,
  findings: Findings,
  setting: Setting,
): Promise<Outcome> {
  const { buildPlans, workforceFor } = await import('./build-plans.ts');
  const workforce = workforceFor(request, setting);
  try {
    return await buildPlans(texts, request, findings, setting, workforce);
  } finally {
    await workforce.crew.close();
  }
}
