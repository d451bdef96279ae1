import type { ReactNode } from 'react';
import { Button } from '#renderer/design/button.tsx';
import { Link } from '#renderer/design/link.tsx';
import { Text } from '#renderer/design/text.tsx';
import { StepFrame } from '#renderer/features/onboarding/step-frame.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { welcomeWords } from '#renderer/words/onboarding.ts';

type WelcomeStepProps = {
  readonly view: OnboardingView;
  readonly language: ReactNode;
  readonly practiceHref: string | null;
};

export function WelcomeStep({ view, language, practiceHref }: WelcomeStepProps) {
  return (
    <StepFrame
      at="welcome"
      view={view}
      onNext={
        <Button kind="primary" busy={view.busy} onPress={() => view.move('priorities')}>
          {welcomeWords.begin}
        </Button>
      }
    >
      <Text tone="quiet">{welcomeWords.how}</Text>
      {language}
      {practiceHref === null ? null : (
        <Text>
          <Link href={practiceHref}>{welcomeWords.practise}</Link>
        </Text>
      )}
    </StepFrame>
  );
}
