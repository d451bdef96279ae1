import { useEffect, useEffectEvent, useState } from 'react';
import type { Limits } from '#contract/model/limits.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { changeOf } from '#renderer/features/policies/rule-change.ts';
import type { RuleChange } from '#renderer/words/own-rules.ts';

/** Milliseconds without a figure typed, before limits are tried. */
const REST = 300;

/** What these limits alone would have changed lately; null until it is known. Tried as after the first week. */
export function useTriedLimits(limits: Limits | null): RuleChange | null {
  const api = useApi();
  const [change, setChange] = useState<RuleChange | null>(null);
  const key = limits === null ? '' : JSON.stringify(limits);
  const tryThem = useEffectEvent(async (signal: AbortSignal) => {
    if (limits === null) return null;
    const [without, withThem] = await Promise.all([
      api.policies.simulate({ firstWeek: false }, { signal }),
      api.policies.simulate({ firstWeek: false, limits }, { signal }),
    ]);
    return changeOf(without, withThem);
  });

  useEffect(() => {
    if (key === '') return;
    const ended = new AbortController();
    const tell = (now: RuleChange | null) => {
      if (!ended.signal.aborted) setChange(now);
    };
    const timer = setTimeout(
      () =>
        void tryThem(ended.signal).then(tell, () => {
          tell(null);
        }),
      REST,
    );
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [key]);
  return change;
}
