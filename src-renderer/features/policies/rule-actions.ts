import type { Integration } from '#contract/model/integration.ts';
import type { RuleTemplate } from '#contract/model/own-rule.ts';
import type { ActionGroups } from '#renderer/features/policies/blank-field.tsx';

/** Looking needs no rule, and what always needs the person is let by none. */
const CAN_BE_LET: readonly string[] = ['L1', 'L2'];

/** The actions that a rule of this sentence can be about, by what they belong to. */
export function actionsFor({ does }: Pick<RuleTemplate, 'does'>, integrations: readonly Integration[]): ActionGroups {
  return integrations
    .map(({ title, actions }) => ({
      heading: title,
      options: actions
        .filter(({ risk }) => does === 'restricts' || CAN_BE_LET.includes(risk))
        .map(({ name, title: label }) => ({ value: name, label })),
    }))
    .filter(({ options }) => options.length > 0);
}
