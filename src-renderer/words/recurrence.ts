import { countOf, listOf, wallClock } from '#renderer/words/time.ts';

const days: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  HOURLY: ['hour', 'hours'],
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
  YEARLY: ['year', 'years'],
};
const months = 'January February March April May June July August September October November December'.split(' ');
const places: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
};

/** An RFC 5545 rule as it is read: `Every month on the 1st`. A rule that says more than this knows stays short. */
export function recurrenceWords(rrule: string): string {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string | undefined]));
  const unit = units[parts.get('FREQ') ?? ''];
  if (!unit) return 'Repeats';
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const every = interval === 1 ? `Every ${unit[0]}` : `Every ${interval} ${unit[1]}`;
  return [every, onWords(parts), endWords(parts)].filter((part) => part !== '').join(' ');
}

function onWords(parts: ReadonlyMap<string, string | undefined>): string {
  const byDay = parts.get('BYDAY')?.split(',') ?? [];
  const byMonthDay = parts.get('BYMONTHDAY')?.split(',') ?? [];
  const month = months[Number(parts.get('BYMONTH') ?? '0') - 1];
  const position = places[parts.get('BYSETPOS') ?? ''];
  if (byDay.join() === 'MO,TU,WE,TH,FR') return position ? `on the ${position} working day` : 'on weekdays';
  if (byDay.length > 0) return `on ${listOf(byDay.map(dayWords))}`;
  const inMonth = month === undefined ? '' : ` of ${month}`;
  if (byMonthDay.length > 0) return `on the ${listOf(byMonthDay.map(monthDayWords))}${inMonth}`;
  return month === undefined ? '' : `in ${month}`;
}

function dayWords(code: string): string {
  const name = days[code.slice(-2)] ?? code;
  const place = places[code.slice(0, -2)];
  return place === undefined ? name : `the ${place} ${name}`;
}

const monthDayWords = (text: string): string => (text === '-1' ? 'last day' : ordinal(Number(text)));

function ordinal(figure: number): string {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${figure}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(figure)] ?? 'th'}`;
}

function endWords(parts: ReadonlyMap<string, string | undefined>): string {
  const count = parts.get('COUNT');
  if (count !== undefined) return `(${countOf(Number(count), 'time', 'times')})`;
  const until = parts.get('UNTIL');
  return until === undefined ? '' : `until ${wallClock(until.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3'))}`;
}
