import { Temporal } from 'temporal-polyfill';
import { LOOK_AROUND_DAYS } from '#connectors/sdk/action.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import { overlap, type Stretch } from '#contract/model/stretch.ts';

/** Between these hours a person may be asked to be somewhere, unless what they wanted lies outside of them itself. */
const DAY_BEGINS = 8;
const DAY_ENDS = 20;
const DAY_MS = 86_400_000;

/**
 * The free time of the same length that begins nearest to the wanted one, the later of two equally near
 * ones. Never in the past, and null when there is none within `LOOK_AROUND_DAYS`.
 */
export function nearestFreeTime(
  wanted: Stretch,
  taken: readonly Stretch[],
  { now, timeZone }: { readonly now: Instant; readonly timeZone: TimeZone },
): Stretch | null {
  const begins = Date.parse(wanted.from);
  const length = Date.parse(wanted.until) - begins;
  const inWay = taken.filter(({ allDay }) => allDay === wanted.allDay);
  const isByDay = isWithinDay(wanted, timeZone);
  const starts = new Set([
    ...inWay.flatMap(({ from, until }) => [Date.parse(until), Date.parse(from) - length]),
    ...(wanted.allDay ? [] : edgesOfDays(wanted, length, timeZone)),
  ]);
  const fits = (stretch: Stretch): boolean =>
    stretch.from >= now &&
    (!isByDay || isWithinDay(stretch, timeZone)) &&
    !inWay.some((each) => overlap(each, stretch));
  const found = [...starts]
    .filter((start) => Math.abs(start - begins) <= LOOK_AROUND_DAYS * DAY_MS)
    .sort((a, b) => Math.abs(a - begins) - Math.abs(b - begins) || b - a)
    .map((start): Stretch => ({ from: textOf(start), until: textOf(start + length), allDay: wanted.allDay }));
  return found.find(fits) ?? null;
}

/** Where a day of waking hours begins, and the last start that still ends within it. */
function edgesOfDays(wanted: Stretch, length: number, timeZone: TimeZone): number[] {
  const day = Temporal.Instant.from(wanted.from).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = (days: number, hour: number): number =>
    day.add({ days }).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
  const days = Array.from({ length: 2 * LOOK_AROUND_DAYS + 1 }, (_, index) => index - LOOK_AROUND_DAYS);
  return days.flatMap((each) => [at(each, DAY_BEGINS), at(each, DAY_ENDS) - length]);
}

function isWithinDay({ from, until, allDay }: Stretch, timeZone: TimeZone): boolean {
  if (allDay) return false;
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone);
  const end = Temporal.Instant.from(until).toZonedDateTimeISO(timeZone);
  const isOneDay = start.toPlainDate().equals(end.toPlainDate());
  const endsInTime = end.hour < DAY_ENDS || (end.hour === DAY_ENDS && end.minute === 0);
  return isOneDay && start.hour >= DAY_BEGINS && endsInTime;
}

const textOf = (moment: number): Instant => new Date(moment).toISOString();
