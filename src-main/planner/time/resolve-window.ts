import { Temporal } from 'temporal-polyfill';
import { chooseHalf } from '#main/planner/time/choose-half.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { HOURS_OF } from '#main/planner/time/day-part.ts';
import { resolveDays } from '#main/planner/time/resolve-days.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import { isProblem } from '#main/planner/time/when-problem.ts';

/** A stretch of the person's clock to look in; `to` does not belong to it. */
export type Window = {
  readonly from: Temporal.PlainDateTime;
  readonly to: Temporal.PlainDateTime;
  /** Whether it is about one time rather than about days. */
  readonly isMoment: boolean;
};

const LENGTH_OF_A_MOMENT = { hours: 1 };

/** The stretch that was said, for looking; null where nothing was said that can be looked in. */
export function resolveWindow(said: WhenParts, clock: Clock): Window | null {
  if (said.moment !== undefined) return momentWindow(said.moment.toPlainDateTime(), said);
  const days = resolveDays(said.days ?? (hasTime(said) ? [today(clock)] : []), clock);
  if (days === null || isProblem(days)) return null;
  const lastDay = said.lastDay === undefined ? null : resolveDays([said.lastDay], { ...clock, today: days.first });
  const last = lastDay === null || isProblem(lastDay) ? days.last : lastDay.last;
  if (said.time !== undefined && days.grain === 'day') return timeWindow(days.first, said);
  const hours = said.part === undefined ? null : HOURS_OF[said.part];
  const first = days.first.toPlainDateTime(new Temporal.PlainTime(hours?.from ?? 0));
  if (hours !== null && days.grain === 'day' && last.equals(days.first)) {
    const to =
      hours.to === 24
        ? last.add({ days: 1 }).toPlainDateTime()
        : last.toPlainDateTime(new Temporal.PlainTime(hours.to));
    return { from: first, to, isMoment: false };
  }
  const to = last.add({ days: 1 }).toPlainDateTime();
  return inReach({ from: days.first.toPlainDateTime(), to, isMoment: false });
}

const hasTime = (said: WhenParts): boolean => said.time !== undefined || said.part !== undefined;

const today = (clock: Clock) => ({ kind: 'date', date: clock.today, yearSaid: true }) as const;

function timeWindow(date: Temporal.PlainDate, said: WhenParts): Window | null {
  const [chosen] = said.time === undefined ? [] : chooseHalf(said.time, said.part ?? null, 'any');
  if (chosen === undefined) return null;
  return momentWindow(date.add({ days: chosen.daysLater }).toPlainDateTime(chosen.time), said);
}

function momentWindow(from: Temporal.PlainDateTime, said: WhenParts): Window | null {
  const end = said.endTime === undefined ? undefined : chooseHalf(said.endTime, null, 'any')[0]?.time;
  const onDay = end === undefined ? null : from.toPlainDate().toPlainDateTime(end);
  const isLater = onDay !== null && Temporal.PlainDateTime.compare(onDay, from) > 0;
  const length = said.minutes === undefined ? LENGTH_OF_A_MOMENT : { minutes: said.minutes };
  return inReach({ from, to: isLater ? onDay : from.add(length), isMoment: true });
}

const inReach = (window: Window): Window | null => (window.from.year >= 1900 && window.to.year < 2200 ? window : null);
