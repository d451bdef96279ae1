import { memo } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useSeenAtRest } from '#renderer/design/at-rest.ts';
import { Lines } from '#renderer/design/reasons.tsx';
import { StoryLine } from '#renderer/design/story.tsx';
import { DayHead } from '#renderer/features/timeline/day-head.tsx';
import { DoneLine } from '#renderer/features/timeline/done-line.tsx';
import { RunHead } from '#renderer/features/timeline/run-head.tsx';
import type { TimelineRow } from '#renderer/features/timeline/timeline-rows.ts';
import { eventWords } from '#renderer/words/events.ts';
import { clockTime } from '#renderer/words/time.ts';
import { markOf } from '#renderer/words/timeline.ts';

/** Drawn anew only when its row is another one: a turn of the wheel moves the list, and changes none of its rows. */
export const TimelineRowView = memo(function TimelineRowView({ row }: { readonly row: TimelineRow }) {
  switch (row.kind) {
    case 'day':
      return <DayHead at={row.at} hasDone={row.hasDone} />;
    case 'run':
      return <RunHead runId={row.runId} intent={row.intent} steps={row.steps} />;
    case 'event': {
      const { event, goesOn } = row;
      return event.body.kind === 'effect.happened' && event.runId !== null && event.stepId !== null ? (
        <DoneOnceSeen event={event} runId={event.runId} stepId={event.stepId} goesOn={goesOn} />
      ) : (
        <PlainLine event={event} goesOn={goesOn} />
      );
    }
  }
}, isSame);

/** A page that is read, or one entry more, makes all rows of its day anew; most of them say what they said. */
function isSame({ row: a }: { readonly row: TimelineRow }, { row: b }: { readonly row: TimelineRow }): boolean {
  if (a.kind === 'day' && b.kind === 'day') return a.at === b.at && a.hasDone === b.hasDone;
  if (a.kind === 'run' && b.kind === 'run') return a.runId === b.runId && a.intent === b.intent && a.steps === b.steps;
  return a.kind === 'event' && b.kind === 'event' && a.event === b.event && a.goesOn === b.goesOn;
}

/** More is asked about a row once it is looked at: what is only scrolled past stays a sentence, with room for the rest. */
function DoneOnceSeen(line: Parameters<typeof DoneLine>[0]) {
  return useSeenAtRest() ? <DoneLine {...line} /> : <PlainLine event={line.event} goesOn={line.goesOn} roomy />;
}

type PlainLineProps = { readonly event: LoggedEvent; readonly goesOn: boolean; readonly roomy?: boolean };

function PlainLine({ event, goesOn, roomy = false }: PlainLineProps) {
  const { says, lines } = eventWords(event.body);
  return (
    <StoryLine
      mark={markOf[event.body.kind]}
      time={clockTime(event.at)}
      dateTime={event.at}
      says={says}
      detail={lines.length > 0 ? <Lines lines={lines} /> : null}
      goesOn={goesOn}
      roomy={roomy}
    />
  );
}
