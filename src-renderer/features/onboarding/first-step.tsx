import { useRef, useState } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import { useRun } from '#renderer/client/runs.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Suggestions } from '#renderer/design/chips.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { coachOf, hasTriedUndo } from '#renderer/features/onboarding/coach-of.ts';
import type { OnboardingParts } from '#renderer/features/onboarding/parts.ts';
import { StepFrame } from '#renderer/features/onboarding/step-frame.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { askedIn, askLanguage } from '#renderer/words/language.ts';
import { firstWords, onboardingWords } from '#renderer/words/onboarding.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type FirstStepProps = { readonly view: OnboardingView; readonly request: OnboardingParts['request'] };

/** A request that is carried out for real, through the same pipeline as every other, with Undo tried once. */
export function FirstStep({ view, request }: FirstStepProps) {
  const api = useApi();
  const { firstRunId } = view.state;
  const { busy, trouble, press } = usePress();
  // The same sentence sent again after a broken answer is the same task, never a second one.
  const sent = useRef<{ intent: string; id: string } | null>(null);

  const ask = (intent: string) =>
    void press(async () => {
      if (sent.current?.intent !== intent) sent.current = { intent, id: crypto.randomUUID() };
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const { runId } = await api.tasks.submit({ intent, timeZone, requestId: sent.current.id });
      sent.current = null;
      view.move('first', { firstRunId: runId });
    });

  if (firstRunId !== null) return <Carried view={view} runId={firstRunId} request={request} onAsk={ask} />;
  return (
    <StepFrame
      at="first"
      view={view}
      onNext={
        <Button busy={view.busy} onPress={() => view.move('done')}>
          {firstWords.skip}
        </Button>
      }
    >
      <Suggestions label={firstWords.sentences} texts={view.state.firstRequests} lang={askLanguage} onPick={ask} />
      <OwnWords busy={busy} onAsk={ask} />
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
    </StepFrame>
  );
}

function OwnWords({ busy, onAsk }: { readonly busy: boolean; readonly onAsk: (intent: string) => void }) {
  const [typed, setTyped] = useState('');
  const [blank, setBlank] = useState(false);
  const submit = () => {
    const intent = typed.trim();
    setBlank(intent === '');
    if (intent !== '') onAsk(intent);
  };
  return (
    <Form
      label={firstWords.own}
      onSubmit={submit}
      buttons={
        <Button type="submit" busy={busy}>
          {firstWords.send}
        </Button>
      }
    >
      <TextField
        label={firstWords.own}
        value={typed}
        note={askedIn ?? undefined}
        error={blank ? firstWords.empty : null}
        onChange={(next) => {
          setBlank(false);
          setTyped(next);
        }}
      />
    </Form>
  );
}

type CarriedProps = {
  readonly view: OnboardingView;
  readonly runId: string;
  readonly request: OnboardingParts['request'];
  readonly onAsk: (intent: string) => void;
};

function Carried({ view, runId, request, onAsk }: CarriedProps) {
  const { detail } = useRun(runId);
  const tried = detail !== null && hasTriedUndo(detail);
  return (
    <StepFrame
      at="first"
      view={view}
      onNext={
        <>
          <Button look="bare" onPress={() => view.move('first', { firstRunId: null })}>
            {firstWords.other}
          </Button>
          <Button kind={tried ? 'primary' : 'quiet'} busy={view.busy} onPress={() => view.move('done')}>
            {tried ? onboardingWords.goOn : firstWords.skip}
          </Button>
        </>
      }
    >
      {detail === null ? null : (
        <div role="status">
          <Notice>{firstWords.coach[coachOf(detail)]}</Notice>
        </div>
      )}
      {request(runId, onAsk)}
    </StepFrame>
  );
}
