import { Temporal } from 'temporal-polyfill';
import { earlierOf, laterOf, type Stretch } from '#connectors/sdk/calendar/stretch.ts';
import { momentOf, wallOf, wallText } from '#connectors/sdk/local-time.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** Between these hours of each day a person may be asked to meet. */
const DAY_BEGINS = Temporal.PlainTime.from('08:00');
const DAY_ENDS = Temporal.PlainTime.from('20:00');
const MOST_FREE = 200;

/** The stretches between what is taken that are long enough, in the order of time and on the zone's clock. */
export function findFree(
  asked: Stretch,
  taken: readonly Stretch[],
  minutes: number,
  timeZone: TimeZone,
): { startsAt: string; endsAt: string }[] {
  const sorted = taken.toSorted((a, b) => Temporal.Instant.compare(a.from, b.from));
  const free: { startsAt: string; endsAt: string }[] = [];
  for (const day of daysOf(asked, timeZone)) {
    for (const { from, to } of gapsIn(day, sorted)) {
      if (free.length === MOST_FREE) return free;
      if (from.until(to).total('minutes') < minutes) continue;
      free.push({ startsAt: wallText(wallOf(from, timeZone)), endsAt: wallText(wallOf(to, timeZone)) });
    }
  }
  return free;
}

function* daysOf({ from, to }: Stretch, timeZone: TimeZone): Generator<Stretch> {
  const last = wallOf(to, timeZone).toPlainDate();
  for (
    let date = wallOf(from, timeZone).toPlainDate();
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const begins = laterOf(momentOf(date.toPlainDateTime(DAY_BEGINS), timeZone), from);
    const ends = earlierOf(momentOf(date.toPlainDateTime(DAY_ENDS), timeZone), to);
    if (Temporal.Instant.compare(begins, ends) < 0) yield { from: begins, to: ends };
  }
}

function* gapsIn(day: Stretch, taken: readonly Stretch[]): Generator<Stretch> {
  let here = day.from;
  for (const { from, to } of taken) {
    const begins = earlierOf(from, day.to);
    if (Temporal.Instant.compare(here, begins) < 0) yield { from: here, to: begins };
    here = laterOf(here, to);
  }
  if (Temporal.Instant.compare(here, day.to) < 0) yield { from: here, to: day.to };
}

/** What is left of a stretch from now on, from the next quarter of an hour; a stretch that is over stays as it is. */
export function fromNowOn({ from, to }: Stretch, now: Temporal.Instant): Stretch {
  if (Temporal.Instant.compare(now, from) <= 0 || Temporal.Instant.compare(now, to) >= 0) return { from, to };
  const quarter = now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' });
  return { from: earlierOf(quarter, to), to };
}
