import { useId } from 'react';
import type { Approval } from '#contract/model/approval.ts';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Step } from '#contract/model/run.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import { useRun } from '#renderer/client/runs.ts';
import { type Press, usePress } from '#renderer/client/use-press.ts';
import { useStepUndo } from '#renderer/client/use-step-undo.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { FromOthers } from '#renderer/design/from-others.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Lines } from '#renderer/design/reasons.tsx';
import { hasWhy, StepWhy } from '#renderer/design/step-why.tsx';
import { StoryLine } from '#renderer/design/story.tsx';
import { TakeBackStep } from '#renderer/design/take-back-step.tsx';
import { UndoQuestionNotice } from '#renderer/design/undo-question-notice.tsx';
import { eventWords } from '#renderer/words/events.ts';
import { undoUntil } from '#renderer/words/states.ts';
import { clockTime } from '#renderer/words/time.ts';
import { markOf, timelineWords } from '#renderer/words/timeline.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { whyNoUndo } from '#renderer/words/undo.ts';

type DoneLineProps = {
  readonly event: LoggedEvent;
  readonly runId: string;
  readonly stepId: string;
  readonly goesOn: boolean;
};

/** Something that was done: it can be taken back and put back from here, and says why it was done. */
export function DoneLine({ event, runId, stepId, goesOn }: DoneLineProps) {
  const id = useId();
  const { detail: run } = useRun(runId);
  const pressed = usePress();
  const step = run?.steps.find((one) => one.id === stepId) ?? null;
  const { says, lines } = eventWords(event.body);
  return (
    <StoryLine
      mark={markOf[event.body.kind]}
      time={clockTime(event.at)}
      dateTime={event.at}
      says={says}
      saysId={id}
      faded={step !== null && isTakenBack(step.undo.state)}
      goesOn={goesOn}
      roomy={step === null}
      detail={
        <>
          {lines.length > 0 ? <Lines lines={lines} /> : null}
          {step ? <FromOthers step={step} /> : null}
          {step ? <UndoNote step={step} /> : null}
          {step ? (
            <Why
              step={step}
              approval={run?.approvals.find((one) => one.id === step.approvalId) ?? null}
              describedBy={id}
            />
          ) : null}
          {step ? <Question step={step} describedBy={id} pressed={pressed} /> : null}
          {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
        </>
      }
      action={step ? <TakeBack step={step} describedBy={id} pressed={pressed} /> : null}
    />
  );
}

/** Until when it can be taken back, or that it can’t be. */
function UndoNote({ step: { undo } }: { readonly step: Step }) {
  if (undo.available && undo.until !== null) return <Lines lines={[undoUntil(undo.until)]} />;
  const said = undo.whyNot !== null && undo.state === 'none';
  return said && undo.whyNot !== null ? <Lines lines={[whyNoUndo(undo.whyNot)]} /> : null;
}

type WhyProps = { readonly step: Step; readonly approval: Approval | null; readonly describedBy: string };

function Why({ step, approval, describedBy }: WhyProps) {
  return hasWhy({ step, approval }) ? (
    <Disclosure label={timelineWords.whyThis} describedBy={describedBy}>
      <StepWhy step={step} approval={approval} />
    </Disclosure>
  ) : null;
}

type PartProps = { readonly step: Step; readonly describedBy: string; readonly pressed: Press };

function Question({ step, describedBy, pressed }: PartProps) {
  const { answer } = useStepUndo(step, pressed);
  const { question } = step.undo;
  return question === null ? null : (
    <UndoQuestionNotice question={question} describedBy={describedBy} busy={pressed.busy} onAnswer={answer} />
  );
}

function TakeBack({ step, describedBy, pressed }: PartProps) {
  const presses = useStepUndo(step, pressed);
  return <TakeBackStep undo={step.undo} describedBy={describedBy} busy={pressed.busy} presses={presses} />;
}
