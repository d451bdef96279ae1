import type { OnboardingStep } from '#contract/model/onboarding.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { BarePage } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { AutonomyStep } from '#renderer/features/onboarding/autonomy-step.tsx';
import { ConnectStep } from '#renderer/features/onboarding/connect-step.tsx';
import { DoneStep } from '#renderer/features/onboarding/done-step.tsx';
import { FirstStep } from '#renderer/features/onboarding/first-step.tsx';
import { GuardrailsStep } from '#renderer/features/onboarding/guardrails-step.tsx';
import type { OnboardingParts } from '#renderer/features/onboarding/parts.ts';
import { PrioritiesStep } from '#renderer/features/onboarding/priorities-step.tsx';
import { type OnboardingView, useOnboarding } from '#renderer/features/onboarding/use-onboarding.ts';
import { WelcomeStep } from '#renderer/features/onboarding/welcome-step.tsx';
import { onboardingWords } from '#renderer/words/onboarding.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

/** The first start: one decision on each screen, each of which can be left for later. */
export function Onboarding({ parts }: { readonly parts: OnboardingParts }) {
  const { view, trouble } = useOnboarding();
  if (view === null) {
    return (
      <BarePage>
        {trouble ? (
          <Notice tone="danger">{troubleSentence(trouble)}</Notice>
        ) : (
          <div role="status">
            <Unseen>{onboardingWords.loading}</Unseen>
            <Skeleton lines={4} />
          </div>
        )}
      </BarePage>
    );
  }
  return <Step key={view.state.at} at={view.state.at} view={view} parts={parts} />;
}

type StepProps = {
  readonly at: OnboardingStep;
  readonly view: OnboardingView;
  readonly parts: OnboardingParts;
};

function Step({ at, view, parts }: StepProps) {
  switch (at) {
    case 'welcome':
      return <WelcomeStep view={view} language={parts.language} practiceHref={parts.practiceHref} />;
    case 'priorities':
      return <PrioritiesStep view={view} />;
    case 'connect':
      return <ConnectStep view={view} accounts={parts.accounts} />;
    case 'autonomy':
      return <AutonomyStep view={view} />;
    case 'guardrails':
      return <GuardrailsStep view={view} limits={parts.limits} />;
    case 'first':
      return <FirstStep view={view} request={parts.request} />;
    case 'done':
      return <DoneStep view={view} practiceHref={parts.practiceHref} />;
  }
}
