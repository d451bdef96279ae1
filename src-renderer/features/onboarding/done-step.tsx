import { useRun } from '#renderer/client/runs.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Button } from '#renderer/design/button.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Link } from '#renderer/design/link.tsx';
import { Text } from '#renderer/design/text.tsx';
import { hasTriedUndo } from '#renderer/features/onboarding/coach-of.ts';
import { StepFrame } from '#renderer/features/onboarding/step-frame.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { doneWords, welcomeWords } from '#renderer/words/onboarding.ts';
import { autonomyWords } from '#renderer/words/policies.ts';
import { listOf } from '#renderer/words/time.ts';

type DoneStepProps = { readonly view: OnboardingView; readonly practiceHref: string | null };

export function DoneStep({ view, practiceHref }: DoneStepProps) {
  const policies = useFresh(
    (api) => api.policies.list(),
    ({ body }) => body.kind === 'policy.changed',
  );
  const integrations = useFresh(
    (api) => api.integrations.list(),
    ({ body }) => body.kind === 'integration.changed',
  );
  const level = policies.data?.items.find(({ kind }) => kind === 'autonomy')?.autonomy ?? null;
  const accounts = (integrations.data?.items ?? []).filter(({ account, connected }) => account !== null && connected);
  return (
    <StepFrame
      at="done"
      view={view}
      onNext={
        <Button kind="primary" busy={view.busy} onPress={() => view.end('finished')}>
          {doneWords.open}
        </Button>
      }
    >
      <Facts
        facts={[
          { label: doneWords.level, value: level === null ? '' : autonomyWords[level].title },
          {
            label: doneWords.connected,
            value: accounts.length === 0 ? doneWords.noAccount : listOf(accounts.map(({ title }) => title)),
          },
          { label: doneWords.first, value: <FirstStands runId={view.state.firstRunId} /> },
        ]}
      />
      <Text tone="quiet">{doneWords.change}</Text>
      {practiceHref === null ? null : (
        <Text>
          <Link href={practiceHref}>{welcomeWords.practise}</Link>
        </Text>
      )}
    </StepFrame>
  );
}

const FirstStands = ({ runId }: { readonly runId: string | null }) =>
  runId === null ? doneWords.noFirst : <FirstRun runId={runId} />;

function FirstRun({ runId }: { readonly runId: string }) {
  const { detail } = useRun(runId);
  return detail !== null && hasTriedUndo(detail) ? doneWords.firstDone : doneWords.firstBegun;
}
