import { Temporal } from 'temporal-polyfill';
import { type Dated, onDay } from '#main/understanding/times/dated.ts';
import { readYear } from '#main/understanding/times/numbers.ts';
import { after, type Found, isAt, skip, type Words, wordsOf } from '#main/understanding/times/words.ts';
import source from '#resources/understanding/holidays.json' with { type: 'json' };

type Nth = { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number };
type Holiday = {
  readonly names: string;
  readonly on?: string;
  readonly nth?: Nth;
  readonly easter?: number;
  readonly islamic?: string;
};

const HOLIDAYS: readonly Holiday[] = source.holidays;
const BY_NAME = new Map(
  HOLIDAYS.flatMap((holiday) =>
    holiday.names.split('|').map(
      (name) =>
        [
          wordsOf(name)
            .map(({ text }) => text)
            .join(' '),
          holiday,
        ] as const,
    ),
  ),
);
/** The names by their first word, the longest first. */
const NAMES = Map.groupBy(
  [...BY_NAME.keys()].sort((a, b) => b.length - a.length),
  (name) => name.split(' ')[0],
);

/** Whether a holiday's name begins with this word. */
export const holidayBegins = (word: string): boolean => NAMES.has(word);

/** A day by its name: “Christmas”, “next Easter”, “Thanksgiving 2023”, “Independence Day of this year”. */
export function readHoliday(words: Words, at: number, today: Temporal.PlainDate): Found<Dated> | null {
  const start = skip(
    words,
    at,
    'the',
    'this',
    'next',
    'the next',
    'last',
    'the last',
    'previous',
    'the previous',
    'this upcoming',
    'the upcoming',
  );
  const which = words.slice(at, start).map(({ text }) => text);
  const name = NAMES.get(words[start]?.text ?? '')?.find((one) => isAt(words, start, ...one.split(' ')));
  const holiday = BY_NAME.get(name ?? '');
  if (name === undefined || holiday === undefined) return null;
  const next = start + name.split(' ').length;
  const year = yearSaid(words, next, today);
  if (year !== null) return { value: onDay(dayIn(holiday, year.value)), next: year.next };
  const isPast = which.includes('last') || which.includes('previous');
  return { value: onDay(isPast ? before(holiday, today) : ahead(holiday, today)), next };
}

function yearSaid(words: Words, at: number, today: Temporal.PlainDate): Found<number> | null {
  const relative = ['this', 'next', 'last'].findIndex(
    (word) => after(words, at, `of ${word} year`, `${word} year`, `in ${word} year`) !== null,
  );
  const [shift = 0] = relative === -1 ? [] : [[0, 1, -1][relative]];
  if (relative !== -1) return { value: today.year + shift, next: skip(words, at, 'of', 'in') + 2 };
  return readYear(words, skip(words, at, ',', 'of', 'in'));
}

function ahead(holiday: Holiday, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = [-1, 0, 1].map((years) => dayIn(holiday, today.year + years));
  return days.find((day) => Temporal.PlainDate.compare(day, today) >= 0) ?? dayIn(holiday, today.year + 1);
}

function before(holiday: Holiday, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = [1, 0, -1].map((years) => dayIn(holiday, today.year + years));
  return days.find((day) => Temporal.PlainDate.compare(day, today) < 0) ?? dayIn(holiday, today.year - 1);
}

function dayIn({ on, nth, easter, islamic }: Holiday, year: number): Temporal.PlainDate {
  if (on !== undefined) return Temporal.PlainDate.from(`${String(year).padStart(4, '0')}-${on}`);
  if (nth !== undefined) return nthWeekday(year, nth.month, nth.weekday, nth.nth).add({ days: nth.plus ?? 0 });
  if (easter !== undefined) return easterSunday(year).add({ days: easter });
  return islamicDay(islamic ?? '01-01', year);
}

/** The nth weekday of a month, from its end where negative. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1);
  if (nth < 0) {
    const last = first.with({ day: first.daysInMonth });
    return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + 7 * (-nth - 1) });
  }
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
}

/** The Gregorian Easter Sunday (Meeus, Jones and Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const k = c % 4;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const total = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(total / 31), (total % 31) + 1);
}

const ISLAMIC = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  month: '2-digit',
  day: '2-digit',
  timeZone: 'UTC',
});

/** The first day of the year that has this date in the Umm al-Qura calendar. */
function islamicDay(monthDay: string, year: number): Temporal.PlainDate {
  const wanted = monthDay.replace('-', '/');
  const first = new Temporal.PlainDate(year, 1, 1);
  const days = Array.from({ length: 366 }, (_, add) => first.add({ days: add }));
  return days.find((day) => ISLAMIC.format(new Date(`${day}T12:00:00Z`)).startsWith(wanted)) ?? first;
}
