import { Temporal } from 'temporal-polyfill';
import { wallOf, wallText } from '#connectors/sdk/local-time.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';

type Field = { readonly least: number; readonly most: number; readonly names: readonly string[] };

const FIELDS = {
  minute: { least: 0, most: 59, names: [] },
  hour: { least: 0, most: 23, names: [] },
  monthDay: { least: 1, most: 31, names: [] },
  month: { least: 1, most: 12, names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') },
  weekday: { least: 0, most: 7, names: 'sun mon tue wed thu fri sat'.split(' ') },
} as const satisfies Record<string, Field>;

const DAY_CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * A cron line of five fields as RFC 5545 rules that together give its times, so that the clock changes are kept as
 * everywhere else; null when it cannot be read. Where both a day of the month and a day of the week are said, either
 * is enough, as cron has it: then there are two rules.
 */
export function readCron(cron: string): readonly string[] | null {
  const words = cron.trim().toLowerCase().split(/\s+/);
  const [minute, hour, monthDay, month, weekday] = Object.values(FIELDS).map((field, at) =>
    readField(words[at] ?? '', field),
  );
  if (words.length !== 5 || !minute || !hour || !monthDay || !month || !weekday) return null;

  const clock = `BYHOUR=${hour.join()};BYMINUTE=${minute.join()}`;
  const inMonths = month.length === 12 ? '' : `;BYMONTH=${month.join()}`;
  const onDates = `FREQ=MONTHLY${inMonths};BYMONTHDAY=${monthDay.join()};${clock}`;
  const codes = [...new Set(weekday.map((day) => DAY_CODES[day]))];
  const onWeekdays = `FREQ=WEEKLY${inMonths};BYDAY=${codes.join()};${clock}`;
  const [anyDate, anyWeekday] = [words[2] === '*', words[4] === '*'];
  if (anyDate && anyWeekday) return [`FREQ=DAILY${inMonths};${clock}`];
  if (anyDate) return [onWeekdays];
  return anyWeekday ? [onDates] : [onDates, onWeekdays];
}

/** The first time after `after` (never at it) that one of the rules gives; null when there is none. */
export function nextOfRules(rules: readonly string[], timeZone: TimeZone, after: Instant): Instant | null {
  // Cron has no beginning, so its rules are counted from a moment that is surely over and gives none of its own.
  const start = wallOf(Temporal.Instant.from(after), timeZone)
    .subtract({ days: 2 })
    .round('minute')
    .with({ second: 0 });
  const times = rules.map((rrule) => nextOccurrence({ startsAt: wallText(start), timeZone, rrule }, after));
  return times.filter((time) => time !== null).sort()[0] ?? null;
}

/** `*`, `5`, `1-5`, `9,17`, `mon-fri`, and any of them with a step: every number that the field lets through. */
function readField(word: string, field: Field): number[] | null {
  const numbers = new Set<number>();
  for (const part of word.split(',')) {
    const [, range = '', step = '1'] = /^([^/]+)(?:\/([1-9]\d?))?$/.exec(part) ?? [];
    const hasStep = part.includes('/');
    const [from = '', to] = range === '*' ? [String(field.least), String(field.most)] : range.split('-', 2);
    const first = readNumber(from, field);
    const last = to === undefined ? (hasStep ? field.most : first) : readNumber(to, field);
    if (first === null || last === null || first > last) return null;
    for (let each = first; each <= last; each += Number(step)) numbers.add(each);
  }
  return [...numbers].sort((a, b) => a - b);
}

function readNumber(text: string, { least, most, names }: Field): number | null {
  const named = names.indexOf(text);
  const number = named >= 0 ? named + (least === 1 ? 1 : 0) : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
