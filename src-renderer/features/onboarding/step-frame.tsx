import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { type OnboardingStep, OnboardingStepSchema } from '#contract/model/onboarding.ts';
import { Button } from '#renderer/design/button.tsx';
import { GuidedStep } from '#renderer/design/guided.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { onboardingWords, stepWords } from '#renderer/words/onboarding.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const order: readonly OnboardingStep[] = OnboardingStepSchema.options;
/** Between the welcome and the end. */
const asking = order.slice(1, -1);

type StepFrameProps = {
  readonly at: OnboardingStep;
  readonly view: OnboardingView;
  readonly onNext: ReactNode;
  readonly children?: ReactNode;
};

/** What is the same on each screen: how far it is, Back, and Do it later. */
export function StepFrame({ at, view, onNext, children }: StepFrameProps) {
  const before = order[order.indexOf(at) - 1];
  const place = asking.indexOf(at) + 1;
  const progress =
    place === 0 ? null : { at: place, of: asking.length, says: onboardingWords.progress(place, asking.length) };
  return (
    <GuidedStep
      {...stepWords[at]}
      progress={progress}
      large={progress === null}
      leading={
        <>
          {before === undefined ? null : (
            <Button look="bare" icon={ArrowLeft} onPress={() => view.move(before)}>
              {onboardingWords.back}
            </Button>
          )}
          {at === 'done' ? null : (
            <Button look="bare" onPress={() => view.end('put-off')}>
              {onboardingWords.later}
            </Button>
          )}
        </>
      }
      trailing={onNext}
    >
      {children}
      {view.trouble ? <Notice tone="danger">{troubleSentence(view.trouble)}</Notice> : null}
    </GuidedStep>
  );
}
