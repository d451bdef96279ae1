import { t } from '#contract/language/t.ts';
import { countOf, listOf, monthName, wallClock, weekdayName } from '#renderer/words/time.ts';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const units: Readonly<Record<string, (count: number) => string>> = {
  HOURLY: (count) => (count === 1 ? t`Every hour` : t`Every ${count} hours`),
  DAILY: (count) => (count === 1 ? t`Every day` : t`Every ${count} days`),
  WEEKLY: (count) => (count === 1 ? t`Every week` : t`Every ${count} weeks`),
  MONTHLY: (count) => (count === 1 ? t`Every month` : t`Every ${count} months`),
  YEARLY: (count) => (count === 1 ? t`Every year` : t`Every ${count} years`),
};
const places: Readonly<Record<string, string>> = {
  '1': t`first`,
  '2': t`second`,
  '3': t`third`,
  '4': t`fourth`,
  '-1': t`last`,
};

/** An RFC 5545 rule as it is read: `Every month on the 1st`. A rule that says more than this knows stays short. */
export function recurrenceWords(rrule: string): string {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string | undefined]));
  const unit = units[parts.get('FREQ') ?? ''];
  if (!unit) return t`Repeats`;
  const every = unit(Number(parts.get('INTERVAL') ?? '1'));
  const rhythm = everyDayOfWeek(parts) ?? `${every} ${onWords(parts)}`.trim();
  return `${rhythm} ${endWords(parts)}`.trim();
}

const WORKING_DAYS = 'MO,TU,WE,TH,FR';

/** `Every Monday and Thursday`; null for any other rhythm. */
function everyDayOfWeek(parts: ReadonlyMap<string, string | undefined>): string | null {
  const byDay = parts.get('BYDAY');
  const isEachWeek = parts.get('FREQ') === 'WEEKLY' && (parts.get('INTERVAL') ?? '1') === '1';
  if (!isEachWeek || byDay === undefined || parts.has('BYMONTH') || parts.has('BYSETPOS')) return null;
  return byDay === WORKING_DAYS ? t`Every weekday` : t`Every ${listOf(byDay.split(',').map(dayWords))}`;
}

function onWords(parts: ReadonlyMap<string, string | undefined>): string {
  const byDay = parts.get('BYDAY')?.split(',') ?? [];
  const byMonthDay = parts.get('BYMONTHDAY')?.split(',') ?? [];
  const month = monthIn(parts.get('BYMONTH'));
  const position = places[parts.get('BYSETPOS') ?? ''];
  if (byDay.join() === WORKING_DAYS) return position ? t`on the ${position} working day` : t`on weekdays`;
  if (byDay.length > 0) return t`on ${listOf(byDay.map(dayWords))}`;
  if (byMonthDay.length > 0) return monthDaysWords(byMonthDay, month);
  return month === undefined ? '' : t`in ${month}`;
}

/** Undefined where there is none, or several. */
const monthIn = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d+$/.test(text) ? monthName(Number(text)) : undefined;

function dayWords(code: string): string {
  const day = days.indexOf(code.slice(-2)) + 1;
  const name = day === 0 ? code : weekdayName(day);
  const place = places[code.slice(0, -2)];
  return place === undefined ? name : t`the ${place} ${name}`;
}

function monthDaysWords(days: readonly string[], month: string | undefined): string {
  if (days.join() === '-1') return month === undefined ? t`on the last day` : t`on the last day of ${month}`;
  const list = listOf(days.map((day) => (day === '-1' ? t`last day` : ordinal(Number(day)))));
  return month === undefined ? t`on the ${list}` : t`on the ${list} of ${month}`;
}

/** The endings are those of the English sentences; another language has its own way for each. */
function ordinal(figure: number): string {
  switch (new Intl.PluralRules('en', { type: 'ordinal' }).select(figure)) {
    case 'one':
      return t`${figure}st`;
    case 'two':
      return t`${figure}nd`;
    case 'few':
      return t`${figure}rd`;
    default:
      return t`${figure}th`;
  }
}

function endWords(parts: ReadonlyMap<string, string | undefined>): string {
  const count = parts.get('COUNT');
  if (count !== undefined) return `(${countOf(Number(count), t`time`, t`times`)})`;
  const until = parts.get('UNTIL');
  return until === undefined ? '' : t`until ${wallClock(until.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3'))}`;
}
