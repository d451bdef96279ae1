import { useEffect, useEffectEvent, useState } from 'react';
import type { NewRule } from '#contract/model/own-rule.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { changeOf } from '#renderer/features/policies/rule-change.ts';
import type { RuleChange } from '#renderer/words/own-rules.ts';

/** Milliseconds without a letter typed, before a rule is tried. */
const REST = 400;

export type TriedRule = { readonly says: string; readonly change: RuleChange };

/**
 * How a rule would read and what it would have changed lately, once it is filled in; null until then. Tried as after
 * the first week, in which every change is asked whatever is allowed.
 */
export function useTriedRule(rule: NewRule | null): TriedRule | null {
  const api = useApi();
  const [tried, setTried] = useState<TriedRule | null>(null);
  const key = rule === null ? '' : JSON.stringify(rule);
  const tryIt = useEffectEvent(async (signal: AbortSignal) => {
    if (rule === null) return null;
    const [without, withIt] = await Promise.all([
      api.policies.simulate({ firstWeek: false }, { signal }),
      api.policies.simulate({ firstWeek: false, add: [rule] }, { signal }),
    ]);
    const [added] = withIt.added;
    return added ? { says: added.says, change: changeOf(without, withIt) } : null;
  });

  useEffect(() => {
    if (key === '') {
      setTried(null);
      return;
    }
    const ended = new AbortController();
    const tell = (now: TriedRule | null) => {
      if (!ended.signal.aborted) setTried(now);
    };
    // What can't be read yet has nothing to show; why is said when it is to be made.
    const timer = setTimeout(
      () =>
        void tryIt(ended.signal).then(tell, () => {
          tell(null);
        }),
      REST,
    );
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [key]);
  return tried;
}
