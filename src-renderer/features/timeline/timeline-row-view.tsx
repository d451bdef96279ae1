import { Undo2 } from 'lucide-react';
import { useId } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Step } from '#contract/model/run.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun, useRun } from '#renderer/client/runs.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Lines, Reasons } from '#renderer/design/reasons.tsx';
import { StoryDay, StoryHead, StoryLine } from '#renderer/design/story.tsx';
import type { TimelineRow } from '#renderer/features/timeline/timeline-rows.ts';
import { eventWords } from '#renderer/words/events.ts';
import { ruleName } from '#renderer/words/rules.ts';
import { clockTime, dayName } from '#renderer/words/time.ts';
import { markOf, timelineWords } from '#renderer/words/timeline.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

export function TimelineRowView({ row }: { readonly row: TimelineRow }) {
  switch (row.kind) {
    case 'day':
      return <StoryDay>{dayName(row.at)}</StoryDay>;
    case 'run':
      return <RunHead runId={row.runId} intent={row.intent} />;
    case 'event': {
      const { event, goesOn } = row;
      return event.body.kind === 'effect.happened' && event.runId !== null && event.stepId !== null ? (
        <DoneLine event={event} runId={event.runId} stepId={event.stepId} goesOn={goesOn} />
      ) : (
        <PlainLine event={event} goesOn={goesOn} />
      );
    }
  }
}

function RunHead({ runId, intent }: { readonly runId: string; readonly intent: string | null }) {
  const href = hrefOf({ screen: 'run', runId });
  return <StoryHead href={href}>{intent ?? <IntentOf runId={runId} />}</StoryHead>;
}

/** The sentence of a request whose beginning lies further back than what is read. */
function IntentOf({ runId }: { readonly runId: string }) {
  return useRun(runId).detail?.intent ?? timelineWords.request;
}

function PlainLine({ event, goesOn }: { readonly event: LoggedEvent; readonly goesOn: boolean }) {
  const { says, lines } = eventWords(event.body);
  return (
    <StoryLine
      mark={markOf[event.body.kind]}
      time={clockTime(event.at)}
      dateTime={event.at}
      says={says}
      detail={lines.length > 0 ? <Lines lines={lines} /> : null}
      goesOn={goesOn}
    />
  );
}

type DoneLineProps = {
  readonly event: LoggedEvent;
  readonly runId: string;
  readonly stepId: string;
  readonly goesOn: boolean;
};

/** Something that was done: it can be taken back from here, and says why it was done. */
function DoneLine({ event, runId, stepId, goesOn }: DoneLineProps) {
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
      faded={step?.undo.state === 'undone'}
      goesOn={goesOn}
      detail={
        <>
          {lines.length > 0 ? <Lines lines={lines} /> : null}
          {step ? <Why step={step} describedBy={id} /> : null}
          {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
        </>
      }
      action={
        step?.undo.available ? <UndoButton runId={runId} stepId={stepId} describedBy={id} pressed={pressed} /> : null
      }
    />
  );
}

function Why({ step, describedBy }: { readonly step: Step; readonly describedBy: string }) {
  const because = step.decision?.because ?? [];
  if (because.length === 0) return null;
  return (
    <Disclosure label={timelineWords.whyThis} describedBy={describedBy}>
      <Reasons reasons={because.map((one) => ({ says: one.says, rule: ruleName(one.rule) }))} />
    </Disclosure>
  );
}

type UndoButtonProps = {
  readonly runId: string;
  readonly stepId: string;
  readonly describedBy: string;
  readonly pressed: ReturnType<typeof usePress>;
};

function UndoButton({ runId, stepId, describedBy, pressed }: UndoButtonProps) {
  const api = useApi();
  return (
    <Button
      look="bare"
      icon={Undo2}
      describedBy={describedBy}
      busy={pressed.busy}
      onPress={() => void pressed.press(async () => putRun(await api.workflows.undoStep({ id: runId, stepId })))}
    >
      {timelineWords.undo}
    </Button>
  );
}
