import { Temporal } from 'temporal-polyfill';
import type { ActionName } from '#contract/model/action-name.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { Orm } from '#db/open-database.ts';
import { sumOfOthers } from '#db/repositories/reservations.ts';
import { countDoneSince } from '#db/repositories/tool-calls.ts';
import type { Circumstance, Circumstances } from '#policies/circumstances.ts';

/** Behind everybody who has a place in line. */
const LAST = Number.MAX_SAFE_INTEGER;

/** What is about to be done, as far as it matters to what was done before. */
type About = {
  readonly action: ActionName;
  readonly effect: Effect;
  readonly step: { readonly runId: string; readonly id: string };
};

/** The hour by the person's own clock. */
export function hourOf(now: Instant, timeZone: TimeZone): Required<Pick<Circumstances, 'minuteOfDay' | 'weekday'>> {
  const { hour, minute, dayOfWeek } = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  return { minuteOfDay: hour * 60 + minute, weekday: dayOfWeek };
}

/** What the rules look at of the hour and of what was done before, beside the step in question. Reads in `orm`. */
export function circumstancesNow(
  orm: Orm,
  reads: ReadonlySet<Circumstance>,
  { action, effect, step }: About,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: TimeZone },
): Circumstances {
  if (reads.size === 0) return {};
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).startOfDay();
  const day = today.toPlainDate().toString();
  const inBucket = (bucket: string): number => {
    const { used, held } = sumOfOthers(orm, bucket, { step, place: LAST, now });
    return used + held;
  };
  const spentIn = (span: string): number => (effect.money ? inBucket(`money:${effect.money.currency}:${span}`) : 0);
  const found: Record<Circumstance, () => number> = {
    minuteOfDay: () => hourOf(now, timeZone).minuteOfDay,
    weekday: () => hourOf(now, timeZone).weekday,
    doneToday: () => countDoneSince(orm, action, today.toInstant().toString({ smallestUnit: 'millisecond' }), step),
    messagesToday: () => inBucket(`messages:day:${day}`),
    postsToday: () => inBucket(`posts:day:${day}`),
    applicationsToday: () => inBucket(`applications:day:${day}`),
    spentToday: () => spentIn(`day:${day}`),
    spentThisMonth: () => spentIn(`month:${day.slice(0, 7)}`),
  };
  return Object.fromEntries([...reads].map((each) => [each, found[each]()]));
}
