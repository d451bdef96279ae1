import { Temporal } from 'temporal-polyfill';
import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import type { DayWord, Grain } from '#main/planner/time/day-word.ts';
import { MONTHS } from '#main/planner/time/day-words.ts';
import type { Read } from '#main/planner/time/number-words.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';

type Which = -1 | 0 | 1 | 2;

/** `this week`, `next weekend`, `next month`, `in December`, `the next 3 days`, `end of the month`. */
export function readStretch(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const start = tokens[at]?.lower === 'the' ? at + 1 : at;
  return (
    readEdge(tokens, start, clock) ??
    readNextDays(tokens, start, clock) ??
    readPeriod(tokens, at, clock) ??
    readMonth(tokens, at, clock)
  );
}

function stretch(first: Temporal.PlainDate, last: Temporal.PlainDate, grain: Grain, next: number): Read<DayWord> {
  return { value: { kind: 'stretch', first, last, grain }, next };
}

function readPeriod(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const the = tokens[at]?.lower === 'the' ? 1 : 0;
  const word = tokens[at + the]?.lower ?? '';
  const which = whichPeriod(word);
  const afterNext = tokens[at + the + 1]?.lower === 'after' && tokens[at + the + 2]?.lower === 'next';
  if (the === 1 && afterNext) return period(word, 2, clock, at + 4);
  if (the === 1 && which === null) return word === 'weekend' ? period('weekend', 0, clock, at + 2) : null;
  return which === null ? null : period(tokens[at + the + 1]?.lower ?? '', which, clock, at + the + 2);
}

function whichPeriod(word: string): Which | null {
  if (word === 'this' || word === 'current') return 0;
  if (word === 'next' || word === 'coming' || word === 'following') return 1;
  return word === 'last' || word === 'past' || word === 'previous' ? -1 : null;
}

function period(unit: string, which: Which, clock: Clock, next: number): Read<DayWord> | null {
  const monday = clock.today.subtract({ days: clock.today.dayOfWeek - 1 }).add({ weeks: which });
  const month = clock.today.with({ day: 1 }).add({ months: which });
  const year = clock.today.with({ month: 1, day: 1 }).add({ years: which });
  switch (unit.replace(/'s$/, '')) {
    case 'week':
      return stretch(monday, monday.add({ days: 6 }), 'week', next);
    case 'weekend':
      return stretch(monday.add({ days: 5 }), monday.add({ days: 6 }), 'weekend', next);
    case 'month':
      return stretch(month, lastOfMonth(month), 'month', next);
    case 'year':
      return stretch(year, year.with({ month: 12, day: 31 }), 'year', next);
    default:
      return null;
  }
}

const lastOfMonth = (date: Temporal.PlainDate): Temporal.PlainDate => date.with({ day: date.daysInMonth });

/** `the next 3 days`, `the coming two weeks`. */
function readNextDays(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  if (!['next', 'coming', 'following'].includes(tokens[at]?.lower ?? '')) return null;
  const length = readDuration(tokens, at + 1);
  if (length === null || length.value.minutes > 0) return null;
  const last = clock.today.add({ days: length.value.days, months: length.value.months });
  return stretch(clock.today, last, 'days', length.next);
}

/** `December`, `in December 2027`; only after a word that makes it a month: “march” and “may” are words too. */
function readMonth(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const before = tokens[at - 1]?.lower ?? '';
  const month = MONTHS.get(tokens[at]?.lower ?? '');
  if (month === undefined || !['in', 'of', 'this', 'next', 'for', 'until', 'till'].includes(before)) return null;
  const said = /^20\d\d$/.exec(tokens[at + 1]?.lower ?? '');
  const thisYear = new Temporal.PlainDate(clock.today.year, month, 1);
  const isPast = Temporal.PlainDate.compare(lastOfMonth(thisYear), clock.today) < 0;
  const first = said ? thisYear.with({ year: Number(said[0]) }) : isPast ? thisYear.add({ years: 1 }) : thisYear;
  return stretch(first, lastOfMonth(first), 'month', at + (said ? 2 : 1));
}

/** The first or the last day of a stretch, or what is left of it: `end of the month`, `rest of the week`. */
function readEdge(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const edge = tokens[at]?.lower ?? '';
  const isEnd = edge === 'end';
  if (!isEnd && !['start', 'beginning', 'rest'].includes(edge)) return null;
  const of = tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1;
  const the = tokens[of]?.lower === 'the' ? 1 : 0;
  const whole =
    the === 1 ? period(tokens[of + 1]?.lower ?? '', 0, clock, of + 2) : readPeriodOrMonth(tokens, of, clock);
  if (whole === null || whole.value.kind !== 'stretch') return null;
  const { first, last, grain } = whole.value;
  if (edge === 'rest') return stretch(clock.today, last, grain, whole.next);
  const end = grain === 'week' ? first.add({ days: 4 }) : last;
  return { value: { kind: 'date', date: isEnd ? end : first, yearSaid: true }, next: whole.next };
}

function readPeriodOrMonth(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  return readPeriod(tokens, at, clock) ?? readMonth(tokens, at, clock);
}
