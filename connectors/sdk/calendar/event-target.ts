import { Temporal } from 'temporal-polyfill';
import { type CalendarEvent, sayTitle } from '#connectors/sdk/calendar/event.ts';
import { type EventGroup, isSeries } from '#connectors/sdk/calendar/event-group.ts';
import { changedOccurrences, type Occurrence, ownOccurrence } from '#connectors/sdk/calendar/occurrence.ts';
import { occurrencesOf } from '#connectors/sdk/calendar/occurrences.ts';
import { tellStored } from '#connectors/sdk/calendar/stored-event.ts';
import { misfit, notFound } from '#connectors/sdk/failures.ts';
import { momentOf } from '#connectors/sdk/local-time.ts';
import { t } from '#contract/language/t.ts';
import type { TimeZone } from '#contract/model/instant.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** What of an event is meant: an event that happens `once`, a whole `series`, or one `occurrence` of a series. */
export type Extent = 'once' | 'series' | 'occurrence';

/** The component that says it, and the time that is meant; of a series, the time that the series begins with. */
export type Target = { readonly extent: Extent; readonly event: CalendarEvent; readonly found: Occurrence };

/** No more occurrences than these start within the window in which one is looked for. */
const MOST_NEARBY = 200;

/** Finds what is meant by an event and, of a series, the start that names one occurrence. */
export function findTarget(group: EventGroup, occurrence: string | null, reader: TimeZone): Result<Target> {
  const [entry = group.overrides[0]] = group.masters;
  if (entry === undefined) return notFound(t`the event`);
  const event = tellStored(entry.stored, reader);
  const own = ownOccurrence(group, entry, reader);
  if (!isSeries(group)) {
    if (occurrence !== null && !event.startsAt.startsWith(occurrence)) return noSuchTime(event);
    return succeed({ extent: 'once', event, found: own });
  }
  if (occurrence !== null) {
    const found = findOccurrence(group, occurrence, reader);
    if (found === null) return noSuchTime(event);
    return succeed({ extent: 'occurrence', event: { ...found.event, rrule: null }, found });
  }
  if (group.masters.length > 0) return succeed({ extent: 'series', event, found: own });
  if (group.overrides.length === 1) return succeed({ extent: 'once', event, found: own });
  return misfit(t`There are several dates of ${sayTitle(event.title)}. Say which one you mean.`);
}

const noSuchTime = ({ title }: CalendarEvent) => notFound(t`${sayTitle(title)} at that time`);

/** By the start that the series gives it, else by the start that it has now; a date is enough when only one is meant. */
function findOccurrence(group: EventGroup, occurrence: string, reader: TimeZone): Occurrence | null {
  const around = momentOf(Temporal.PlainDateTime.from(occurrence), reader);
  const window = { from: around.subtract({ hours: 72 }), to: around.add({ hours: 72 }), reader };
  const nearby = occurrencesOf(group, window, MOST_NEARBY);
  const changed = changedOccurrences(group, reader).filter(({ entry }) => !entry.stored.isCancelled);
  const all = [...changed, ...nearby.filter(({ entry }) => entry.stored.replaces === null)];
  const named = all.filter((each) => each.occurrence?.startsWith(occurrence));
  const [only, another] = named.length > 0 ? named : all.filter(({ event }) => event.startsAt.startsWith(occurrence));
  return another === undefined ? (only ?? null) : null;
}
