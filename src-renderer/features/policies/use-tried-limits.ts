import type { Limits } from '#contract/model/limits.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { changeOf } from '#renderer/features/policies/rule-change.ts';
import { useTried } from '#renderer/features/policies/use-tried.ts';
import type { RuleChange } from '#renderer/words/own-rules.ts';

/** Milliseconds without a figure typed, before limits are tried. */
const REST = 300;

/** What these limits alone would have changed lately; null until it is known. Tried as after the first week. */
export function useTriedLimits(wanted: Limits | null): RuleChange | null {
  const api = useApi();
  return useTried(wanted, REST, async (limits, signal) => {
    const [without, withThem] = await Promise.all([
      api.policies.simulate({ firstWeek: false }, { signal }),
      api.policies.simulate({ firstWeek: false, limits }, { signal }),
    ]);
    return changeOf(without, withThem);
  });
}
