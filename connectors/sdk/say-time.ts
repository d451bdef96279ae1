import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { momentOf, wallOf } from '#connectors/sdk/local-time.ts';
import { localeFor } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';

/** A stretch of time in wall-clock strings; `endsAt` is exclusive, and both are dates when `allDay`. */
export type Span = {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly allDay: boolean;
  readonly timeZone: TimeZone;
};

/** `Thursday 26 November`; with the year when it is not this one. */
export function sayDay(date: Temporal.PlainDate, view: View): string {
  const today = wallOf(Temporal.Instant.from(view.now), view.timeZone);
  const year = date.year === today.year ? undefined : 'numeric';
  const said = format(date.toPlainDateTime(), view, { weekday: 'long', day: 'numeric', month: 'long', year });
  // Some English habits put a comma after the weekday in one of the two forms only.
  return said.replace(/^(\p{L}+), (?=\d)/u, '$1 ');
}

/** `09:00`, or `9:00 am` where that is the custom. */
export const sayClock = (wall: Temporal.PlainDateTime, view: View): string =>
  format(wall, view, { timeStyle: 'short' });

/** `Thursday 26 November, 15:00` */
const sayWall = (wall: Temporal.PlainDateTime, view: View): string =>
  `${sayDay(wall.toPlainDate(), view)}, ${sayClock(wall, view)}`;

export const sayMoment = (moment: Instant, view: View): string =>
  sayWall(wallOf(Temporal.Instant.from(moment), view.timeZone), view);

/** A wall time of some zone as the person's own clock shows it, with the other clock's time where they differ. */
export function sayLocal(startsAt: string, timeZone: TimeZone, view: View): string {
  const moment = momentOf(startsAt, timeZone);
  const there = wallOf(moment, timeZone);
  const here = wallOf(moment, view.timeZone);
  return here.equals(there)
    ? sayWall(here, view)
    : `${sayWall(here, view)} (${sayClock(there, view)} ${sayZone(timeZone)})`;
}

/** `Thursday 26 November, 15:00–16:00`; `Thursday 26 November, all day`. */
export function saySpan(span: Span, view: View): string {
  if (span.allDay) {
    const first = Temporal.PlainDate.from(span.startsAt);
    const last = Temporal.PlainDate.from(span.endsAt).subtract({ days: 1 });
    const isOneDay = Temporal.PlainDate.compare(first, last) >= 0;
    return isOneDay ? t`${sayDay(first, view)}, all day` : t`${sayDay(first, view)} to ${sayDay(last, view)}`;
  }
  const here = clockSpan(span, view.timeZone);
  const there = clockSpan(span, span.timeZone);
  const said = `${sayDay(here.from.toPlainDate(), view)}, ${sayClockSpan(span, view)}`;
  return here.from.equals(there.from) ? said : `${said} (${sayRange(there, view)} ${sayZone(span.timeZone)})`;
}

/** The clock times alone: `15:00–16:00`, or `all day`. */
export function sayClockSpan(span: Span, view: View): string {
  return span.allDay ? t`all day` : sayRange(clockSpan(span, view.timeZone), view);
}

type WallSpan = { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime };

function sayRange({ from, to }: WallSpan, view: View): string {
  if (from.equals(to)) return sayClock(from, view);
  const isSameDay = from.toPlainDate().equals(to.toPlainDate());
  return isSameDay
    ? `${sayClock(from, view)}–${sayClock(to, view)}`
    : t`${sayClock(from, view)} to ${sayDay(to.toPlainDate(), view)}, ${sayClock(to, view)}`;
}

function clockSpan({ startsAt, endsAt, timeZone }: Span, clock: TimeZone): WallSpan {
  return { from: wallOf(momentOf(startsAt, timeZone), clock), to: wallOf(momentOf(endsAt, timeZone), clock) };
}

/** `Lisbon time` */
export const sayZone = (timeZone: TimeZone): string =>
  t`${timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''} time`;

function format(wall: Temporal.PlainDateTime, view: View, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second));
  const text = formatterFor(view.locale, options).format(date);
  return text.replaceAll(/[\u202f\u00a0]/g, ' ');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than all the rest of a sentence, so each is made once; there are a handful. */
function formatterFor(habit: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = localeFor(habit);
  const key = JSON.stringify([locale, options]);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}
