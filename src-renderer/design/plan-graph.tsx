import { useMemo, useState } from 'react';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { Step } from '#contract/model/run.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import { StepAccount } from '#renderer/design/step-account.tsx';
import { type GraphStep, StepGraph } from '#renderer/design/step-graph.tsx';
import { markOfStep } from '#renderer/design/step-mark.ts';
import { planGraphWords, stepOrder } from '#renderer/words/plan-graph.ts';
import { stepWords } from '#renderer/words/states.ts';
import { visible } from '#renderer/words/visible.ts';
import { waitSentence } from '#renderer/words/waits.ts';

type Run = Pick<RunDetail, 'steps' | 'approvals' | 'state' | 'shadow' | 'paused'>;

/** The plan of a run as a picture: the way that was taken is lit, and a press on a step shows all of it. */
export function PlanGraph({ run }: { readonly run: Run }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const steps = useMemo(() => graphSteps(run), [run]);
  const open = run.steps.find(({ id }) => id === openId) ?? null;
  return (
    <StepGraph
      label={planGraphWords.label}
      keysSay={planGraphWords.keys}
      takenSays={planGraphWords.taken}
      notTakenSays={planGraphWords.notTaken}
      steps={steps}
      open={open?.id ?? null}
      onOpen={setOpenId}
    >
      {open ? (
        <StepAccount step={open} approval={run.approvals.findLast((one) => one.stepId === open.id) ?? null} />
      ) : null}
    </StepGraph>
  );
}

function graphSteps(run: Run): readonly GraphStep[] {
  const saysOf = new Map(run.steps.map((step) => [step.id, visible(step.name)]));
  return run.steps.map((step, at) => ({
    id: step.id,
    after: step.dependsOn,
    says: saysOf.get(step.id) ?? '',
    order: stepOrder(
      at + 1,
      run.steps.length,
      step.dependsOn.flatMap((id) => saysOf.get(id) ?? []),
    ),
    mark: markOfStep(step, run.shadow),
    standing: waitSentence(step) ?? stepWords(step, run),
    isTaken: isTaken(step),
    isTakenBack: isTakenBack(step.undo.state),
  }));
}

/** A step that was begun is on the way that was taken, whatever came of it. */
function isTaken({ state }: Step): boolean {
  switch (state) {
    case 'running':
    case 'succeeded':
    case 'failed':
      return true;
    case 'pending':
    case 'ready':
    case 'blocked':
    case 'skipped':
      return false;
  }
}
