import { useRun } from '#renderer/client/runs.ts';
import { useWriting } from '#renderer/client/use-writing.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { LazyPlanGraph } from '#renderer/design/lazy-plan-graph.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { BeingWritten } from '#renderer/features/command-center/being-written.tsx';
import { HonestAnswer } from '#renderer/features/command-center/honest-answer.tsx';
import { LeftOutNote } from '#renderer/features/command-center/left-out-note.tsx';
import { OwnWords } from '#renderer/features/command-center/own-words.tsx';
import { PlanCard } from '#renderer/features/command-center/plan-card.tsx';
import { QuestionCard } from '#renderer/features/command-center/question-card.tsx';
import { RunControls } from '#renderer/features/command-center/run-controls.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { planGraphWords } from '#renderer/words/plan-graph.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type RunViewProps = { readonly runId: string; readonly onPick: (sentence: string) => void };

/** One request from the person's sentence to what came of it. */
export function RunView({ runId, onPick }: RunViewProps) {
  const { detail: run, trouble } = useRun(runId);
  const reading = run?.state === 'queued' || run?.state === 'planning';
  const texts = useWriting(runId, reading || run?.state === 'executing');
  if (!run) {
    return trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : <Waiting says={runWords.loading} />;
  }
  const forPlan = texts.filter(({ stepId }) => stepId === null);
  return (
    <Stack gap={24}>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      <OwnWords intent={run.intent} />
      {run.shadow ? <Notice>{runWords.shadowNote}</Notice> : null}
      {forPlan.length > 0 ? <BeingWritten runId={run.id} texts={forPlan} /> : null}
      {reading && forPlan.length === 0 && run.steps.length === 0 ? <Waiting says={runWords.reading} /> : null}
      {run.answer ? <HonestAnswer answer={run.answer} onPick={onPick} /> : null}
      {run.question && run.state === 'waiting_approval' ? (
        <QuestionCard runId={run.id} question={run.question} />
      ) : null}
      {run.steps.length > 0 ? (
        <Stack gap={16}>
          <Stack gap={4}>
            <Text size="small" tone="quiet" weight="semibold">
              {runWords.understood}
            </Text>
            <Heading level={1}>{run.goal ?? run.intent}</Heading>
          </Stack>
          {/* Over the plan, which grows downwards as its steps get ready and are done. */}
          <RunControls run={run} />
          {run.steps.length > 1 ? (
            <Disclosure label={planGraphWords.picture}>
              <LazyPlanGraph run={run} />
            </Disclosure>
          ) : null}
          <PlanCard run={run} texts={texts} />
        </Stack>
      ) : null}
      {run.leftOut.length > 0 ? <LeftOutNote leftOut={run.leftOut} /> : null}
    </Stack>
  );
}

function Waiting({ says }: { readonly says: string }) {
  return (
    <Stack gap={16}>
      <div role="status">
        <Text tone="quiet">{says}</Text>
      </div>
      <Skeleton lines={3} />
    </Stack>
  );
}
