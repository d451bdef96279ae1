import { Temporal } from 'temporal-polyfill';
import { momentOf, wallOf } from '#connectors/sdk/local-time.ts';
import { basicText, readRule } from '#connectors/sdk/recurrence.ts';
import { partsOfRule } from '#connectors/sdk/recurrence-schema.ts';
import type { TimeZone } from '#contract/model/instant.ts';

type Series = { readonly startsAt: string; readonly timeZone: TimeZone; readonly rrule: string };
/** From the occurrence to come, in the series’ own zone, to its new place in `timeZone`. */
type Shift = {
  readonly from: Temporal.PlainDateTime;
  readonly to: Temporal.PlainDateTime;
  readonly timeZone: TimeZone;
};

const MOST_COUNTED = 10_000;
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The rule of a series that goes on from another time: its days, its end and what is left of its count
 * move along. Null when it names days or times that cannot move together.
 */
export function moveRule(series: Series, shift: Shift): string | null {
  const parts = new Map(partsOfRule(series.rrule));
  if (parts.has('BYHOUR') || parts.has('BYMINUTE')) return null;
  const isSameDay = shift.from.toPlainDate().equals(shift.to.toPlainDate());
  if (!isSameDay && !moveDays(parts, shift)) return null;

  const until = parts.get('UNTIL');
  if (until !== undefined) parts.set('UNTIL', moveUntil(until, series, shift));
  const count = parts.get('COUNT');
  if (count !== undefined) parts.set('COUNT', String(Math.max(1, Number(count) - countBefore(series, shift.from))));
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}

/** Moves the named days along, where there is one that can follow the date. Answers whether it could. */
function moveDays(parts: Map<string, string>, { to }: Shift): boolean {
  const named = [...parts.keys()].filter((name) => name.startsWith('BY')).join();
  const isOne = (name: string, value: RegExp) => value.test(parts.get(name) ?? '');
  switch (`${parts.get('FREQ')} ${named}`) {
    case 'WEEKLY BYDAY':
      if (!isOne('BYDAY', /^[A-Z]{2}$/)) return false;
      parts.set('BYDAY', dayCodes[to.dayOfWeek - 1] ?? '');
      return true;
    case 'MONTHLY BYMONTHDAY':
      if (!isOne('BYMONTHDAY', /^\d+$/)) return false;
      parts.set('BYMONTHDAY', String(to.day));
      return true;
    case 'YEARLY BYMONTH,BYMONTHDAY':
    case 'YEARLY BYMONTHDAY,BYMONTH':
      if (!isOne('BYMONTH', /^\d+$/) || !isOne('BYMONTHDAY', /^\d+$/)) return false;
      parts.set('BYMONTH', String(to.month)).set('BYMONTHDAY', String(to.day));
      return true;
    default:
      return named === '';
  }
}

/** The end moves as far as the series does, so that it has as many occurrences as before. */
function moveUntil(until: string, { timeZone }: Series, shift: Shift): string {
  if (!until.includes('T')) {
    const days = shift.from.toPlainDate().until(shift.to.toPlainDate());
    return Temporal.PlainDate.from(until).add(days).toString().replaceAll('-', '');
  }
  const wall = until.endsWith('Z')
    ? wallOf(Temporal.Instant.from(until), timeZone)
    : Temporal.PlainDateTime.from(until);
  const moved = wall.add(shift.from.until(shift.to));
  if (!until.endsWith('Z')) return basicText(moved);
  return `${basicText(wallOf(momentOf(moved, shift.timeZone), 'UTC'))}Z`;
}

function countBefore({ startsAt, timeZone, rrule }: Series, from: Temporal.PlainDateTime): number {
  const start = Temporal.PlainDateTime.from(startsAt);
  const rule = readRule(start, rrule, (moment) => wallOf(moment, timeZone));
  return rule?.between(start, from.subtract({ seconds: 1 }), MOST_COUNTED).length ?? 0;
}
