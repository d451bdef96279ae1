import type { NewRule } from '#contract/model/own-rule.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { changeOf } from '#renderer/features/policies/rule-change.ts';
import { useTried } from '#renderer/features/policies/use-tried.ts';
import type { RuleChange } from '#renderer/words/own-rules.ts';

/** Milliseconds without a letter typed, before a rule is tried. */
const REST = 400;

export type TriedRule = { readonly says: string; readonly change: RuleChange };

/**
 * How a rule would read and what it would have changed lately, once it is filled in; null until then. Tried as after
 * the first week, in which every change is asked whatever is allowed.
 */
export function useTriedRule(wanted: NewRule | null): TriedRule | null {
  const api = useApi();
  return useTried(wanted, REST, async (rule, signal) => {
    const [without, withIt] = await Promise.all([
      api.policies.simulate({ firstWeek: false }, { signal }),
      api.policies.simulate({ firstWeek: false, add: [rule] }, { signal }),
    ]);
    const [added] = withIt.added;
    return added ? { says: added.says, change: changeOf(without, withIt) } : null;
  });
}
