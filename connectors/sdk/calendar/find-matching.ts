import type { Temporal } from 'temporal-polyfill';
import type { Entry } from '#connectors/sdk/calendar/entry.ts';
import type { EventGroup } from '#connectors/sdk/calendar/event-group.ts';
import {
  byTime,
  changedOccurrences,
  isWithin,
  type Occurrence,
  type Window,
} from '#connectors/sdk/calendar/occurrence.ts';
import { occurrencesOf } from '#connectors/sdk/calendar/occurrences.ts';
import { earlierOf, laterOf } from '#connectors/sdk/calendar/stretch.ts';
import { matchesWords } from '#connectors/sdk/plain-text.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** Words that say no more than that something stands in the calendar. */
const kindsOfEvent = ['appointment', 'appointments', 'meeting', 'meetings', 'event', 'events', 'calendar', 'next'];

/** Whether what the person says about an event is in its title. */
const isInTitle = ({ stored }: Entry, query: string): boolean => matchesWords(stored.title, query, kindsOfEvent);

/** Whether it is anywhere in the event. */
export const isAbout = ({ stored: { title, location, notes } }: Entry, query: string): boolean =>
  matchesWords([title, location, notes].filter((text) => text !== null).join('\n'), query, kindsOfEvent);

/** Further ahead nothing is looked for; as far as this, a rule that comes once a year is found. */
const AHEAD = { hours: 24 * 366 * 100 };
/** How far back is looked for something that is over: not further than it takes to find it. */
const BACK = [31, 366, 3660, 36_600];
const MOST_IN_THE_PAST = 5000;

export type Sought = {
  readonly query: string;
  readonly from: Temporal.Instant | null;
  readonly to: Temporal.Instant | null;
  readonly now: Temporal.Instant;
  readonly reader: TimeZone;
};

/** What was found, and how many other events match as well. */
type Found = { readonly found: Occurrence; readonly alike: number };
type Matches = typeof isAbout;

/**
 * The soonest match that has not ended, else the latest past one. What has the words in its title goes
 * before what has them elsewhere.
 */
export function findMatching(groups: readonly EventGroup[], sought: Sought): Found | null {
  return (
    findToCome(groups, isInTitle, sought) ??
    findToCome(groups, isAbout, sought) ??
    findPast(groups, isInTitle, sought) ??
    findPast(groups, isAbout, sought)
  );
}

function findToCome(groups: readonly EventGroup[], matches: Matches, sought: Sought): Found | null {
  const { from, to, now, reader } = sought;
  const since = from === null ? now : laterOf(from, now);
  const window = { from: since, to: to ?? since.add(AHEAD), reader };
  const [found, ...others] = groups
    .flatMap((group) => matchesOf(group, matches, sought, window, 1)[0] ?? [])
    .toSorted(byTime);
  return found === undefined ? null : { found, alike: others.length };
}

function findPast(groups: readonly EventGroup[], matches: Matches, sought: Sought): Found | null {
  const { from, to, now, reader } = sought;
  const until = to === null ? now : earlierOf(to, now);
  for (const days of BACK) {
    const start = until.subtract({ hours: days * 24 });
    const window = { from: from === null ? start : laterOf(from, start), to: until, reader };
    const past = groups
      .flatMap((group) => matchesOf(group, matches, sought, window, MOST_IN_THE_PAST).at(-1) ?? [])
      .toSorted(byTime);
    const found = past.at(-1);
    if (found !== undefined) return { found, alike: past.length - 1 };
  }
  return null;
}

function matchesOf(group: EventGroup, isMatch: Matches, { query }: Sought, window: Window, most: number): Occurrence[] {
  const matches = (entry: Entry) => isMatch(entry, query);
  const hasMaster = group.masters.some(matches);
  if (!hasMaster && !group.overrides.some(matches)) return [];
  const all = hasMaster
    ? occurrencesOf(group, window, most + group.overrides.length)
    : changedOccurrences(group, window.reader)
        .filter((occurrence) => isWithin(occurrence.time, window))
        .toSorted(byTime);
  return all.filter(({ entry }) => matches(entry) && !entry.stored.isCancelled);
}
