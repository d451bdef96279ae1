import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { momentOf, wallOf } from '#connectors/sdk/local-time.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { partsOfRule } from '#connectors/sdk/recurrence-schema.ts';
import { sayRecurrence } from '#connectors/sdk/say-recurrence.ts';
import { sayClock, sayDay, sayLocal, sayMoment, sayZone } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import type { NewSchedule, Schedule } from '#contract/model/schedule.ts';

type Timed = Omit<NewSchedule, 'id' | 'message'>;

/** `Thursday 26 November, 15:00`; of a series `every month on the 1st, 09:00`. */
export function sayWhen(timed: Timed, view: View): string {
  const { startsAt, timeZone, rrule } = timed;
  return rrule === null ? sayLocal(startsAt, timeZone, view) : sayRhythm({ ...timed, rrule }, view);
}

/** As after “remind you”: `on Thursday 26 November, 15:00`; `every weekday, 09:00, from Monday 30 November`. */
export function sayWhenInFull(timed: Timed, view: View): string {
  if (timed.rrule === null) return t`on ${sayWhen(timed, view)}`;
  const first = nextOccurrence(timed, view.now);
  const from =
    first === null ? Temporal.PlainDateTime.from(timed.startsAt) : wallOf(Temporal.Instant.from(first), view.timeZone);
  return t`${sayWhen(timed, view)}, from ${sayDay(from.toPlainDate(), view)}`;
}

/** One line of a list: `Tuesday 1 December, 09:00: “Pay the rent”, every month on the 1st`. */
export function sayReminderLine(reminder: Schedule, view: View): string {
  const { startsAt, timeZone, rrule, nextAt, message } = reminder;
  const when = nextAt === null ? sayLocal(startsAt, timeZone, view) : sayMoment(nextAt, view);
  const rhythm = rrule === null ? '' : `, ${sayRecurrence({ startsAt, timeZone, rrule }, view)}`;
  return `${when}: ${quote(message)}${rhythm}`;
}

/** What “every month on the 31st” leaves out, which few people expect; null where it always comes. */
export function sayLeftOut({ startsAt, rrule }: Timed): string | null {
  const parts = partsOfRule(rrule ?? '');
  if (parts.has('BYDAY')) return null;
  const days = (parts.get('BYMONTHDAY') ?? startsAt.slice(8, 10)).split(',').map(Number);
  const month = Number(parts.get('BYMONTH') ?? startsAt.slice(5, 7));
  const last = Math.max(...days);
  if (parts.get('FREQ') === 'YEARLY' && month === 2 && last === 29)
    return t`Left out in years that have no 29 February.`;
  if (parts.get('FREQ') !== 'MONTHLY' || last <= 28) return null;
  return last === 31 ? t`Left out in months that have no 31st.` : t`Left out in months that have no ${last}th.`;
}

/** A series keeps the wall time of its own zone, so that is the clock that is said. */
function sayRhythm(timed: Timed & { rrule: string }, view: View): string {
  const { startsAt, timeZone } = timed;
  const start = Temporal.PlainDateTime.from(startsAt);
  const isHere = wallOf(momentOf(start, timeZone), view.timeZone).equals(wallOf(momentOf(start, timeZone), timeZone));
  const clock = isHere ? sayClock(start, view) : `${sayClock(start, view)} ${sayZone(timeZone)}`;
  return `${sayRecurrence(timed, view)}, ${clock}`;
}
