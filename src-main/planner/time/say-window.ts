import type { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { wallText } from '#connectors/sdk/local-time.ts';
import { sayClockSpan, sayDay } from '#connectors/sdk/say-time.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import type { Window } from '#main/planner/time/resolve-window.ts';

const day = sentence(copy.window.day, 'day');
const days = sentence(copy.window.days, 'first', 'last');
const hours = sentence(copy.window.hours, 'day', 'hours');

/** `on Friday 27 November`, `on Friday 27 November, 12:00–18:00`, `from Monday 30 November to Sunday 6 December`. */
export function sayWindow({ from, to }: Window, view: View): string {
  const first = from.toPlainDate();
  const last = to.subtract({ minutes: 1 }).toPlainDate();
  if (!first.equals(last)) return days({ first: sayDay(first, view), last: sayDay(last, view) });
  const isWholeDay = isMidnight(from) && isMidnight(to);
  if (isWholeDay) return day({ day: sayDay(first, view) });
  const span = { startsAt: wallText(from), endsAt: wallText(to), allDay: false, timeZone: view.timeZone };
  return hours({ day: sayDay(first, view), hours: sayClockSpan(span, view) });
}

const isMidnight = (wall: Temporal.PlainDateTime): boolean => wall.hour === 0 && wall.minute === 0;
