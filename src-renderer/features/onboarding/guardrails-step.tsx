import { Button } from '#renderer/design/button.tsx';
import type { OnboardingParts } from '#renderer/features/onboarding/parts.ts';
import { StepFrame } from '#renderer/features/onboarding/step-frame.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { onboardingWords } from '#renderer/words/onboarding.ts';

type GuardrailsStepProps = { readonly view: OnboardingView; readonly limits: OnboardingParts['limits'] };

/** Continue saves what was written; what can't be taken stays here and says why. */
export function GuardrailsStep({ view, limits }: GuardrailsStepProps) {
  return limits((fields, save) => (
    <StepFrame
      at="guardrails"
      view={view}
      onNext={
        <Button
          kind="primary"
          busy={view.busy}
          onPress={() => void save().then((saved) => (saved ? view.move('first') : undefined))}
        >
          {onboardingWords.goOn}
        </Button>
      }
    >
      {fields}
    </StepFrame>
  ));
}
