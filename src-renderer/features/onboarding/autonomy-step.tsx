import { useRef } from 'react';
import type { Autonomy } from '#contract/model/autonomy.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RadioCards } from '#renderer/design/radio-cards.tsx';
import { StepFrame } from '#renderer/features/onboarding/step-frame.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { autonomyStepWords, onboardingWords } from '#renderer/words/onboarding.ts';
import { autonomyChoices } from '#renderer/words/policies.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

/** The three levels as three sentences; what is chosen holds at once. */
export function AutonomyStep({ view }: { readonly view: OnboardingView }) {
  const api = useApi();
  const { data, trouble, refresh } = useFresh(
    (from) => from.policies.list(),
    ({ body }) => body.kind === 'policy.changed',
  );
  const change = usePress();
  const level = data?.items.find(({ kind }) => kind === 'autonomy')?.autonomy ?? null;
  const changed = useRef(Promise.resolve(true));
  const choose = (autonomy: Autonomy) => {
    changed.current = change.press(async () => {
      await api.policies.update({ id: 'autonomy', autonomy });
      refresh();
    });
  };
  // Who presses on at once goes on with what they chose, and stays where that could not be kept.
  const goOn = () => void changed.current.then((isKept) => (isKept ? view.move('guardrails') : undefined));
  const problem = change.trouble ?? trouble;
  return (
    <StepFrame
      at="autonomy"
      view={view}
      onNext={
        <Button kind="primary" busy={view.busy} onPress={goOn}>
          {onboardingWords.goOn}
        </Button>
      }
    >
      <RadioCards label={autonomyStepWords.label} value={level} options={autonomyChoices} onChange={choose} />
      {problem ? <Notice tone="danger">{troubleSentence(problem)}</Notice> : null}
    </StepFrame>
  );
}
