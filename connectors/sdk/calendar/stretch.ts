import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { whenSound } from '#connectors/sdk/calendar/action-parts.ts';
import { LocalDateTimeSchema, momentOf } from '#connectors/sdk/local-time.ts';
import { sayDay, sayLocal, saySpan } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import { type TimeZone, TimeZoneSchema } from '#contract/model/instant.ts';

/** A stretch of time, its end exclusive. */
export type Stretch = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };

/** The same as it is asked for: wall times of a zone. */
export const AskedStretchShape = { from: LocalDateTimeSchema, to: LocalDateTimeSchema, timeZone: TimeZoneSchema };
export type AskedStretch = { readonly from: string; readonly to: string; readonly timeZone: TimeZone };

export const isInOrder = ({ from, to }: AskedStretch): boolean => from < to;
export const sayInOrder = { ...whenSound, path: ['to'], error: t`This has to be after the beginning.` };

export const stretchOf = ({ from, to, timeZone }: AskedStretch): Stretch => ({
  from: momentOf(from, timeZone),
  to: momentOf(to, timeZone),
});

/** `on Thursday 26 November`, `from Monday 23 November to Sunday 29 November`, or with clock times. */
export function sayStretch({ from, to, timeZone }: AskedStretch, view: View): string {
  const start = Temporal.PlainDateTime.from(from);
  const end = Temporal.PlainDateTime.from(to);
  if (isMidnight(start) && (isMidnight(end) || isLastSecond(end))) {
    const first = start.toPlainDate();
    const last = end.subtract({ seconds: 1 }).toPlainDate();
    return first.equals(last) ? t`on ${sayDay(first, view)}` : t`from ${sayDay(first, view)} to ${sayDay(last, view)}`;
  }
  const isOneDay = start.toPlainDate().equals(end.toPlainDate());
  return isOneDay
    ? t`on ${saySpan({ startsAt: from, endsAt: to, allDay: false, timeZone }, view)}`
    : t`from ${sayLocal(from, timeZone, view)} to ${sayLocal(to, timeZone, view)}`;
}

const isMidnight = (wall: Temporal.PlainDateTime): boolean => wall.toPlainTime().toString() === '00:00:00';
const isLastSecond = (wall: Temporal.PlainDateTime): boolean => wall.add({ seconds: 1 }).day !== wall.day;

export const laterOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) > 0 ? a : b;
export const earlierOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;
