import type { ReactNode } from 'react';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { StepFrame } from '#renderer/features/onboarding/step-frame.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { connectWords, onboardingWords } from '#renderer/words/onboarding.ts';

type ConnectStepProps = { readonly view: OnboardingView; readonly accounts: ReactNode };

export function ConnectStep({ view, accounts }: ConnectStepProps) {
  const { data } = useFresh(
    (api) => api.integrations.list(),
    ({ body }) => body.kind === 'integration.changed',
  );
  const withAccount = (data?.items ?? []).filter(({ account }) => account !== null);
  const isConnected = withAccount.some(({ connected }) => connected);
  return (
    <StepFrame
      at="connect"
      view={view}
      onNext={
        <Button kind="primary" busy={view.busy} onPress={() => view.move('autonomy')}>
          {isConnected ? onboardingWords.goOn : connectWords.without}
        </Button>
      }
    >
      {data !== null && withAccount.length === 0 ? <Notice>{connectWords.none}</Notice> : accounts}
    </StepFrame>
  );
}
