import type { Temporal } from 'temporal-polyfill';
import type { Entry } from '#connectors/sdk/calendar/entry.ts';
import type { EventGroup } from '#connectors/sdk/calendar/event-group.ts';
import {
  byTime,
  isWithin,
  type Occurrence,
  type Telling,
  tellingOf,
  tellOccurrence,
  type Window,
} from '#connectors/sdk/calendar/occurrence.ts';
import {
  clockOf,
  lengthOf,
  repeats,
  type StoredEvent,
  type StoredTime,
  startMoment,
} from '#connectors/sdk/calendar/stored-event.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** The longest jump of the clocks, so that no occurrence is lost at the edge of a window. */
const MARGIN = { hours: 25 };
/** So many more than wanted are computed at once, as some of them are excepted or outside of the window. */
const SPARE = 3;

/** The occurrences of one event within a window in order, at most `most`. Cancelled ones are left out. */
export function occurrencesOf(group: EventGroup, window: Window, most: number): Occurrence[] {
  const telling = tellingOf(group, window.reader);
  const entries = [...group.masters, ...group.overrides].filter(({ stored }) => !stored.isCancelled);
  return entries
    .flatMap((entry) => {
      if (repeats(entry.stored)) return seriesOccurrences(entry, group.overrides, window, most, telling);
      return isWithin(entry.own, window) ? [tellOccurrence(entry, entry.stored.start.wall, telling)] : [];
    })
    .toSorted(byTime)
    .slice(0, most);
}

/** The occurrences of many events within a window, in order. At most `most`, and `more` says whether there are others. */
export function occurrencesWithin(
  groups: readonly EventGroup[],
  window: Window,
  most: number,
): { found: readonly Occurrence[]; more: boolean } {
  const found: Occurrence[] = [];
  for (const group of groups) {
    found.push(...occurrencesOf(group, window, most + 1));
    // Enough is enough, or a file full of hourly events would keep the computer busy for minutes.
    if (found.length > most * 10) break;
  }
  return { found: found.toSorted(byTime).slice(0, most), more: found.length > most };
}

/** The occurrences of a series within a window, without those that are excepted or replaced. */
function seriesOccurrences(
  entry: Entry,
  overrides: readonly Entry[],
  window: Window,
  most: number,
  telling: Telling,
): Occurrence[] {
  const { stored } = entry;
  const taken = [...stored.except, ...overrides.flatMap(({ stored: { replaces } }) => replaces ?? [])];
  const isTaken = matcherOf(taken, stored, window.reader);
  const found = new Map<string, Occurrence>();
  const add = (wall: Temporal.PlainDateTime) => {
    if (found.has(wall.toString()) || isTaken(wall)) return;
    const occurrence = tellOccurrence(entry, wall, telling);
    if (isWithin(occurrence.time, window)) found.set(wall.toString(), occurrence);
  };
  add(stored.start.wall);
  for (const time of stored.also) add(seriesWall(time, stored, window.reader));
  const enough = found.size + most;
  for (const page of pagesOf(entry, window, most + SPARE)) {
    page.forEach(add);
    if (found.size >= enough) break;
  }
  return [...found.values()];
}

/** The wall times that the rule gives around a window, some at a time. */
function* pagesOf({ stored, rule }: Entry, { from, to, reader }: Window, size: number) {
  const clock = clockOf(stored.start, reader);
  const last = clock.toWall(to).add(MARGIN);
  let here: Temporal.PlainDateTime | undefined = clock.toWall(from).subtract(lengthOf(stored, reader)).subtract(MARGIN);
  while (rule !== null && here !== undefined) {
    const page: readonly Temporal.PlainDateTime[] = rule.between(here, last, size);
    yield page;
    here = page.length < size ? undefined : page.at(-1)?.add({ seconds: 1 });
  }
}

/** An added time as the series' own clock shows it. */
export function seriesWall(time: StoredTime, { start }: StoredEvent, reader: TimeZone): Temporal.PlainDateTime {
  if (start.isDate) return time.wall.withPlainTime('00:00');
  if (time.isDate) return time.wall.withPlainTime(start.wall.toPlainTime());
  return clockOf(start, reader).toWall(startMoment(time, reader));
}

/** Whether one of these times means the occurrence at a wall time. A date means whatever starts on it. */
function matcherOf(
  times: readonly StoredTime[],
  { start }: StoredEvent,
  reader: TimeZone,
): (wall: Temporal.PlainDateTime) => boolean {
  const dates = new Set<string>();
  const moments = new Set<number>();
  for (const time of times) {
    if (time.isDate || start.isDate) dates.add(time.wall.toPlainDate().toString());
    else moments.add(startMoment(time, reader).epochMilliseconds);
  }
  const clock = clockOf(start, reader);
  return (wall) => dates.has(wall.toPlainDate().toString()) || moments.has(clock.toMoment(wall).epochMilliseconds);
}
