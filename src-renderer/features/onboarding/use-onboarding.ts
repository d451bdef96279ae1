import { useEffect, useState } from 'react';
import type { Onboarding, OnboardingStep, Priority } from '#contract/model/onboarding.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import type { Trouble } from '#renderer/client/trouble.ts';
import { usePress } from '#renderer/client/use-press.ts';

type More = { readonly priorities?: Priority[]; readonly firstRunId?: string | null };

/** How far the first start has come, and the ways on. Each is on disk before the next screen shows. */
export type OnboardingView = {
  readonly state: Onboarding;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly move: (at: OnboardingStep, more?: More) => void;
  readonly end: (how: 'finished' | 'put-off') => void;
};

export function useOnboarding(): { readonly view: OnboardingView | null; readonly trouble: Trouble | null } {
  const api = useApi();
  const [state, setState] = useState<Onboarding | null>(null);
  const { busy, trouble, press } = usePress();

  // Opened again after it was finished or put off: it begins where it was left, or anew.
  useEffect(() => {
    void press(async () => {
      const now = await api.onboarding.get();
      const at = now.state === 'finished' ? 'welcome' : now.at;
      setState(now.state === 'under-way' ? now : { ...now, at });
    });
  }, [api, press]);

  if (state === null) return { view: null, trouble };
  const view: OnboardingView = {
    state,
    busy,
    trouble,
    move: (at, more = {}) => void press(async () => setState(await api.onboarding.move({ at, ...more }))),
    end: (how) =>
      void press(async () => {
        await api.onboarding.end({ how });
        window.location.hash = hrefOf({ screen: 'home' });
      }),
  };
  return { view, trouble };
}
