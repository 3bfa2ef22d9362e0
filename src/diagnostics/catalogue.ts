import { commandRules } from './catalogue/command-rules.ts';
import { dataRules } from './catalogue/data-rules.ts';
import { deliveryRules } from './catalogue/delivery-rules.ts';
import { fontRules } from './catalogue/font-rules.ts';
import { layoutRules } from './catalogue/layout-rules.ts';
import type { Rule } from './catalogue/rule.ts';
import { templateRules } from './catalogue/template-rules.ts';

/** Every rule a finding can carry. Ids are stable: they stand in manifests and documentation. */
export const rules = {
  ...commandRules,
  ...dataRules,
  ...templateRules,
  ...fontRules,
  ...layoutRules,
  ...deliveryRules,
} as const satisfies Record<string, Rule>;

/** Id of a rule. */
export type RuleId = keyof typeof rules;
