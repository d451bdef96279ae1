import { memo, useEffect, useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useRun } from '#renderer/client/runs.ts';
import { Lines } from '#renderer/design/reasons.tsx';
import { StoryHead, StoryLine } from '#renderer/design/story.tsx';
import { DayHead } from '#renderer/features/timeline/day-head.tsx';
import { DoneLine } from '#renderer/features/timeline/done-line.tsx';
import type { TimelineRow } from '#renderer/features/timeline/timeline-rows.ts';
import { shortSaying } from '#renderer/words/command-center.ts';
import { eventWords } from '#renderer/words/events.ts';
import { clockTime } from '#renderer/words/time.ts';
import { markOf, timelineWords } from '#renderer/words/timeline.ts';

/** Drawn anew only when its row is another one: a turn of the wheel moves the list, and changes none of its rows. */
export const TimelineRowView = memo(function TimelineRowView({ row }: { readonly row: TimelineRow }) {
  switch (row.kind) {
    case 'day':
      return <DayHead at={row.at} hasDone={row.hasDone} />;
    case 'run':
      return <RunHead runId={row.runId} intent={row.intent} />;
    case 'event': {
      const { event, goesOn } = row;
      return event.body.kind === 'effect.happened' && event.runId !== null && event.stepId !== null ? (
        <DoneOnceStill event={event} runId={event.runId} stepId={event.stepId} goesOn={goesOn} />
      ) : (
        <PlainLine event={event} goesOn={goesOn} />
      );
    }
  }
});

/** As long as a row has to be there before more is asked about it: what is only scrolled past stays a sentence. */
const STILL_MS = 120;

function DoneOnceStill(line: Parameters<typeof DoneLine>[0]) {
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStill(true), STILL_MS);
    return () => clearTimeout(timer);
  }, []);
  return isStill ? <DoneLine {...line} /> : <PlainLine event={line.event} goesOn={line.goesOn} />;
}

function RunHead({ runId, intent }: { readonly runId: string; readonly intent: string | null }) {
  const href = hrefOf({ screen: 'run', runId });
  return <StoryHead href={href}>{intent === null ? <IntentOf runId={runId} /> : shortSaying(intent)}</StoryHead>;
}

/** The sentence of a request whose beginning lies further back than what is read. */
function IntentOf({ runId }: { readonly runId: string }) {
  const intent = useRun(runId).detail?.intent;
  return intent === undefined ? timelineWords.request : shortSaying(intent);
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
