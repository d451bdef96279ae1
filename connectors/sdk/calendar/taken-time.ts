import { Temporal } from 'temporal-polyfill';
import { LOOK_AROUND_DAYS } from '#connectors/sdk/action.ts';
import type { Calendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { blockOf, type Scene } from '#connectors/sdk/calendar/edit-event.ts';
import type { CalendarEvent } from '#connectors/sdk/calendar/event.ts';
import { type EventGroup, groupEvents, readEvents } from '#connectors/sdk/calendar/event-group.ts';
import type { GroupChange } from '#connectors/sdk/calendar/group-change.ts';
import type { Block } from '#connectors/sdk/calendar/ics-text.ts';
import type { Occurrence } from '#connectors/sdk/calendar/occurrence.ts';
import { occurrencesOf, occurrencesWithin } from '#connectors/sdk/calendar/occurrences.ts';
import { laterOf, type Stretch as Span } from '#connectors/sdk/calendar/stretch.ts';
import { instantText, momentOf } from '#connectors/sdk/local-time.ts';
import { AHEAD_DAYS } from '#contract/model/effect.ts';
import type { Stretch, TakenTime } from '#contract/model/stretch.ts';

/** Of what repeats, no more occurrences than these are reserved. */
const MOST_RESERVED = 60;
const MOST_TAKEN = 2000;

/** What an event takes up once it reads as planned, and what else takes up time around that. */
export type TimeLook = { readonly takes: Stretch[]; readonly taken: readonly TakenTime[] };

/** Looks at the time that an event takes up from now on: all of it, or of a series its next occurrences. */
export function lookAtTime(event: CalendarEvent, after: readonly Block[], isSeries: boolean, scene: Scene): TimeLook {
  const window = isSeries ? nextWeeks(event, scene) : spanOf(event);
  const takes = groupEvents(after, scene.calendar, scene.reader)
    .flatMap((group) => occurrencesOf(group, { ...window, reader: scene.reader }, MOST_RESERVED))
    .filter(isBusy)
    .slice(0, MOST_RESERVED)
    .map(stretchOf);
  return { takes, taken: takes.length === 0 ? [] : findTaken(event.uid, window, scene) };
}

const spanOf = ({ startsAt, endsAt, timeZone }: CalendarEvent): Span => ({
  from: momentOf(startsAt, timeZone),
  to: momentOf(endsAt, timeZone),
});

function nextWeeks(event: CalendarEvent, { now }: Scene): Span {
  const from = laterOf(spanOf(event).from, Temporal.Instant.from(now));
  return { from, to: from.add({ hours: 24 * AHEAD_DAYS }) };
}

/** What other events take up within a window and for some days before and after it. */
function findTaken(uid: string, { from, to }: Span, { calendar, reader }: Scene): TakenTime[] {
  const around = { hours: 24 * LOOK_AROUND_DAYS };
  const window = { from: from.subtract(around), to: to.add(around), reader };
  const others: EventGroup[] = readEvents(calendar, reader).groups.filter(
    (group) => group.uid === '' || group.uid !== uid,
  );
  return occurrencesWithin(others, window, MOST_TAKEN)
    .found.filter(isBusy)
    .map((occurrence) => ({ ...stretchOf(occurrence), title: occurrence.event.title }));
}

/** What is marked as free, as birthdays are, or called off stands in nothing's way. */
const isBusy = ({ entry }: Occurrence): boolean => entry.stored.isBusy;

const stretchOf = ({ time: { from, to }, event: { allDay } }: Occurrence): Stretch => ({
  from: instantText(from),
  until: instantText(to),
  allDay,
});

/** The components of an event as they will read after a change. */
export function blocksAfter(group: readonly Block[], change: GroupChange, calendar: Calendar): Block[] {
  const changed = group.flatMap((block): Block[] => {
    const lines = change.replace.get(block);
    if (lines === null) return [];
    return [lines === undefined ? block : blockOf(lines, calendar)];
  });
  return change.add === null ? changed : [...changed, blockOf(change.add, calendar)];
}
