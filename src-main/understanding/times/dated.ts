import { Temporal } from 'temporal-polyfill';

/** From the first day to before `end`; an open side is null. */
export type Span = { readonly start: Temporal.PlainDate | null; readonly end: Temporal.PlainDate | null };

/** What of a date was said. What is missing is taken from a neighbour (“3 to 5 May”), or so that it lies ahead. */
export type DateParts = {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
};

export type Grain = 'day' | 'week' | 'month' | 'year' | 'other';

/** A day or a longer stretch of the calendar. Its span is null when there is no such day. */
export type Dated = {
  readonly grain: Grain;
  readonly span: Span | null;
  readonly parts?: DateParts;
  /** The boundary that “the end of” or “the beginning of” names, for what lies before or after it. */
  readonly edge?: Temporal.PlainDate;
};

const YEARS_LOOKED_THROUGH = 12;
const MONTHS_LOOKED_THROUGH = 60;
const FAR_DAYS = 60;
const LATELY_DAYS = 21;

export const onDay = (date: Temporal.PlainDate): Dated => ({
  grain: 'day',
  span: { start: date, end: date.add({ days: 1 }) },
});
export const spanning = (grain: Grain, start: Temporal.PlainDate, end: Temporal.PlainDate): Dated => ({
  grain,
  span: { start, end },
});
export const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

/** The first day or stretch with these parts that is not over on `from`. */
export function dated(parts: DateParts, from: Temporal.PlainDate): Dated {
  const ahead = candidates(parts, from).find(({ end }) => after(end, from)) ?? null;
  return { grain: grainOf(parts), parts, span: lately(parts, from, ahead) ?? ahead };
}

/** “Thursday the 21st” is last week's where the next such day is months away. */
function lately({ month, day, weekday }: DateParts, from: Temporal.PlainDate, ahead: Closed | null): Closed | null {
  if (month !== undefined || day === undefined || weekday === undefined) return null;
  if (ahead !== null && from.until(ahead.start).days <= FAR_DAYS) return null;
  return (
    candidates({ day, weekday }, from.subtract({ days: LATELY_DAYS })).find(({ start }) => after(from, start)) ?? null
  );
}

/** The last one that has begun before `before`. */
export function datedBefore(parts: DateParts, before: Temporal.PlainDate): Dated {
  const earlier = candidates(parts, before.subtract({ years: 4 })).filter(({ start }) => after(before, start));
  return { grain: grainOf(parts), parts, span: earlier.at(-1) ?? null };
}

const after = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

function grainOf({ month, day, weekday }: DateParts): Grain {
  if (day !== undefined || weekday !== undefined) return 'day';
  return month === undefined ? 'year' : 'month';
}

type Closed = { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate };

/** What fits the parts, from the year or month of `from` on, in order. */
function candidates(parts: DateParts, from: Temporal.PlainDate): readonly Closed[] {
  const { year, month, day, weekday } = parts;
  if (month !== undefined) {
    const years =
      year === undefined ? Array.from({ length: YEARS_LOOKED_THROUGH }, (_, more) => from.year + more) : [year];
    return years.flatMap((one) => (day === undefined ? monthOf(one, month) : dayOf(one, month, day)));
  }
  if (day !== undefined) {
    const first = from.with({ day: 1 });
    return Array.from({ length: MONTHS_LOOKED_THROUGH }, (_, months) => first.add({ months }))
      .flatMap((one) => dayOf(one.year, one.month, day))
      .filter(({ start }) => weekday === undefined || start.dayOfWeek === weekday);
  }
  if (weekday !== undefined) {
    const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
    return [first, first.add({ days: 7 })].map((start) => ({ start, end: start.add({ days: 1 }) }));
  }
  if (year === undefined) return [];
  const start = new Temporal.PlainDate(year, 1, 1);
  return [{ start, end: start.add({ years: 1 }) }];
}

function monthOf(year: number, month: number): readonly Closed[] {
  const start = new Temporal.PlainDate(year, month, 1);
  return [{ start, end: start.add({ months: 1 }) }];
}

function dayOf(year: number, month: number, day: number): readonly Closed[] {
  const first = new Temporal.PlainDate(year, month, 1);
  if (day < 1 || day > first.daysInMonth) return [];
  const start = first.with({ day });
  return [{ start, end: start.add({ days: 1 }) }];
}

/** A date with its year is what it is, also when it is over. */
export function settled(parts: DateParts, today: Temporal.PlainDate): Dated {
  if (parts.year === undefined) return dated(parts, today);
  return { grain: grainOf(parts), parts, span: candidates(parts, today)[0] ?? null };
}
